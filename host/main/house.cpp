#include "pilah/main/house.hpp"

#include <chrono>
#include <ctime>
#include <mutex>
#include <span>
#include <stdexcept>

#include <sodium.h>

#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/choice/choice_basis.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/list_words.hpp"
#include "pilah/registry/monitoring/evaluation_schemes.hpp"
#include "pilah/registry/monitoring/stages.hpp"
#include "pilah/registry/notifications/inbox.hpp"
#include "pilah/registry/panels/scales.hpp"
#include "pilah/registry/people/sign_in_guard.hpp"
#include "pilah/registry/plugins/plugin_failures.hpp"
#include "pilah/registry/proposals/proposals.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/registry/webhooks/webhooks.hpp"
#include "pilah/store/sqlite_store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "pilah/text/stemming.hpp"

namespace pilah::host {
namespace {

std::int64_t wall_milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::int64_t steady_milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm calendar{};
  ::localtime_r(&now, &calendar);
  std::string text(10, '\0');
  std::strftime(text.data(), text.size() + 1, "%Y-%m-%d", &calendar);
  return text;
}

void fill_with_randomness(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

/// Ids for any thread: UuidMaker itself is for one at a time.
class SharedUuidMaker {
 public:
  catalogue::Uuid next() {
    const std::lock_guard lock(mutex_);
    return maker_.next();
  }

 private:
  std::mutex mutex_;
  catalogue::UuidMaker maker_{wall_milliseconds, fill_with_randomness};
};

std::string reference(const Paths& paths, const char* name) {
  return read_shipped_file(paths.registry_data / name);
}

}  // namespace

/// In the order in which they are made: what comes later refers to what is before.
struct House::Rooms {
  Rooms(const Paths& paths, const std::filesystem::path& data_folder,
        const std::vector<std::string>& sandbox_without,
        registry::CatalogueIndex::Building indexing)
      : taxonomy(catalogue::Taxonomy::read(reference(paths, "taxonomy.json"))),
        directory(catalogue::RegionDirectory::read(reference(paths, "regions.json"))),
        lexicon(text::AreaLexicon::read(reference(paths, "area_lexicon.json"),
                                        text::Stemming::read(reference(paths, "stemming.json")),
                                        taxonomy)),
        list_words(registry::ListWords::read(reference(paths, "header_aliases.json"),
                                             reference(paths, "value_aliases.json"),
                                             reference(paths, "number_words.json"))),
        steps(catalogue::RegionSteps::read(reference(paths, "region_steps.json"))),
        scales(registry::Scales::read(reference(paths, "scales.json"))),
        stages(registry::Stages::read(reference(paths, "stages.json"))),
        schemes(registry::EvaluationSchemes::read(reference(paths, "evaluation_schemes.json"))),
        plugins(paths.plugins, runner_program(paths, sandbox_without), data_folder / "plugins"),
        store(store::open_sqlite(data_folder, {wall_milliseconds, fill_with_randomness})),
        index(*store, lexicon.stemming(), taxonomy, indexing),
        environment{*store,
                    plugins,
                    taxonomy,
                    directory,
                    lexicon,
                    list_words,
                    [this] { return uuids.next(); },
                    steady_milliseconds,
                    today,
                    &index,
                    wall_milliseconds,
                    fill_with_randomness,
                    &sign_ins,
                    data_folder,
                    &steps,
                    &scales,
                    &stages,
                    &schemes,
                    &kept_bases,
                    &plugin_failures} {}

  SharedUuidMaker uuids;
  catalogue::Taxonomy taxonomy;
  catalogue::RegionDirectory directory;
  text::AreaLexicon lexicon;
  registry::ListWords list_words;
  catalogue::RegionSteps steps;
  registry::Scales scales;
  registry::Stages stages;
  registry::EvaluationSchemes schemes;
  plugin::PluginRepository plugins;
  std::unique_ptr<store::Store> store;
  registry::CatalogueIndex index;
  registry::SignInGuard sign_ins{steady_milliseconds};
  registry::KeptBases kept_bases;
  registry::PluginFailures plugin_failures;
  registry::Environment environment;
};

void read_sentences(const Paths& paths, catalogue::Sentences& sentences) {
  for (const auto& entry : std::filesystem::directory_iterator(paths.registry_data / "messages")) {
    sentences.add(read_shipped_file(entry.path()));
  }
}

plugin::RunnerProgram runner_program(const Paths& paths,
                                     const std::vector<std::string>& sandbox_without) {
  plugin::RunnerProgram runner{paths.runner, {}};
  for (const auto& name : sandbox_without) {
    if (const auto part = plugin::sandbox_part(name)) runner.may_be_missing.push_back(*part);
  }
  return runner;
}

House::House(const Paths& paths, const std::filesystem::path& data_folder,
             const std::vector<std::string>& sandbox_without, Indexing indexing) {
  if (sodium_init() < 0) throw std::runtime_error("the system gives no random numbers");
  using Building = registry::CatalogueIndex::Building;
  rooms_ = std::make_unique<Rooms>(
      paths, data_folder, sandbox_without,
      indexing == Indexing::kFollowed ? Building::kInBackground : Building::kWhenAsked);
}

House::~House() = default;

const registry::Environment& House::environment() const { return rooms_->environment; }

void House::follow(const std::function<bool()>& stopped) { rooms_->index.follow(stopped); }

void House::erase_what_is_due() {
  for (const auto& region : registry::regions(rooms_->environment)) {
    registry::erase_due_contacts(rooms_->environment, region.code);
    registry::drop_old_happenings(rooms_->environment, region.code);
    registry::drop_old_deliveries(rooms_->environment, region.code);
  }
}

void House::resume() { registry::resume_imports(rooms_->environment); }

}  // namespace pilah::host
