// What a choice rests on before anything is weighed: the catalogue as it was read, the
// candidates in it, what the rules found about them. Running the rules takes most of the
// time of a choice; whoever moves a weight needs the same once more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "pilah/registry/choice/counted_claims.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::plugin {
class InstalledPlugins;
struct InstalledPlugin;
}  // namespace pilah::plugin

namespace pilah::registry {

struct ChoiceBasis {
  CatalogueView view;
  Candidates candidates;  // point into the view
  Findings findings;      // nothing of it is weighed
  CountedClaims claims;
};

/// Finds the candidates and runs the rules in their sandboxes. Throws as find_candidates()
/// and run_rules() do; a rule that failed is noted (plugins/plugin_failures.hpp). Requires: `rules`
/// are those of the scenario, in their order.
std::shared_ptr<const ChoiceBasis> choice_basis(
    const Environment& environment, CatalogueView view, const Scenario& scenario,
    const plugin::InstalledPlugins& plugins,
    const std::vector<const plugin::InstalledPlugin*>& rules, const std::string& as_of);

/// All that a basis hangs on, as one text: the region's revision, the rules with their
/// digests and parameters, who is a candidate and what stands for the unknown, the day.
/// Weights, count, limits, bounds, coverage and relations are not among them.
std::string basis_key(std::int64_t revision, const Scenario& scenario,
                      const std::vector<const plugin::InstalledPlugin*>& rules,
                      const std::string& as_of);

/// The bases that were asked for last. Any thread.
class KeptBases {
 public:
  /// At most so many, with so many entries of the catalogue together.
  explicit KeptBases(std::size_t most = 32, std::size_t most_entries = 10'000)
      : most_(most), most_entries_(most_entries) {}

  /// Null: it is not kept.
  std::shared_ptr<const ChoiceBasis> find(const std::string& key);
  /// Forgets those that were asked for longest ago; one that is too large alone is not kept.
  void keep(std::string key, std::shared_ptr<const ChoiceBasis> basis);

 private:
  using Kept = std::pair<std::string, std::shared_ptr<const ChoiceBasis>>;

  std::list<Kept>::iterator place_of(const std::string& key);

  const std::size_t most_;
  const std::size_t most_entries_;
  std::mutex mutex_;
  std::list<Kept> kept_;  // what was asked for last is the first
  std::size_t entries_ = 0;
};

}  // namespace pilah::registry
