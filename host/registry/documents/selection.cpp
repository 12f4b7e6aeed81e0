#include "pilah/registry/documents/selection.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/choice/explain.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/documents/robustness.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

using catalogue::Sentences;

/// A candidate's criterion, put together with what stands once for all candidates.
json::array whole_criteria(const json::array& values, const json::array& criteria) {
  json::array whole;
  for (std::size_t c = 0; c < values.size() && c < criteria.size(); ++c) {
    const auto& described = criteria[c].as_object();
    json::object one;
    for (const char* key : {"rule", "criterion", "title"}) one[key] = described.at(key);
    const auto& value = values[c].as_object();
    one["value"] = value.at("value");
    if (const auto* counted = value.if_contains("counted")) one["counted"] = *counted;
    one["weight"] = described.at("weight");
    one["contribution"] = value.at("contribution");
    if (const auto* text = value.if_contains("text")) one["text"] = *text;
    whole.push_back(std::move(one));
  }
  return whole;
}

json::object whole_candidate(const json::object& kept, const json::array& criteria,
                             const Sentences& sentences) {
  json::object whole = kept;
  whole["criteria"] = whole_criteria(kept.at("criteria").as_array(), criteria);
  for (const char* key : {"reasons", "assumed", "unverified"}) {
    const auto* statements = kept.if_contains(key);
    whole[key] = statements ? with_texts(statements->as_array(), sentences) : json::array();
  }
  if (auto* way = whole.if_contains("way_in")) {
    auto& changes = way->as_object().at("changes");
    changes = with_texts(changes.as_array(), sentences);
  }
  return whole;
}

}  // namespace

std::string_view values_of(const json::object& result) {
  const auto* values = result.if_contains("values");
  return values ? std::string_view(values->get_string()) : "claimed";
}

json::array unverified_claims(const SelectionEntry& entry) {
  json::array rows;
  const bool counts = values_of(entry.selection.result) == "claimed";
  for (const auto& candidate : entry.selection.result.at("candidates").as_array()) {
    const auto* claims = candidate.as_object().if_contains("unverified");
    if (!claims) continue;
    for (const auto& claim : claims->as_array()) {
      json::object row{{"candidate", candidate.at("id")},
                       {"name", candidate.at("name")},
                       {"chosen", candidate.at("chosen")},
                       {"claim", claim.at("claim")},
                       {"counts", counts},
                       {"eligible_by_it", claim.at("eligible")}};
      json::array criteria = claim.at("criteria").as_array();
      if (criteria.empty()) criteria.push_back(nullptr);
      for (const auto& field : claim.at("fields").as_array()) {
        for (const auto& criterion : criteria) {
          row["entry"] = field.at("entry");
          row["field"] = field.at("field");
          row["criterion"] = criterion;
          rows.push_back(row);
        }
      }
    }
  }
  return rows;
}

json::object selection_summary_document(const SelectionEntry& entry, const Sentences& sentences) {
  const auto& selection = entry.selection;
  const auto& result = selection.result;
  json::object document{{"id", selection.id.text()},
                        {"region", selection.region.text()},
                        {"name", selection.name},
                        {"revision", entry.revision},
                        {"catalogue_revision", selection.catalogue_revision},
                        {"as_of", selection.as_of},
                        {"plugins", catalogue::to_json(selection.plugins)}};
  for (const char* key :
       {"status", "selected", "score", "bound", "uses", "optimal_sets", "considered"}) {
    document[key] = result.at(key);
  }
  document["values"] = values_of(result);
  document["unverified"] = static_cast<std::int64_t>(unverified_claims(entry).size());
  for (const char* key : {"conflict", "notes"}) {
    document[key] = with_texts(result.at(key).as_array(), sentences);
  }
  return document;
}

json::object candidate_document(const SelectionEntry& entry, std::string_view id_or_name,
                                const std::optional<Outlook>& outlook, const Sentences& sentences) {
  const auto& result = entry.selection.result;
  const auto& kept = candidate_named(result.at("candidates").as_array(), id_or_name);
  json::object document = whole_candidate(kept, result.at("criteria").as_array(), sentences);
  if (outlook) document["outlook"] = outlook_document(*outlook, sentences);
  return document;
}

json::object outlook_document(const Outlook& outlook, const Sentences& sentences) {
  json::object uses;
  for (const auto& [resource, most] : outlook.largest_uses) uses[resource] = most;
  json::value contribution = nullptr;
  if (outlook.contribution) contribution = *outlook.contribution;
  return {{"said", said_document(outlook.said, sentences)},
          {"largest_uses", std::move(uses)},
          {"contribution", std::move(contribution)}};
}

namespace {

/// But for the problem, which alone may be as long as all the rest.
json::object without_problem(const SelectionEntry& entry, const Sentences& sentences) {
  const auto& result = entry.selection.result;
  json::object document = selection_summary_document(entry, sentences);
  const auto& criteria = result.at("criteria").as_array();
  document["names"] = result.at("names");
  document["criteria"] = criteria;
  json::array candidates;
  for (const auto& kept : result.at("candidates").as_array()) {
    candidates.push_back(whole_candidate(kept.as_object(), criteria, sentences));
  }
  document["candidates"] = std::move(candidates);
  document["binding"] = with_texts(result.at("binding").as_array(), sentences);
  document["assumed"] = result.at("assumed");
  document["relations"] = result.at("relations");
  for (const char* key : {"weighting", "dossier", "seals"}) {
    if (const auto* told = result.if_contains(key)) document[key] = *told;
  }
  document["scenario"] = entry.selection.scenario;
  return document;
}

}  // namespace

json::object selection_document(const SelectionEntry& entry, const Sentences& sentences) {
  auto document = without_problem(entry, sentences);
  document["problem"] = entry.selection.problem;
  return document;
}

json::object tried_document(const catalogue::SelectionRecord& tried, const Sentences& sentences) {
  auto document = without_problem({tried, 0}, sentences);
  for (const char* of_stored : {"id", "revision"}) document.erase(of_stored);
  return document;
}

}  // namespace pilah::registry
