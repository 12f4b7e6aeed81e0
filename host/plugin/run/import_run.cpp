#include "pilah/plugin/run/import_run.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>

#include "pilah/plugin.h"
#include "pilah/plugin/run/text_decoding.hpp"
#include "pilah/plugin/run/worker.hpp"
#include "pilah/plugin/system/shared_memory.hpp"
#include "pilah/plugin/system/utf8.hpp"

namespace pilah::plugin {
namespace {

constexpr std::size_t kMaxSheetName = 1024;
constexpr std::size_t kMaxReason = 1024;

DecodedFile open_binary(const std::filesystem::path& path) {
  DecodedFile file;
  file.descriptor = Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file.descriptor || ::fstat(file.descriptor.get(), &status) != 0) {
    throw std::system_error(errno, std::generic_category(), path.string());
  }
  file.size = static_cast<std::uint64_t>(status.st_size);
  return file;
}

/// The runner holds cells to the same limits, but it lives with the plugin.
std::string_view cell_of(wire::Source& source) {
  const auto cell = source.text();
  if (cell.size() > kMaxCell) throw std::out_of_range("a cell of more than 1 MiB");
  if (!is_utf8(cell)) throw std::out_of_range("a cell that is no UTF-8");
  return cell;
}

/// Hands the records of one slot to the taker. Throws std::out_of_range when
/// they break the rules; answers whether the taker wants more.
bool take_records(std::string_view slot, RowTaker& taker, std::vector<std::string_view>& cells,
                  std::uint64_t& rows) {
  wire::Source source(slot);
  for (; !source.at_end(); ++rows) {
    const auto record = static_cast<wire::Record>(source.number<std::uint32_t>());
    const auto count = source.number<std::uint32_t>();
    const auto row = source.number<std::uint64_t>();
    switch (record) {
      case wire::Record::kSheet:
        if (!taker.sheet(readable(source.text(), kMaxSheetName))) return false;
        break;
      case wire::Record::kReject:
        if (!taker.rejected(row, count, readable(source.text(), kMaxReason))) return false;
        break;
      case wire::Record::kRow:
        if (count > kMaxColumns) throw std::out_of_range("a row of more than 1,024 columns");
        cells.clear();
        for (std::uint32_t i = 0; i < count; ++i) cells.push_back(cell_of(source));
        if (!taker.row(row, cells)) return false;
        break;
      default:
        throw std::out_of_range("an unknown record");
    }
  }
  return true;
}

/// Counts what an importer gives, which a small file can make endless.
class Budget {
 public:
  explicit Budget(const ImportOptions& options) : options_(options) {}
  /// Nothing while it may go on.
  std::optional<RunEnd> spend(Worker& worker, std::uint64_t rows, std::uint64_t bytes) {
    rows_ += rows;
    bytes_ += bytes;
    if (rows_ > options_.most_rows) return over(worker, options_.most_rows, "rows");
    if (bytes_ > options_.most_bytes) return over(worker, options_.most_bytes, "bytes");
    return std::nullopt;
  }

 private:
  static RunEnd over(Worker& worker, std::uint64_t most, const char* of_what) {
    RunEnd end = worker.end(Outcome::kTooMuch, of_what);
    end.number = static_cast<std::int64_t>(most);
    return end;
  }
  const ImportOptions& options_;
  std::uint64_t rows_ = 0;
  std::uint64_t bytes_ = 0;
};

RunEnd run(Worker& worker, const DecodedFile& file, const SharedOutput& slots, RowTaker& taker,
           const ImportOptions& options) {
  const auto asked = worker.send({wire::Kind::kImport, 0, static_cast<std::int64_t>(file.skip),
                                  file.size, wire::kImportSlotSize});
  std::string copy;
  std::vector<std::string_view> cells;
  Budget budget(options);
  for (std::uint32_t expected = 0;; expected = (expected + 1) % wire::kImportSlots) {
    const auto message = worker.receive(options.until.within(options.progress_milliseconds));
    if (!message) {
      RunEnd end = worker.end();
      if (end.outcome == Outcome::kTimedOut) end.outcome = Outcome::kNoProgress;
      return end;
    }
    if (message->kind == wire::Kind::kDone && message->sequence == asked) {
      return message->a == PILAH_OK ? worker.end(Outcome::kDone, "") : worker.reported(*message);
    }
    if (message->kind != wire::Kind::kRows || message->a != expected ||
        message->b > wire::kImportSlotSize) {
      return worker.end(Outcome::kMalformedReply, "a slot out of turn");
    }
    // Copied before it is checked: the plugin could still change the original.
    copy.assign(reinterpret_cast<const char*>(slots.bytes()) + expected * wire::kImportSlotSize,
                static_cast<std::size_t>(message->b));
    worker.send({wire::Kind::kFree, 0, expected, 0, 0});
    try {
      std::uint64_t rows = 0;
      if (!take_records(copy, taker, cells, rows)) return worker.end(Outcome::kDone, "");
      if (auto over = budget.spend(worker, rows, message->b)) return *over;
    } catch (const std::out_of_range& failure) {
      return worker.end(Outcome::kMalformedReply, failure.what());
    }
  }
}

}  // namespace

RunEnd run_importer(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
                    const boost::json::object& parameters, const std::filesystem::path& path,
                    RowTaker& taker, const ImportOptions& options) {
  Worker worker(plugins, plugin);
  try {
    const DecodedFile file = plugin.manifest.text ? decode_text(path) : open_binary(path);
    const SharedOutput slots("pilah-rows", wire::kImportMemorySize);
    StartOptions start;
    start.table = PILAH_IMPORTER_ID;
    start.language = options.language;
    start.memory_bytes = options.memory_bytes;
    start.cpu_seconds = 600;
    start.load_milliseconds = options.until.within(options.load_milliseconds);
    start.log = options.log;
    start.read_most = options.read_most;
    start.given = {file.descriptor.get(), slots.descriptor()};
    if (auto failed = worker.start(start, parameters)) return *failed;
    return run(worker, file, slots, taker, options);
  } catch (const std::system_error& failure) {
    return worker.end(Outcome::kNotStarted, failure.what());
  }
}

}  // namespace pilah::plugin
