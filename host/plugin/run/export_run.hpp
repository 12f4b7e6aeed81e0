// Running an exporter plugin into a file, in a process of its own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/plugin/run/deadline.hpp"
#include "pilah/plugin/run/run_end.hpp"
#include "pilah/plugin/wire/sealed_tables.hpp"

namespace pilah::plugin {

struct ExportOptions {
  std::string as_of;            ///< ISO 8601
  std::string language = "id";  ///< "id" or "en"
  std::int64_t load_milliseconds = 5000;
  /// The run ends when the document has not grown for so long.
  std::int64_t progress_milliseconds = 30000;
  std::uint64_t memory_bytes = 512ULL * 1024 * 1024;  ///< beside the tables
  std::uint64_t most_bytes = 1024ULL * 1024 * 1024;   ///< of the document
  Deadline until = {};                                ///< of the whole run, whatever comes
  std::function<void(std::string_view line)> log;
};

/// Writes the document to `file`: to a new file beside it, renamed once all of
/// it is there and synced, so that a run that fails leaves what was there.
/// Blocks; any thread. Requires: the tables of the manifest, in its order.
RunEnd run_exporter(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
                    const boost::json::object& parameters, const std::vector<NamedTable>& tables,
                    const std::filesystem::path& file, const ExportOptions& options);

/// The tables that a loaded exporter says it wants. Throws std::out_of_range.
std::vector<std::string> exporter_tables(std::string_view description);

}  // namespace pilah::plugin
