#include "drawn_choice.hpp"

#include <algorithm>
#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/choice/result_of.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "unit/registry/support/reference.hpp"

namespace pilah::tests {

using catalogue::Innovation;
using catalogue::RegionCode;

namespace {

template <class List>
bool contains(const List& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

std::vector<std::string> sentences_in(const boost::json::array& statements) {
  std::vector<std::string> told;
  for (const auto& one : statements) {
    told.push_back(registry::say(one.as_object(), sentences(), catalogue::Language::kEnglish));
  }
  return told;
}

}  // namespace

DrawnChoice::DrawnChoice() {
  view.region.code = *RegionCode::parse("13.11");
  view.region.name = "Kabupaten Solok Selatan";
  view.revision = 1;
  view.innovations.reserve(1000);  // candidates point into it
}

catalogue::Uuid DrawnChoice::next_uuid() {
  catalogue::Uuid uuid;
  uuid.bytes[6] = 0x70;
  uuid.bytes[8] = 0x80;
  ++last_uuid_;
  uuid.bytes[14] = static_cast<std::uint8_t>(last_uuid_ >> 8);
  uuid.bytes[15] = static_cast<std::uint8_t>(last_uuid_);
  return uuid;
}

catalogue::OrganisationId DrawnChoice::organisation(const std::string& code) {
  for (const auto& one : view.organisations) {
    if (one.code == code) return one.id;
  }
  catalogue::Organisation organisation;
  organisation.id = {next_uuid()};
  organisation.region = view.region.code;
  organisation.code = code;
  organisation.name = "Organisation " + code;
  view.organisations.push_back(organisation);
  return organisation.id;
}

Innovation& DrawnChoice::entry(const std::string& name, Value a, Value b) {
  Innovation innovation;
  innovation.id = {next_uuid()};
  innovation.region = view.region.code;
  innovation.status = catalogue::Status::kVerified;
  innovation.owner = organisation("DINKES");
  innovation.name = name;
  innovation.budgets = {{2026, catalogue::FundingSource::kApbd, catalogue::Rupiah{100}}};
  innovation.duration = catalogue::Months{6};
  innovation.staff = 2;
  innovation.mappings = {{"health", true, catalogue::MappedBy::kPerson, true, std::nullopt, ""}};
  values_[name] = {a, b};
  view.innovations.push_back(innovation);
  return view.innovations.back();
}

catalogue::Package& DrawnChoice::package(const std::string& name,
                                         const std::vector<std::string>& members, Value a,
                                         Value b) {
  catalogue::Package package;
  package.id = {next_uuid()};
  package.region = view.region.code;
  package.name = name;
  package.lead = organisation("DINKES");
  for (const auto& member : members) {
    package.members.push_back(*catalogue::InnovationId::parse(id(member)));
  }
  values_[name] = {a, b};
  view.packages.push_back(package);
  return view.packages.back();
}

void DrawnChoice::relate(catalogue::RelationKind kind, const std::string& from,
                         const std::string& to) {
  view.relations.push_back({{next_uuid()},
                            view.region.code,
                            kind,
                            *catalogue::InnovationId::parse(id(from)),
                            *catalogue::InnovationId::parse(id(to)),
                            ""});
}

void DrawnChoice::group(const std::vector<std::string>& members, std::optional<std::int32_t> min,
                        std::optional<std::int32_t> max) {
  grouped_ = members;
  group_ = {"g", "kelompok uji", "tested group", min, max};
}

std::string DrawnChoice::id(const std::string& name) const {
  for (const auto& one : view.innovations) {
    if (one.name == name) return one.id.text();
  }
  for (const auto& one : view.packages) {
    if (one.name == name) return one.id.text();
  }
  throw std::out_of_range("nothing is called " + name);
}

std::string DrawnChoice::name_of(std::string_view wanted) const {
  for (const auto& one : candidates_.all) {
    if (one.id == wanted) return one.name;
  }
  throw std::out_of_range("no candidate " + std::string(wanted));
}

plugin::RuleResult DrawnChoice::rule_result(
    const std::vector<registry::Candidate>& candidates) const {
  plugin::RuleResult result;
  result.description.criteria = {{"a", "Uji A", "Test A", "nol", "zero", "satu", "one", 3},
                                 {"b", "Uji B", "Test B", "nol", "zero", "satu", "one", 1}};
  result.description.reasons = {{"bad", "buruk", "it is bad"}};
  if (group_) result.description.groups = {*group_};
  result.rows = candidates.size();
  result.values.resize(2);
  for (const auto& candidate : candidates) {
    const auto& [a, b] = values_.at(candidate.name);
    result.values[0].push_back(a);
    result.values[1].push_back(b);
    result.not_eligible.push_back(
        contains(refused_, candidate.name) ? std::optional<std::uint8_t>(0) : std::nullopt);
    result.groups.push_back(contains(grouped_, candidate.name) ? 1U : 0U);
    result.explanations.push_back({"why a", "why b"});
  }
  return result;
}

void DrawnChoice::choose(const std::string& members) {
  const std::string json =
      R"({"rules": [{"plugin": "r"}])" + (members.empty() ? "" : ", " + members) + "}";
  auto scenario =
      registry::read_scenario(catalogue::parse_json(json).as_object(), view.region.code);
  std::sort(view.organisations.begin(), view.organisations.end(),
            [](const auto& one, const auto& other) { return one.id < other.id; });
  candidates_ = registry::find_candidates(view, scenario, taxonomy());
  registry::Findings findings;
  const auto found = rule_result(candidates_.all);
  registry::add_findings(findings, "r", found, found);
  registry::derive_weights(scenario, findings, candidates_.all);
  registry::weigh(findings, scenario);
  auto judged = registry::judge(candidates_.all, findings, scenario);
  const registry::GroupWords words(taxonomy(), view, findings);
  const auto made = registry::problem_of(view, scenario, candidates_.all, findings, judged, words);
  problem_ = made.document;
  result_ = registry::result_of(view, scenario, candidates_, findings, judged, made, words);
  registry::tell_weighting(scenario, findings, result_);
}

std::vector<std::string> DrawnChoice::order() const {
  std::vector<std::string> names;
  for (const auto& one : candidates_.all) names.push_back(one.name);
  return names;
}

const registry::Candidate& DrawnChoice::candidate(const std::string& name) const {
  for (const auto& one : candidates_.all) {
    if (one.name == name) return one;
  }
  throw std::out_of_range("no candidate " + name);
}

std::vector<std::string> DrawnChoice::groups(const std::string& name) const {
  std::vector<std::string> groups;
  for (const auto& one : problem_.at("candidates").as_array()) {
    if (one.at("id") != boost::json::string_view(id(name))) continue;
    for (const auto& group : one.at("groups").as_array()) {
      groups.emplace_back(group.as_string());
    }
  }
  return groups;
}

std::vector<std::string> DrawnChoice::pairs(const char* key) const {
  std::vector<std::string> all;
  const auto* list = problem_.if_contains(key);
  if (!list) return all;
  for (const auto& pair : list->as_array()) {
    all.push_back(name_of(pair.at(0).as_string()) + (key[0] == 'r' ? ">" : "|") +
                  name_of(pair.at(1).as_string()));
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::string> DrawnChoice::chosen() const {
  std::vector<std::string> names;
  if (result_.at("selected").is_null()) return {"(none)"};
  for (const auto& one : result_.at("selected").as_array()) {
    names.push_back(name_of(one.as_string()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

const boost::json::object& DrawnChoice::told(const std::string& name) const {
  for (const auto& one : result_.at("candidates").as_array()) {
    if (one.at("name").as_string() == name) return one.as_object();
  }
  throw std::out_of_range("no candidate " + name);
}

std::vector<std::string> DrawnChoice::kinds(const std::string& name) const {
  std::vector<std::string> kinds;
  for (const auto& one : told(name).at("reasons").as_array()) {
    kinds.emplace_back(one.at("kind").as_string());
  }
  return kinds;
}

std::vector<std::string> DrawnChoice::reasons(const std::string& name) const {
  return sentences_in(told(name).at("reasons").as_array());
}

std::vector<std::string> DrawnChoice::sentences_of(const char* key) const {
  return sentences_in(result_.at(key).as_array());
}

}  // namespace pilah::tests
