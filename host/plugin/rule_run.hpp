// Running a rule plugin on a table, in a process of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/plugin/column_table.hpp"
#include "pilah/plugin/installed_plugins.hpp"
#include "pilah/plugin/run_end.hpp"

namespace pilah::plugin {

/// What a rule says of itself, read from the loaded library.
struct RuleDescription {
  struct Criterion {
    std::string id, title_id, title_en, zero_id, zero_en, one_id, one_en;
    std::uint32_t default_weight = 1;
    friend bool operator==(const Criterion&, const Criterion&) = default;
  };
  struct Reason {
    std::string id, text_id, text_en;
    friend bool operator==(const Reason&, const Reason&) = default;
  };
  struct Group {
    std::string id, title_id, title_en;
    std::optional<std::int32_t> default_min, default_max;
    friend bool operator==(const Group&, const Group&) = default;
  };
  bool rowwise = false;
  std::vector<std::string> columns;
  std::vector<Criterion> criteria;
  std::vector<Reason> reasons;
  std::vector<Group> groups;
  friend bool operator==(const RuleDescription&, const RuleDescription&) = default;
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
  /// [row]: bit g: member of group g.
  std::vector<std::uint32_t> groups;
  /// [row][criterion]: one sentence in the run's language.
  std::vector<std::vector<std::string>> explanations;
};

struct RunOptions {
  std::string as_of;            ///< ISO 8601
  std::string language = "id";  ///< "id" or "en"
  bool explain = true;          ///< fill RuleResult::explanations
  std::int64_t load_milliseconds = 5000;
  std::int64_t base_milliseconds = 2000;         ///< deadline of a batch ...
  std::int64_t milliseconds_per_1000_rows = 50;  ///< ... and what its rows add
  std::uint64_t memory_bytes = 512ULL * 1024 * 1024;
  /// What the plugin writes to its standard error, in lines, at most 64 KiB a run.
  std::function<void(std::string_view line)> log;
};

/// Runs the rule on the whole table. `parameters` must have passed
/// complete_parameters(). Blocks; any thread; the process is gone at the end.
/// A failed batch is tried once more in a new process.
std::variant<RuleResult, RunEnd> run_rule(const InstalledPlugins& plugins,
                                          const InstalledPlugin& plugin,
                                          const boost::json::object& parameters,
                                          const ColumnTable& table, const RunOptions& options);

}  // namespace pilah::plugin
