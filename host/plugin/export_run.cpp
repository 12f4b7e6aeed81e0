#include "pilah/plugin/export_run.hpp"

#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>

#include "pilah/plugin.h"
#include "pilah/plugin/wire.hpp"
#include "pilah/plugin/worker.hpp"

namespace pilah::plugin {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

/// A file that nobody else has, beside the one that it will become.
class NewFile {
 public:
  explicit NewFile(std::filesystem::path target)
      : target_(std::move(target)), path_(target_.string() + ".XXXXXX") {
    descriptor_ = Descriptor(::mkostemp(path_.data(), O_CLOEXEC | O_APPEND));
    if (!descriptor_) fail(target_);
  }
  ~NewFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  int descriptor() const { return descriptor_.get(); }
  std::int64_t size() const {
    struct stat status {};
    if (::fstat(descriptor_.get(), &status) != 0) fail(path_);
    return status.st_size;
  }
  void keep() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(descriptor_.get(), 0666 & ~mask) != 0 || ::fsync(descriptor_.get()) != 0 ||
        ::rename(path_.c_str(), target_.c_str()) != 0) {
      fail(target_);
    }
    path_.clear();
  }

 private:
  std::filesystem::path target_;
  std::string path_;
  Descriptor descriptor_;
};

/// The tables that the loaded exporter wants.
std::vector<std::string> read_tables(std::string_view described) {
  wire::Source source(described);
  std::vector<std::string> tables;
  for (auto count = source.number<std::uint32_t>(); count > 0 && tables.size() < 64; --count) {
    tables.emplace_back(source.text());
  }
  return tables;
}

RunEnd too_much(Worker& worker, const ExportOptions& options) {
  RunEnd end = worker.end(Outcome::kTooMuch, "bytes");
  end.number = static_cast<std::int64_t>(options.most_bytes);
  return end;
}

RunEnd run(Worker& worker, NewFile& document, const ExportOptions& options) {
  const auto asked =
      worker.send({wire::Kind::kExport, 0, static_cast<std::int64_t>(options.most_bytes), 0, 0});
  for (std::int64_t before = 0;;) {
    const auto answer = worker.receive(options.progress_milliseconds);
    if (!answer && worker.timed_out() && document.size() > before) {
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
    start.load_milliseconds = options.load_milliseconds;
    start.log = options.log;
    start.given = {sealed.memory.get(), document.descriptor()};
    if (auto failed = worker.start(start, parameters)) return *failed;
    if (read_tables(worker.description()) != plugin.manifest.tables) {
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
