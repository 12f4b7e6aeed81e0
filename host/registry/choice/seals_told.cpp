#include "pilah/registry/choice/seals_told.hpp"

#include <set>
#include <string>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

json::array texts(const std::vector<std::string>& names) {
  json::array all;
  for (const auto& name : names) all.push_back(json::string(name));
  return all;
}

/// A difference, and the words for it.
struct Difference {
  json::object told;
  json::object said;
};

Difference otherwise(const std::string& criterion, json::object title, json::value sealed,
                     json::value weight) {
  json::object said =
      statement(weight.is_null() ? "choice.seal.criterion_gone" : "choice.seal.weight_part",
                {{"criterion", std::move(title)}, {"sealed", sealed}, {"weight", weight}});
  return {{{"criterion", criterion}, {"sealed", std::move(sealed)}, {"weight", std::move(weight)}},
          std::move(said)};
}

/// The weights that were sealed against those that count.
std::vector<Difference> weights_differ(const json::object& sealed, const Findings& findings) {
  std::vector<Difference> all;
  std::set<std::string> known;
  const auto* named = sealed.if_contains("weights");
  const auto sealed_weight = [&](const FoundCriterion& criterion) {
    const auto* weight = named ? named->as_object().if_contains(criterion.id()) : nullptr;
    return weight ? weight->to_number<std::int64_t>() : criterion.own_weight;
  };
  for (const auto& criterion : findings.criteria) {
    known.insert(criterion.id());
    const std::int64_t weight = sealed_weight(criterion);
    if (weight == criterion.weight) continue;
    all.push_back(otherwise(criterion.id(), both(criterion.title), weight, criterion.weight));
  }
  if (!named) return all;
  for (const auto& member : named->as_object()) {
    const std::string id(member.key());
    if (known.count(id) == 0) all.push_back(otherwise(id, both(id, id), member.value(), nullptr));
  }
  return all;
}

std::vector<Difference> differences(const json::object& sealed, const Scenario& scenario,
                                    const Findings& findings) {
  const auto now = sealed_content(scenario);
  const auto way = [](const json::object& content) {
    const auto* weighting = content.if_contains("weighting");
    return weighting ? *weighting : json::value(nullptr);
  };
  if (way(sealed) == way(now)) {
    return way(now).is_null() ? weights_differ(sealed, findings) : std::vector<Difference>();
  }
  json::object told{{"criterion", nullptr}, {"sealed", way(sealed)}, {"weight", way(now)}};
  std::vector<Difference> one;
  one.push_back({std::move(told), statement("choice.seal.other_way")});
  return one;
}

}  // namespace

json::object sealed_when(const SealEntry& entry) {
  if (!entry.closed_before.empty()) {
    return statement("choice.seal.after", {{"panels", texts(entry.closed_before)}});
  }
  if (!entry.closed_since.empty()) {
    return statement("choice.seal.before", {{"panels", texts(entry.closed_since)}});
  }
  return statement("choice.seal.no_panel");
}

void tell_seals(const std::vector<SealEntry>& seals, const Scenario& scenario,
                const Findings& findings, json::object& result) {
  if (seals.empty()) return;
  json::array all;
  auto& notes = result.at("notes").as_array();
  for (const auto& entry : seals) {
    const auto& seal = entry.seal;
    json::object arguments{
        {"date", seal.sealed_on.text()}, {"name", seal.by}, {"when", sealed_when(entry)}};
    json::object told{{"id", seal.id.text()},
                      {"sealed_on", seal.sealed_on.text()},
                      {"by", seal.by},
                      {"opened", seal.opened_on.has_value()},
                      {"closed_before", texts(entry.closed_before)},
                      {"closed_since", texts(entry.closed_since)},
                      {"as_sealed", nullptr},
                      {"differences", json::array()}};
    const char* kind = "choice.note.seal_not_opened";
    if (seal.opened_on) {
      auto found = differences(seal.content, scenario, findings);
      told["as_sealed"] = found.empty();
      kind = found.empty() ? "choice.note.as_sealed" : "choice.note.not_as_sealed";
      json::array said;
      for (auto& one : found) {
        told.at("differences").as_array().push_back(std::move(one.told));
        said.push_back(std::move(one.said));
      }
      if (!said.empty()) arguments["differences"] = std::move(said);
    }
    notes.push_back(statement(kind, std::move(arguments)));
    all.push_back(std::move(told));
  }
  result["seals"] = std::move(all);
}

}  // namespace pilah::registry
