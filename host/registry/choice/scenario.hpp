// A scenario: what a region wants chosen, and by which rules. Read from its
// JSON document, every key checked, defaults filled in.
//
// The document (only "rules" must be there):
//   name        text; default: the ids of its rules
//   region      code; default: the region it is run for
//   round       id or name of the round (bimtek) that it is chosen in: its dossier has the
//               needs that rules look at, and its runs are told together. Default: none
//   rules       [{"plugin", "version", "parameters"}]; no version: the newest
//   weights     {"plugin/criterion": integer >= 0}; a criterion that is not named
//               weighs what its rule says. One that weighs something else is
//               {"weight", "reason", "by"}: why, and who says so
//   weighting   instead of weights: {"rank"} | {"pairs"} | {"entropy"}, with the
//               "reason" and "by" of it (weighting.hpp). A selection keeps it beside
//               the weights that came of it; given with others than its own it is
//               refused
//   candidates  {"status": [...], "entry_kind": [...], "max_duration_months"};
//               default: verified entries of kind existing, of any duration
//   values      "verified": claims that nothing verifies do not count (columns/
//               withheld_claims.hpp); "claimed": they do, and each score that rests on one
//               says so. Default: "verified"
//   unknown     what stands for a value that nobody knows: {"budget" | "duration"
//               | "staff" | "plugin/criterion": "ineligible" | {"assume": n}}.
//               Default: budget is "ineligible", and so are duration and staff
//               where the scenario asks for them; an unknown criterion counts
//               0 and the result lists it. For a criterion n is in millionths.
//   count       {"min", "max"}
//   limits      [{"resource": "budget" | "staff" | "duration", "max"}]
//   bounds      [{"group", "min", "max"}]; a group is dimension:KEY, area:KEY,
//               organisation:CODE, subdistrict:NAME, village:NAME or
//               rule:PLUGIN/GROUP; KIND:* holds for each of them
//   coverage    [{"groups": "KIND:*", "min"}]
//   relations   {"needs" | "variant-of" | "replaces" | "continues":
//               "requires" | "excludes"}; a kind that is not named means nothing
//   include     [{"id", "reason", "by"}], exclude likewise; all three are demanded
//
// Values; any thread. Errors: Refusal(kInvalid) with JSON pointers, all that is
// wrong at once as far as it can be told.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/relation.hpp"
#include "pilah/registry/choice/grounds.hpp"
#include "pilah/registry/choice/weighting.hpp"

namespace pilah::registry {

inline constexpr std::int64_t kLargestWeight = std::int64_t{1} << 53;
inline constexpr std::size_t kMostRules = 16;

/// What a scenario can ask of every candidate.
inline constexpr std::string_view kBudget = "budget";      // rupiah
inline constexpr std::string_view kDuration = "duration";  // months
inline constexpr std::string_view kStaff = "staff";        // persons

/// What stands for an unknown value: an amount, or nothing: not eligible.
struct UnknownMeans {
  std::optional<std::int64_t> assume;

  friend bool operator==(const UnknownMeans&, const UnknownMeans&) = default;
};

struct ScenarioRule {
  std::string plugin;
  std::string version;  ///< empty: the newest
  boost::json::object parameters;
};

struct ScenarioLimit {
  std::string resource;
  std::optional<std::int64_t> max;
};

struct ScenarioBound {
  std::string group;
  std::optional<std::int64_t> min, max;
};

struct ScenarioCoverage {
  std::string groups;
  std::int64_t min = 0;
};

enum class RelationMeans { kRequires, kExcludes };

enum class CountedValues { kVerified, kClaimed };

/// An entry or package that someone wants in or out, and why.
struct ScenarioForced {
  std::string id;
  Grounds grounds;
};

struct Scenario {
  std::string name;
  catalogue::RegionCode region;
  std::string round;  ///< id, once it is resolved; empty: none
  std::vector<ScenarioRule> rules;
  std::map<std::string, std::int64_t> weights;    ///< by "plugin/criterion"
  std::map<std::string, Grounds> weight_grounds;  ///< of those that are somebody's decision
  std::optional<Weighting> weighting;             ///< where the weights come from, if not written
  std::vector<catalogue::Status> statuses;
  std::vector<catalogue::EntryKind> entry_kinds;
  std::optional<std::int64_t> max_duration_months;
  CountedValues values = CountedValues::kVerified;
  std::map<std::string, UnknownMeans> unknown;  ///< by resource or "plugin/criterion"
  std::optional<std::int64_t> count_min, count_max;
  std::vector<ScenarioLimit> limits;
  std::vector<ScenarioBound> bounds;
  std::vector<ScenarioCoverage> coverage;
  std::map<catalogue::RelationKind, RelationMeans> relations;
  std::vector<ScenarioForced> include, exclude;

  bool limits_resource(std::string_view resource) const;
  /// Whether a bound or a coverage speaks of groups with that prefix.
  bool constrains(std::string_view prefix) const;
  /// What the scenario says of an unknown amount; null: it does not ask for it.
  const UnknownMeans* unknown_means(std::string_view resource) const;
};

/// Reads the document for `region`. Says nothing yet of what only the host
/// knows: plugins, organisations, ids (scenario_checks.hpp).
Scenario read_scenario(const boost::json::object& document, const catalogue::RegionCode& region);

/// The document with every default filled in; reading it gives the same scenario.
boost::json::object scenario_json(const Scenario& scenario);

/// "dimension" of "dimension:smart-living" and of "dimension:*"; empty: no such group.
std::string_view group_prefix(std::string_view group);
/// "smart-living" of "dimension:smart-living".
std::string_view group_key(std::string_view group);
bool is_group_family(std::string_view group);

}  // namespace pilah::registry
