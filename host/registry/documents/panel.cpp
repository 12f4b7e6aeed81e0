#include "pilah/registry/documents/panel.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {
namespace {

boost::json::array members_of(const PanelEntry& entry) {
  boost::json::array members;
  for (std::size_t i = 0; i < entry.members.size(); ++i) {
    const auto& member = entry.members[i];
    boost::json::object one{{"person", member.person.text()}, {"name", member.name}};
    if (!member.organisation.empty()) {
      one["organisation"] = entry.panel.members[i].organisation->text();
      one["organisation_name"] = member.organisation;
    }
    one["has_account"] = entry.panel.members[i].account.has_value();
    one["given"] = member.given;
    one["wanted"] = member.wanted;
    members.push_back(std::move(one));
  }
  return members;
}

boost::json::object judged_document(const JudgedCriterion& judged) {
  boost::json::array scores;
  for (const auto& score : judged.scores) {
    boost::json::object one{
        {"assessor", score.assessor.text()}, {"name", score.name}, {"step", score.step.value}};
    if (!score.note.empty()) one["note"] = score.note;
    scores.push_back(std::move(one));
  }
  boost::json::object document{{"criterion", judged.criterion}, {"scores", std::move(scores)}};
  if (judged.median) document["median_halves"] = *judged.median;
  if (judged.spread) document["spread"] = *judged.spread;
  document["far_apart"] = judged.far_apart;
  return document;
}

boost::json::array far_apart_in(const PanelResults& results) {
  boost::json::array apart;
  for (const auto& entry : results.entries) {
    for (const auto& criterion : entry.criteria) {
      if (!criterion.far_apart) continue;
      apart.push_back(boost::json::object{{"innovation", entry.id.text()},
                                          {"name", entry.name},
                                          {"criterion", criterion.criterion},
                                          {"spread", *criterion.spread}});
    }
  }
  return apart;
}

boost::json::array agreement_of(const PanelResults& results) {
  boost::json::array agreement;
  for (const auto& each : results.agreement) {
    boost::json::object one{{"criterion", each.criterion}};
    if (each.alpha) one["alpha"] = *each.alpha;
    one["level"] = name_of(each.level);
    agreement.push_back(std::move(one));
  }
  return agreement;
}

}  // namespace

boost::json::object panel_document(const PanelEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.panel).as_object());
  document["members"] = members_of(entry);
  document["is_open"] = !entry.panel.closed_on;
  document["revision"] = entry.revision;
  return document;
}

boost::json::array panels_document(const std::vector<PanelEntry>& entries) {
  boost::json::array document;
  for (const auto& entry : entries) document.push_back(panel_document(entry));
  return document;
}

boost::json::object sheet_document(const Sheet& sheet) {
  boost::json::array entries;
  for (const auto& entry : sheet.entries) {
    boost::json::object one{{"id", entry.id.text()}, {"name", entry.name}};
    if (!entry.owner.empty()) one["owner"] = entry.owner;
    one["own"] = entry.own;
    boost::json::array given;
    for (const auto& judgement : entry.given) {
      boost::json::object score{{"criterion", judgement.criterion}, {"step", judgement.step.value}};
      if (!judgement.note.empty()) score["note"] = judgement.note;
      given.push_back(std::move(score));
    }
    one["given"] = std::move(given);
    one["missing"] = boost::json::value_from(entry.missing);
    entries.push_back(std::move(one));
  }
  return {
      {"panel", sheet.panel.id.text()},    {"name", sheet.panel.name},
      {"member", sheet.member.text()},     {"member_name", sheet.name},
      {"is_open", !sheet.panel.closed_on}, {"criteria", catalogue::to_json(sheet.panel.criteria)},
      {"entries", std::move(entries)}};
}

boost::json::array missing_document(const std::vector<MissingScores>& missing) {
  boost::json::array document;
  for (const auto& each : missing) {
    document.push_back(boost::json::object{{"assessor", each.assessor.text()},
                                           {"name", each.name},
                                           {"innovation", each.innovation.text()},
                                           {"entry", each.entry},
                                           {"criteria", boost::json::value_from(each.criteria)}});
  }
  return document;
}

boost::json::object panel_results_document(const PanelResults& results) {
  boost::json::array entries;
  for (const auto& entry : results.entries) {
    boost::json::array criteria;
    for (const auto& criterion : entry.criteria) criteria.push_back(judged_document(criterion));
    entries.push_back(boost::json::object{
        {"id", entry.id.text()}, {"name", entry.name}, {"criteria", std::move(criteria)}});
  }
  return {{"panel", results.panel.id.text()},
          {"name", results.panel.name},
          {"closed_on", results.panel.closed_on->text()},
          {"agreement", agreement_of(results)},
          {"entries", std::move(entries)},
          {"missing", missing_document(results.missing)},
          {"far_apart", far_apart_in(results)}};
}

}  // namespace pilah::registry
