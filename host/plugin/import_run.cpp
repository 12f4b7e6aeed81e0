#include "pilah/plugin/import_run.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>

#include "pilah/plugin.h"
#include "pilah/plugin/shared_memory.hpp"
#include "pilah/plugin/text_decoding.hpp"
#include "pilah/plugin/utf8.hpp"
#include "pilah/plugin/worker.hpp"

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
bool take_records(std::string_view slot, RowTaker& taker, std::vector<std::string_view>& cells) {
  wire::Source source(slot);
  while (!source.at_end()) {
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

RunEnd import_done(Worker& worker, const wire::Message& done, const SharedOutput& slots) {
  if (done.a == PILAH_OK) return worker.end(Outcome::kDone, "");
  const auto length =
      std::min<std::uint64_t>(done.b, wire::kImportMemorySize - wire::kImportErrorAt);
  const std::string text(reinterpret_cast<const char*>(slots.bytes()) + wire::kImportErrorAt,
                         static_cast<std::size_t>(length));
  const Outcome outcome = done.a == PILAH_ERROR_INPUT        ? Outcome::kBadFile
                          : done.a == PILAH_ERROR_PARAMETERS ? Outcome::kBadParameters
                                                             : Outcome::kReportedError;
  return worker.end(outcome, text);
}

RunEnd run(Worker& worker, const DecodedFile& file, RowTaker& taker, const ImportOptions& options) {
  const SharedOutput slots("pilah-rows", wire::kImportMemorySize);
  const wire::Message begin{wire::Kind::kImport, 0, static_cast<std::int64_t>(file.skip), file.size,
                            wire::kImportSlotSize};
  if (!worker.send(begin, {file.descriptor.get(), slots.descriptor()})) return worker.end();
  std::string copy;
  std::vector<std::string_view> cells;
  for (std::uint32_t expected = 0;; expected = (expected + 1) % wire::kImportSlots) {
    const auto message = worker.receive(options.progress_milliseconds);
    if (!message) return worker.end();
    if (message->kind == wire::Kind::kDone) return import_done(worker, *message, slots);
    if (message->kind != wire::Kind::kRows || message->a != expected ||
        message->b > wire::kImportSlotSize) {
      return worker.end(Outcome::kMalformedReply, "a slot out of turn");
    }
    // Copied before it is checked: the plugin could still change the original.
    copy.assign(reinterpret_cast<const char*>(slots.bytes()) + expected * wire::kImportSlotSize,
                static_cast<std::size_t>(message->b));
    worker.send({wire::Kind::kFree, 0, expected, 0, 0});
    try {
      if (!take_records(copy, taker, cells)) return worker.end(Outcome::kDone, "");
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
    StartOptions start;
    start.table = PILAH_IMPORTER_ID;
    start.language = options.language;
    start.memory_bytes = options.memory_bytes;
    start.cpu_seconds = 600;
    start.load_milliseconds = options.load_milliseconds;
    start.log = options.log;
    if (auto failed = worker.start(start, parameters)) return *failed;
    return run(worker, file, taker, options);
  } catch (const std::system_error& failure) {
    return worker.end(Outcome::kNotStarted, failure.what());
  }
}

}  // namespace pilah::plugin
