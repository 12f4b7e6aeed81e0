// The candidates of a scenario: entries of the catalogue and packages of them,
// in the order in which the choice knows them.
//
// A package joins its members into one candidate: areas united, costs and staff
// added, the longest duration, its lead as owner; its primary area is that of
// its leading member: the first that the lead owns, else the first.
//
// Order (it decides between equally good sets): owner code, folded name, key in
// the list of origin, id.
//
// Candidates point into the CatalogueView that they were made from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/choice/catalogue_view.hpp"
#include "pilah/registry/choice/scenario.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostCandidates = 20'000;

/// An amount that the scenario put in place of one that nobody knows.
struct Assumed {
  std::string resource;  ///< kBudget, kDuration or kStaff
  std::int64_t amount = 0;
  std::string member;  ///< name of the package's member that it stands for; empty: the entry
};

/// Cost, duration and staff, where known or assumed; nothing: unknown.
struct Amounts {
  std::optional<std::int64_t> budget;    // rupiah
  std::optional<std::int64_t> duration;  // months
  std::optional<std::int64_t> staff;     // persons

  std::optional<std::int64_t> of(std::string_view resource) const;
};

struct Candidate {
  std::string id;
  std::string name;
  const catalogue::Package* package = nullptr;        // null: a single entry
  std::vector<const catalogue::Innovation*> members;  // one for a single entry
  const catalogue::Innovation* leading = nullptr;     // of the members; null: it has none
  const catalogue::Organisation* owner = nullptr;     // null: nobody is named
  std::string primary_area;                           // confirmed; empty: none
  std::string dimension;                              // of the primary area
  std::vector<std::string> areas;                     // confirmed, in the taxonomy's order
  std::vector<std::string> dimensions;                // of the areas
  Amounts amounts;
  std::vector<Assumed> assumed;
  /// Statements (statement.hpp) why the scenario itself does not let it in;
  /// empty: it does. Rules come later.
  std::vector<boost::json::object> not_eligible;
};

/// The order of candidates.
bool comes_before(const Candidate& one, const Candidate& other);

struct Candidates {
  std::vector<Candidate> all;  // in their order
  /// How many entries were left aside, by what kept them out: a status or an entry kind.
  std::map<std::string, std::int64_t> left_aside;
};

/// Entries of the scenario's statuses and kinds, packages, and whatever the
/// scenario includes by id. Throws Refusal(kConflict) when there is none or
/// more than kMostCandidates, saying what to do.
Candidates find_candidates(const CatalogueView& view, const Scenario& scenario,
                           const catalogue::Taxonomy& taxonomy);

/// The candidate as it would be if these entries were as they are here, instead of
/// those of the same id among its members. Points into `view` and `entries`.
Candidate with_entries(const Candidate& candidate,
                       const std::vector<const catalogue::Innovation*>& entries,
                       const CatalogueView& view, const Scenario& scenario,
                       const catalogue::Taxonomy& taxonomy);

}  // namespace pilah::registry
