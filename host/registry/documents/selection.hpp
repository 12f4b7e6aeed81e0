// The JSON of selections, for HTTP and the command line alike.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/choice/outlook.hpp"
#include "pilah/registry/choice/selections.hpp"

namespace pilah::registry {

/// What counts in the selection: "verified" or "claimed" values.
std::string_view values_of(const boost::json::object& result);

/// The claims that nothing verifies, a row for each field and criterion:
/// [{"candidate", "name", "chosen", "claim", "counts", "eligible_by_it", "entry", "field",
///   "criterion"}]. criterion: whose score rests on it; null: it does not count, or the
/// candidate is eligible by it. choice/counted_claims.hpp says which are told.
boost::json::array unverified_claims(const SelectionEntry& entry);

/// {"id", "region", "name", "revision", "catalogue_revision", "as_of",
///  "plugins": [{"id", "version", "digest"}], "status", "selected": [ids] | null,
///  "score", "bound", "uses", "optimal_sets", "values": "verified" | "claimed",
///  "unverified": number of rows of unverified_claims(), "names", "criteria", "candidates",
///  "conflict", "binding", "notes", "assumed", "relations", "considered", "scenario",
///  "problem"} and, where the scenario has a weighting, "weighting": {"by": "rank" | "pairs"
///  | "entropy", "consistency_ratio", "contradiction": {"first", "second", "said",
///  "implied"}}: of pairs, in millionths; the contradiction above a ratio of a tenth.
/// Where its rules look at needs "dossier" is {"round", "name"}, or null: there is none.
/// Where weights were sealed for its round "seals" tells of them (choice/seals_told.hpp).
/// `names` has the names of the dimensions and areas that candidates have by key.
///
/// candidates, the chosen first, then the rejected, best first:
///   {"id", "kind": "entry" | "package", "members", "name",
///    "owner": {"code", "name"} | null, "dimension", "area", "areas", "eligible",
///    "chosen", "score", "cost", "duration_months", "staff",
///    "criteria": [{"rule", "criterion", "title": {"id", "en"}, "value", "weight",
///                  "contribution", "text": {"id", "en"}}],
///    "reasons": [...], "assumed": [...], "unverified": [...],
///    "unknown": ["rule/criterion" ...],
///    "way_in": {"outcome": "chosen" | "eligible" | "helped",
///               "changes": [{"kind", "arguments", "text", "entry", "fields"}],
///               "fields": [JSON pointers into the entries],
///               "criteria": [{"criterion", "from", "to"}], "gain", "missing"}}
/// way_in: the change of the least effort, or two, that would make a rejected candidate
/// chosen; else eligible; else help it most. It is left out where there is none.
/// A reason (and each entry of assumed, conflict, binding, notes) is
///   {"kind", "arguments": {...}, "text": {"id", "en"}}: the numbers and names
/// behind the sentence are its arguments. Scores and values are millionths.
boost::json::object selection_document(const SelectionEntry& entry,
                                       const catalogue::Sentences& sentences);

/// A selection that nobody stored: the same without "id", "revision", "problem".
boost::json::object tried_document(const catalogue::SelectionRecord& tried,
                                   const catalogue::Sentences& sentences);

/// One of its candidates, by id or name (choice/explain.hpp says what it refuses), with
/// what can be said of it afterwards if it was eligible: "outlook".
boost::json::object candidate_document(const SelectionEntry& entry, std::string_view id_or_name,
                                       const std::optional<Outlook>& outlook,
                                       const catalogue::Sentences& sentences);

/// {"said", "largest_uses": {resource: n}, "contribution": points | null}.
boost::json::object outlook_document(const Outlook& outlook, const catalogue::Sentences& sentences);

/// The same without problem, scenario and candidates: for lists.
boost::json::object selection_summary_document(const SelectionEntry& entry,
                                               const catalogue::Sentences& sentences);

}  // namespace pilah::registry
