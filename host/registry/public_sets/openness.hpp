// How much of an adopted choice everybody may see: what its region publishes, held against
// what the choice rests upon.
//
// The rule: nothing is shown whose value hangs on what the region does not show, but for who
// is in, who is out and who was not eligible. So
// - an entry of a status that is not shown is not named, nor is a package that has one
//   ("hidden"); what is told of others says "a candidate that is not public" in its place;
// - cost, duration and staff are shown where the fields "budgets", "duration_months" and
//   "staff" are; whatever is reckoned from them likewise (limits that do not fit, ties that
//   the lower cost decides);
// - a rule looks at all of its columns, so its findings (values, its own words, points, prices,
//   ways in) are shown where every field behind them is (columns/column_fields.hpp), and
//   with panels' medians where the region shows judgements. Of a rule that is not installed
//   any more nobody knows at what it looked: as if it looked at something that is not shown;
// - the problem, with it the certificate and trials with other weights, are shown where all
//   of that is and where no candidate in it is hidden: anybody can reckon the rest from it.
// Never shown: who assessed and what each of them gave, notes of relations, sealed weights,
// who ran a selection, anything of drafts and of selections that were not adopted but for
// what changed from run to run (public_runs.hpp).
//
// Values; any thread.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "pilah/catalogue/choice.hpp"
#include "pilah/catalogue/publication.hpp"

namespace pilah::plugin {
class InstalledPlugins;
}
namespace pilah::store {
class Reader;
}

namespace pilah::registry {

struct Openness {
  std::set<std::string> hidden;      ///< ids of candidates that are not named
  bool rules = false;                ///< what the rules found
  bool budget = false;               ///< cost
  bool duration = false;             ///< months
  bool staff = false;                ///< persons
  bool places = false;               ///< subdistricts and villages
  bool evidence = false;             ///< whether a claim is proven
  bool problem = false;              ///< problem, certificate, trials
  catalogue::Publication published;  ///< by which it was decided

  /// Why not all of it is shown: fields to open (catalogue/publication.hpp), "judgements" ...
  std::set<std::string> closed_fields;
  std::set<std::string> missing_rules;  ///< ... rules that are not installed any more ...
  std::size_t hidden_in_problem = 0;    ///< ... and candidates that are not public.

  bool shows_amount(std::string_view resource) const;
  /// Tells one openness of a selection from another.
  std::string mark() const;
};

Openness openness_of(store::Reader& reader, const plugin::InstalledPlugins& plugins,
                     const catalogue::Publication& published,
                     const catalogue::SelectionRecord& selection);

/// Whether everybody may know of the candidate, an entry or a package.
bool is_public_candidate(store::Reader& reader, const catalogue::RegionCode& region,
                         const catalogue::Publication& published, std::string_view id);

}  // namespace pilah::registry
