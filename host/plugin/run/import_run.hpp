// Running an importer plugin on a file, in a process of its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/plugin/run/deadline.hpp"
#include "pilah/plugin/run/rule_run.hpp"
#include "pilah/plugin/run/run_end.hpp"

namespace pilah::plugin {

/// Hears what an importer finds, in the order of the list. Views die with the
/// call. Answering false ends the run.
class RowTaker {
 public:
  virtual ~RowTaker() = default;
  virtual bool sheet(std::string_view name) = 0;
  /// `row` as a spreadsheet shows it, from 1.
  virtual bool row(std::uint64_t row, const std::vector<std::string_view>& cells) = 0;
  /// A row that the importer cannot read; `column` from 1, 0: the whole row.
  virtual bool rejected(std::uint64_t row, std::uint32_t column, std::string_view why) = 0;
};

struct ImportOptions {
  std::string language = "id";
  std::int64_t load_milliseconds = 5000;
  /// The run ends when no row has come for so long.
  std::int64_t progress_milliseconds = 30000;
  std::uint64_t memory_bytes = 512ULL * 1024 * 1024;
  std::uint64_t read_most = 0;  ///< bytes that one read gives at most; 0: as many as asked
  std::uint64_t most_rows = 10'000'000;
  std::uint64_t most_bytes = 16ULL * 1024 * 1024 * 1024;
  Deadline until = {};  ///< of the whole run, whatever comes
  std::function<void(std::string_view line)> log;
};

/// Bounds of what an importer may hand over.
inline constexpr std::size_t kMaxCell = 1024 * 1024;
inline constexpr std::size_t kMaxRow = 4 * 1024 * 1024;
inline constexpr std::size_t kMaxColumns = 1024;

/// Reads the file with the importer. A text importer gets it as UTF-8, whatever
/// it was in (text_decoding.hpp). Blocks; any thread; bounded memory. Rows that
/// were taken before a run failed were taken: stage them, then decide.
RunEnd run_importer(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
                    const boost::json::object& parameters, const std::filesystem::path& file,
                    RowTaker& taker, const ImportOptions& options);

}  // namespace pilah::plugin
