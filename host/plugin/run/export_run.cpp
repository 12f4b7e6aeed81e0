#include "pilah/plugin/run/export_run.hpp"

#include <csignal>
#include <stdexcept>
#include <system_error>

#include "pilah/plugin.h"
#include "pilah/plugin/run/worker.hpp"
#include "pilah/plugin/system/new_file.hpp"
#include "pilah/plugin/wire/wire.hpp"

namespace pilah::plugin {
namespace {

RunEnd too_much(Worker& worker, const ExportOptions& options) {
  RunEnd end = worker.end(Outcome::kTooMuch, "bytes");
  end.number = static_cast<std::int64_t>(options.most_bytes);
  return end;
}

RunEnd run(Worker& worker, NewFile& document, const ExportOptions& options) {
  const auto asked =
      worker.send({wire::Kind::kExport, 0, static_cast<std::int64_t>(options.most_bytes), 0, 0});
  for (std::int64_t before = 0;;) {
    const auto answer = worker.receive(options.until.within(options.progress_milliseconds));
    if (!answer && worker.timed_out() && !options.until.passed() && document.size() > before) {
      before = document.size();
      continue;
    }
    if (!answer) {
      RunEnd end = worker.end();
      if (end.outcome == Outcome::kTimedOut) end.outcome = Outcome::kNoProgress;
      // Written past the runner, straight to the file.
      if (end.outcome == Outcome::kKilledBySignal && end.number == SIGXFSZ) {
        return too_much(worker, options);
      }
      return end;
    }
    if (answer->kind != wire::Kind::kDone || answer->sequence != asked) {
      return worker.end(Outcome::kMalformedReply, "an answer that nobody asked for");
    }
    if (answer->a == PILAH_ERROR_STOPPED) return too_much(worker, options);
    if (answer->a != PILAH_OK) return worker.reported(*answer);
    worker.end(Outcome::kDone, "");  // the process is gone before the file is looked at
    document.keep();
    return worker.end(Outcome::kDone, "");
  }
}

}  // namespace

std::vector<std::string> exporter_tables(std::string_view description) {
  wire::Source source(description);
  std::vector<std::string> tables;
  for (auto count = source.number<std::uint32_t>(); count > 0 && tables.size() < 64; --count) {
    tables.emplace_back(source.text());
  }
  return tables;
}

RunEnd run_exporter(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
                    const boost::json::object& parameters, const std::vector<NamedTable>& tables,
                    const std::filesystem::path& file, const ExportOptions& options) {
  Worker worker(plugins, plugin);
  try {
    const SealedTables sealed = seal_tables(tables);
    NewFile document(file);
    StartOptions start;
    start.table = PILAH_EXPORTER_ID;
    start.as_of = options.as_of;
    start.language = options.language;
    start.memory_bytes = options.memory_bytes;
    start.cpu_seconds = 600;
    start.file_bytes = options.most_bytes;
    start.load_milliseconds = options.until.within(options.load_milliseconds);
    start.log = options.log;
    start.given = {sealed.memory.get(), document.descriptor()};
    if (auto failed = worker.start(start, parameters)) return *failed;
    if (exporter_tables(worker.description()) != plugin.manifest.tables) {
      return worker.end(Outcome::kNotLoadable, "the tables are not those of plugin.json");
    }
    return run(worker, document, options);
  } catch (const std::out_of_range& failure) {
    return worker.end(Outcome::kMalformedReply, failure.what());
  } catch (const std::system_error& failure) {
    return worker.end(Outcome::kNotStarted, failure.what());
  }
}

}  // namespace pilah::plugin
