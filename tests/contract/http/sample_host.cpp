#include "contract/http/sample_host.hpp"

#include <mutex>
#include <stdexcept>
#include <string>

#include <sodium.h>
#include <unistd.h>

#include "contract/http/running_server.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/choice/choice_basis.hpp"
#include "pilah/registry/list_words.hpp"
#include "pilah/registry/monitoring/evaluation_schemes.hpp"
#include "pilah/registry/monitoring/stages.hpp"
#include "pilah/registry/panels/scales.hpp"
#include "pilah/registry/people/sign_in_guard.hpp"
#include "pilah/registry/plugins/plugin_failures.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/store/sqlite_store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "pilah/text/stemming.hpp"
#include "support/callers.hpp"
#include "support/registry_data.hpp"

namespace pilah::tests {
namespace {

/// A clock that ticks on each look: what is stored must not hang on the day.
std::int64_t ticking() {
  static std::atomic<std::int64_t> now{1'750'000'000'000};
  return ++now;
}

void fill_with_randomness(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

std::filesystem::path new_folder() {
  std::string path = (std::filesystem::temp_directory_path() / "pilah-http-XXXXXX").string();
  if (!::mkdtemp(path.data())) throw std::runtime_error("no folder for the test");
  return path;
}

}  // namespace

struct SampleHost::Rooms {
  explicit Rooms(const std::filesystem::path& folder)
      : taxonomy(catalogue::Taxonomy::read(registry_data("taxonomy.json"))),
        directory(catalogue::RegionDirectory::read(registry_data("regions.json"))),
        lexicon(text::AreaLexicon::read(registry_data("area_lexicon.json"),
                                        text::Stemming::read(registry_data("stemming.json")),
                                        taxonomy)),
        list_words(registry::ListWords::read(registry_data("header_aliases.json"),
                                             registry_data("value_aliases.json"),
                                             registry_data("number_words.json"))),
        steps(catalogue::RegionSteps::read(registry_data("region_steps.json"))),
        plugins(PILAH_PLUGINS, {PILAH_RUNNER, {}}, folder / "plugins"),
        store(store::open_sqlite(folder, {ticking, fill_with_randomness})),
        index(*store, lexicon.stemming(), taxonomy, registry::CatalogueIndex::Building::kWhenAsked),
        environment{*store,
                    plugins,
                    taxonomy,
                    directory,
                    lexicon,
                    list_words,
                    [this] {
                      const std::lock_guard lock(mutex);
                      return uuids.next();
                    },
                    steady_milliseconds,
                    [] { return std::string("2026-01-31"); },
                    &index,
                    [this] { return now.load(); },
                    fill_with_randomness,
                    &sign_ins,
                    folder,
                    &steps,
                    &scales,
                    &stages,
                    &schemes,
                    &kept_bases,
                    &plugin_failures} {}

  std::mutex mutex;
  catalogue::UuidMaker uuids{ticking, fill_with_randomness};
  catalogue::Taxonomy taxonomy;
  catalogue::RegionDirectory directory;
  text::AreaLexicon lexicon;
  registry::ListWords list_words;
  catalogue::RegionSteps steps;
  registry::Scales scales = registry::Scales::read(registry_data("scales.json"));
  registry::Stages stages = registry::Stages::read(registry_data("stages.json"));
  registry::EvaluationSchemes schemes =
      registry::EvaluationSchemes::read(registry_data("evaluation_schemes.json"));
  plugin::PluginRepository plugins;
  std::unique_ptr<store::Store> store;
  registry::CatalogueIndex index;
  std::atomic<std::int64_t> now{1'770'000'000'000};
  registry::SignInGuard sign_ins{steady_milliseconds, {1, 8192}};  // as cheap as libsodium allows
  registry::KeptBases kept_bases;
  registry::PluginFailures plugin_failures;
  registry::Environment environment;
};

SampleHost::SampleHost() : folder_(new_folder()), rooms_(std::make_unique<Rooms>(folder_)) {
  registry::add_region(environment(), insider(), "13.11");
  registry::add_region(environment(), insider(), "16.02");
}

SampleHost::~SampleHost() {
  rooms_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void SampleHost::pass(std::int64_t milliseconds) { rooms_->now += milliseconds; }

const registry::Environment& SampleHost::environment() const { return rooms_->environment; }

}  // namespace pilah::tests
