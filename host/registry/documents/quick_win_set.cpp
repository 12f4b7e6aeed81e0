#include "pilah/registry/documents/quick_win_set.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

std::string name_of(const QuickWinSetEntry& entry, const std::string& candidate) {
  const auto found = entry.candidates.find(candidate);
  return found == entry.candidates.end() ? candidate : found->second;
}

std::string name_of(const QuickWinSetEntry& entry, const catalogue::OrganisationId& id) {
  const auto found = entry.organisations.find(id);
  return found == entry.organisations.end() ? id.text() : found->second;
}

json::array placed_document(const QuickWinSetEntry& entry) {
  json::array all;
  for (const auto& placed : entry.set.candidates) {
    auto one = std::move(catalogue::to_json(placed).as_object());
    one["name"] = name_of(entry, placed.candidate);
    all.push_back(std::move(one));
  }
  return all;
}

/// Nothing when one of the amounts is unknown: unknown is not zero.
std::optional<std::int64_t> total_of(const catalogue::Formulation& formulation) {
  std::int64_t total = 0;
  for (const auto& cost : formulation.costs) {
    if (!cost.amount) return std::nullopt;
    total += cost.amount->amount;
  }
  return formulation.costs.empty() ? std::nullopt : std::optional(total);
}

json::array formulations_document(const QuickWinSetEntry& entry) {
  json::array all;
  for (const auto& formulation : entry.set.formulations) {
    auto one = std::move(catalogue::to_json(formulation).as_object());
    one["candidate_name"] = name_of(entry, formulation.candidate);
    one["lead_name"] = name_of(entry, formulation.lead);
    json::array supporters;
    for (const auto& id : formulation.supporters) {
      supporters.push_back(json::string(name_of(entry, id)));
    }
    one["supporter_names"] = std::move(supporters);
    if (const auto total = total_of(formulation)) one["total"] = *total;
    all.push_back(std::move(one));
  }
  return all;
}

json::array signatories_document(const QuickWinSetEntry& entry) {
  json::array all;
  for (std::size_t i = 0; i < entry.signatories.size(); ++i) {
    const auto& signatory = entry.set.signatories[i];
    auto one = std::move(catalogue::to_json(signatory).as_object());
    one["name"] = entry.signatories[i].name;
    if (signatory.organisation) {
      one["organisation_name"] = name_of(entry, *signatory.organisation);
    }
    if (const auto& signature = entry.signatories[i].signature) {
      auto given = std::move(catalogue::to_json(*signature).as_object());
      for (const char* said_already : {"region", "person"}) given.erase(said_already);
      one["signature"] = std::move(given);
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

json::object quick_win_set_document(const QuickWinSetEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.set).as_object());
  document["selection_name"] = entry.selection_name;
  document["candidates"] = placed_document(entry);
  document["formulations"] = formulations_document(entry);
  document["signatories"] = signatories_document(entry);
  document["unsigned"] = std::count_if(entry.signatories.begin(), entry.signatories.end(),
                                       [](const auto& signatory) { return !signatory.signature; });
  if (entry.amended_by) document["amended_by"] = entry.amended_by->text();
  document["revision"] = entry.revision;
  return document;
}

json::array quick_win_sets_document(const std::vector<QuickWinSetEntry>& entries) {
  json::array document;
  for (const auto& entry : entries) document.push_back(quick_win_set_document(entry));
  return document;
}

}  // namespace pilah::registry
