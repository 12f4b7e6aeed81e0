// All that the use cases need from outside, handed in by whoever starts the program.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/region_steps.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/people/caller.hpp"

namespace pilah::store {
class Store;
}
namespace pilah::plugin {
class PluginRepository;
}
namespace pilah::text {
class AreaLexicon;
}

namespace pilah::registry {

class CatalogueIndex;
class EvaluationSchemes;
class KeptBases;
class ListWords;
class PluginFailures;
class Scales;
class SignInGuard;
class Stages;

/// References to what lives as long as the program. The use cases are free
/// functions that take it first; all of them may be called from any thread.
struct Environment {
  store::Store& store;
  plugin::PluginRepository& plugins;
  const catalogue::Taxonomy& taxonomy;
  const catalogue::RegionDirectory& directory;
  const text::AreaLexicon& lexicon;
  const ListWords& list_words;

  /// A new UUIDv7; callable from any thread.
  std::function<catalogue::Uuid()> new_uuid;
  /// A steady clock in milliseconds, for slices and deadlines; never stored.
  std::function<std::int64_t()> steady_milliseconds;
  /// Today as ISO 8601, in the host's calendar: the default of `as_of`.
  std::function<std::string()> today;
  /// What searches are answered from; null: nothing is searched here, and lists
  /// come out of the store.
  CatalogueIndex* index = nullptr;

  /// Milliseconds since 1970-01-01 UTC, by which sessions, links and deadlines end.
  std::function<std::int64_t()> now = {};
  /// Fills with bytes that nobody can guess; callable from any thread.
  std::function<void(std::span<std::uint8_t>)> random = {};
  /// What is remembered of sign-ins that failed; null: nobody signs in here.
  SignInGuard* sign_ins = nullptr;
  /// Where the host's files lie, for whoever backs them up.
  std::filesystem::path data_folder = {};
  /// By which the regions draw up their masterplans; null: there is no board here.
  const catalogue::RegionSteps* steps = nullptr;
  /// The criteria of panels, as they are unless a panel brings its own; null: it must.
  const Scales* scales = nullptr;
  /// Through which adopted candidates are carried out; null: reports name none here.
  const Stages* stages = nullptr;
  /// By which regions score themselves; null: they do not here.
  const EvaluationSchemes* schemes = nullptr;
  /// What the rules found for choices that were tried; null: nothing is kept here.
  KeptBases* kept_bases = nullptr;
  /// What went wrong last in the runs of plugins; null: nobody notes it here.
  PluginFailures* plugin_failures = nullptr;
};

}  // namespace pilah::registry
