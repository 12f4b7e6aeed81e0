// What a rule wrote for a batch: checked, then taken over.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin/run/rule_description.hpp"
#include "pilah/plugin/wire/rule_layout.hpp"

namespace pilah::plugin {

/// A group that the rule named as it went.
struct JoinedGroup {
  std::string name;
  std::vector<std::uint64_t> rows;  ///< rising
};

/// What a rule found, row by row, checked: every value is finite and in [0, 1],
/// every reason and group is one of the description's.
struct RuleResult {
  RuleDescription description;
  std::uint64_t rows = 0;
  /// [criterion][row]; nullopt: the rule cannot tell.
  std::vector<std::vector<std::optional<double>>> values;
  /// [row]: place of the reason why it is not eligible; nullopt: it is.
  std::vector<std::optional<std::uint8_t>> not_eligible;
  /// [row]: bit g: member of group g of the description.
  std::vector<std::uint32_t> groups;
  /// By name; none has that of a group of the description.
  std::vector<JoinedGroup> joined;
  /// [row][criterion]: one sentence in the run's language.
  std::vector<std::vector<std::string>> explanations;

  /// Room for so many rows of what the description has.
  void reserve(std::uint64_t most);
};

/// What a plugin wrote breaks the rules; says how, and in which row.
struct MalformedOutput : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Appends the rows of a batch to `result`, or throws MalformedOutput and leaves
/// it as it was. `output` is a copy: the original may still change.
/// Requires: as many bytes as the layout says.
void take_rule_output(const RuleLayout& layout, std::string_view output, RuleResult& result);

}  // namespace pilah::plugin
