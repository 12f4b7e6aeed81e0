// A choice made by hand: a catalogue, a scenario and what one rule, "r" with the
// criteria "a" (weight 3) and "b" (weight 1), finds; then the pure way from
// candidates to the result, without a store or a process.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/plugin/run/rule_run.hpp"
#include "pilah/registry/choice/problem_of.hpp"
#include "pilah/registry/choice/rules_again.hpp"

namespace pilah::tests {

class DrawnChoice {
 public:
  using Value = std::optional<double>;

  DrawnChoice();

  catalogue::OrganisationId organisation(const std::string& code);
  /// A verified entry of "DINKES" in area health, 100 rupiah, 6 months, 2 persons.
  catalogue::Innovation& entry(const std::string& name, Value a = 0.5, Value b = 0.5);
  catalogue::Package& package(const std::string& name, const std::vector<std::string>& members,
                              Value a = 0.5, Value b = 0.5);
  void relate(catalogue::RelationKind kind, const std::string& from, const std::string& to);
  /// A row as a rule is given it: by column, as text ("null": unknown).
  using Cells = std::map<std::string, std::string>;
  struct Verdict {
    Value a, b;
    bool refused = false, grouped = false;
  };
  /// The rule judges by what it reads, instead of by the values given above.
  void judge_by(std::vector<std::string> columns, std::function<Verdict(const Cells&)> rule);
  /// What the rule answers when it is asked again: rows from the table, or why not.
  std::function<registry::RulesAgain::Answer(const plugin::ColumnTable&)> ask_again;
  /// What the scenario counts: claims need no proof here unless a test is about it.
  std::string values = "claimed";
  bool rowwise = true;           ///< whether the rule says that it is
  int asked_again = 0;           ///< how often it was asked again ...
  std::uint64_t rows_asked = 0;  ///< ... and about how many rows

  /// The rule says no to the entry or package of that name.
  void refuse(const std::string& name) { refused_.push_back(name); }
  /// The rule's group "g" with these members and default bounds.
  void group(const std::vector<std::string>& members, std::optional<std::int32_t> min,
             std::optional<std::int32_t> max);
  std::string id(const std::string& name) const;

  /// Runs it. `scenario`: members of the document beside "rules". What is
  /// answered by the functions below is that of the last run.
  void choose(const std::string& scenario);
  /// The same without reasons: who is chosen, sorted; "(none)" if there is no set.
  std::vector<std::string> decide(const std::string& scenario);

  /// The candidates' names in their order.
  std::vector<std::string> order() const;
  const registry::Candidate& candidate(const std::string& name) const;
  const boost::json::object& problem() const { return problem_; }
  /// Of the problem, by name: its groups.
  std::vector<std::string> groups(const std::string& name) const;
  /// "from>to" (requires) or "a|b" (excludes) by names.
  std::vector<std::string> pairs(const char* key) const;
  const boost::json::object& result() const { return result_; }
  std::vector<std::string> chosen() const;  // names, sorted
  /// The candidate as the result has it.
  const boost::json::object& told(const std::string& name) const;
  /// Kinds of its reasons.
  std::vector<std::string> kinds(const std::string& name) const;
  /// English sentences of its reasons.
  std::vector<std::string> reasons(const std::string& name) const;
  /// English sentences of the result's "conflict", "notes" or "binding".
  std::vector<std::string> sentences_of(const char* key) const;

  registry::CatalogueView view;

 private:
  catalogue::Uuid next_uuid();
  std::string name_of(std::string_view id) const;
  plugin::RuleResult rule_result(const std::vector<registry::Candidate>& candidates) const;
  plugin::RuleResult rule_result(const plugin::ColumnTable& table) const;
  plugin::RuleResult described() const;
  void add(const Verdict& verdict, plugin::RuleResult& result) const;
  registry::ChoiceProblem prepare(const std::string& scenario);
  registry::RulesAgain again();

  int last_uuid_ = 0;
  std::map<std::string, std::pair<Value, Value>> values_;  // by name
  std::vector<std::string> refused_, grouped_;
  std::optional<plugin::RuleDescription::Group> group_;
  std::vector<std::string> columns_;
  std::function<Verdict(const Cells&)> rule_;
  std::optional<registry::Scenario> scenario_;  // of the last run, as the rest
  registry::Candidates candidates_;
  registry::Findings findings_;
  std::vector<registry::Judged> judged_;
  boost::json::object problem_, result_;
};

}  // namespace pilah::tests
