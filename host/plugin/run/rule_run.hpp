// Running a rule plugin on a table, in a process of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include <boost/json/object.hpp>

#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/plugin/run/deadline.hpp"
#include "pilah/plugin/run/rule_output.hpp"
#include "pilah/plugin/run/run_end.hpp"
#include "pilah/plugin/wire/column_table.hpp"
#include "pilah/plugin/wire/sealed_tables.hpp"

namespace pilah::plugin {

struct RunOptions {
  std::string as_of;            ///< ISO 8601
  std::string language = "id";  ///< "id" or "en"
  bool explain = true;          ///< fill RuleResult::explanations
  bool try_again = true;        ///< once a process has died of a batch
  std::int64_t load_milliseconds = 5000;
  std::int64_t base_milliseconds = 2000;              ///< deadline of a batch ...
  std::int64_t milliseconds_per_1000_rows = 50;       ///< ... and what its rows add
  std::int64_t bisect_milliseconds = 10000;           ///< to find the row that a rule dies of
  std::uint64_t memory_bytes = 512ULL * 1024 * 1024;  ///< beside the table
  std::uint64_t batch_rows = 65536;
  Deadline until = {};  ///< of the whole run
  /// What the plugin writes to its standard error, in lines, at most 64 KiB a run.
  std::function<void(std::string_view line)> log;
};

/// Runs the rule on the whole table. `parameters` must have passed
/// complete_parameters(). Blocks; any thread; the process is gone at the end.
///
/// A batch that a process dies of is tried once more in a new one, at most three
/// times in a run, unless the options say otherwise. When it dies again and the rule
/// is row-wise, the row is searched by halves and named in RunEnd::row.
std::variant<RuleResult, RunEnd> run_rule(const InstalledPlugins& plugins,
                                          const InstalledPlugin& plugin,
                                          const boost::json::object& parameters,
                                          const ColumnTable& table, const RunOptions& options);

/// The same on a table that was sealed before, with `rows` rows: the plugin's
/// columns in the order of its manifest.
std::variant<RuleResult, RunEnd> run_rule(const InstalledPlugins& plugins,
                                          const InstalledPlugin& plugin,
                                          const boost::json::object& parameters,
                                          const SealedTables& table, std::uint64_t rows,
                                          const RunOptions& options);

}  // namespace pilah::plugin
