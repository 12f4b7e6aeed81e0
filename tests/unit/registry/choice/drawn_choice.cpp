#include "drawn_choice.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <boost/json.hpp>

#include "cell_text.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/registry/choice/counted_claims.hpp"
#include "pilah/registry/choice/result_of.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/columns/candidate_columns.hpp"
#include "pilah/selection/problem_document.hpp"
#include "pilah/selection/solve.hpp"
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

void DrawnChoice::judge_by(std::vector<std::string> columns,
                           std::function<Verdict(const Cells&)> rule) {
  columns_ = std::move(columns);
  rule_ = std::move(rule);
}

plugin::RuleResult DrawnChoice::described() const {
  plugin::RuleResult result;
  result.description.rowwise = rowwise;
  result.description.criteria = {{"a", "Uji A", "Test A", "nol", "zero", "satu", "one", 3},
                                 {"b", "Uji B", "Test B", "nol", "zero", "satu", "one", 1}};
  result.description.reasons = {{"bad", "buruk", "it is bad"}};
  if (group_) result.description.groups = {*group_};
  result.values.resize(2);
  return result;
}

void DrawnChoice::add(const Verdict& verdict, plugin::RuleResult& result) const {
  result.values[0].push_back(verdict.a);
  result.values[1].push_back(verdict.b);
  result.not_eligible.push_back(verdict.refused ? std::optional<std::uint8_t>(0) : std::nullopt);
  result.groups.push_back(verdict.grouped ? 1U : 0U);
  result.explanations.push_back({"why a", "why b"});
  ++result.rows;
}

plugin::RuleResult DrawnChoice::rule_result(
    const std::vector<registry::Candidate>& candidates) const {
  if (rule_)
    return rule_result(
        registry::candidate_table(view, candidates, columns_, registry::withheld_by(*scenario_)));
  auto result = described();
  for (const auto& candidate : candidates) {
    const auto& [a, b] = values_.at(candidate.name);
    add({a, b, contains(refused_, candidate.name), contains(grouped_, candidate.name)}, result);
  }
  return result;
}

plugin::RuleResult DrawnChoice::rule_result(const plugin::ColumnTable& table) const {
  auto result = described();
  for (std::uint64_t row = 0; row < table.rows(); ++row) {
    Cells cells;
    for (const auto& column : columns_) cells[column] = cell(table, column, row);
    add(rule_(cells), result);
  }
  return result;
}

registry::ChoiceProblem DrawnChoice::prepare(const std::string& members) {
  const std::string json = R"({"rules": [{"plugin": "r"}], "values": ")" + values + "\"" +
                           (members.empty() ? "" : ", " + members) + "}";
  scenario_ = registry::read_scenario(catalogue::parse_json(json).as_object(), view.region.code);
  std::sort(view.organisations.begin(), view.organisations.end(),
            [](const auto& one, const auto& other) { return one.id < other.id; });
  candidates_ = registry::find_candidates(view, *scenario_, taxonomy());
  findings_ = {};
  const auto found = rule_result(candidates_.all);
  registry::add_findings(findings_, "r", found, found);
  registry::derive_weights(*scenario_, findings_, candidates_.all);
  registry::weigh(findings_, *scenario_);
  judged_ = registry::judge(candidates_.all, findings_, *scenario_);
  const registry::GroupWords words(taxonomy(), view, findings_);
  return registry::problem_of(view, *scenario_, candidates_.all, findings_, judged_, words);
}

registry::RulesAgain DrawnChoice::again() {
  return {columns_, "2026-11-23", [this](const plugin::ColumnTable& table) {
            ++asked_again;
            rows_asked += table.rows();
            if (ask_again) return ask_again(table);
            registry::Findings findings;
            const auto found = rule_result(table);
            registry::add_findings(findings, "r", found, found);
            return registry::RulesAgain::Answer(findings);
          }};
}

void DrawnChoice::choose(const std::string& members) {
  const auto made = prepare(members);
  problem_ = made.document;
  const registry::GroupWords words(taxonomy(), view, findings_);
  const auto again = this->again();
  result_ = registry::result_of(
      view, *scenario_, candidates_, findings_, judged_, made, words,
      registry::counted_claims(view, *scenario_, candidates_.all, findings_, again), again);
  registry::tell_weights(*scenario_, findings_, result_);
}

std::vector<std::string> DrawnChoice::decide(const std::string& members) {
  const auto made = prepare(members);
  const auto read = selection::read_problem(boost::json::serialize(made.document));
  const auto answer = selection::solve(std::get<selection::Problem>(read));
  if (answer.best.empty()) return {"(none)"};
  std::vector<std::string> names;
  for (const auto at : answer.best.front().positions) {
    names.push_back(candidates_.all[made.candidates[at]].name);
  }
  std::sort(names.begin(), names.end());
  return names;
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
