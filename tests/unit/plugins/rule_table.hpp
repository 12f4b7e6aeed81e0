// Candidates written out as the columns that matter, and what a rule says of them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <boost/json.hpp>

#include "pilah/plugin/run/rule_run.hpp"

namespace pilah::tests {

/// What is not named is unknown.
using Candidate = std::map<std::string, std::variant<bool, std::int64_t, double, std::string>>;

/// Runs one of the shipped rules on the candidates, in its own process.
class RuleTable {
 public:
  RuleTable(const char* plugin, const std::vector<Candidate>& candidates,
            boost::json::object parameters = {});

  std::optional<double> value(const char* criterion, std::size_t row) const;
  /// Id of the reason why the row is not eligible; empty: it is.
  std::string not_eligible(std::size_t row) const;
  /// Ids of the groups that the row is a member of.
  std::vector<std::string> groups(std::size_t row) const;

 private:
  plugin::RuleResult result_;
};

/// One line of a table: a candidate and the value that a criterion must have.
struct RuleCase {
  const char* criterion;
  Candidate candidate;
  std::optional<double> value;
};

void check_cases(const char* plugin, const std::vector<RuleCase>& cases,
                 const boost::json::object& parameters = {});

}  // namespace pilah::tests
