#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <unistd.h>

#include "pilah/plugin/runner/sessions.hpp"
#include "pilah/plugin/runner/system_calls.hpp"

namespace pilah::plugin::runner {
namespace {

constexpr std::size_t kMaxCell = 1024 * 1024;
constexpr std::size_t kMaxRow = 4 * 1024 * 1024;
constexpr std::uint32_t kMaxColumns = 1024;

/// The file that the host opened for reading.
struct File {
  int descriptor;
  std::uint64_t skip;
  std::uint64_t size;
  std::uint64_t read_most;  ///< 0: any number

  static std::int64_t read_at(void* context, std::uint64_t offset, void* to,
                              std::uint64_t count) noexcept {
    const auto& file = *static_cast<const File*>(context);
    if (offset >= file.size) return 0;
    std::uint64_t most = std::min(count, file.size - offset);
    if (file.read_most > 0) most = std::min(most, file.read_most);
    for (;;) {
      const ssize_t read = ::pread(file.descriptor, to, static_cast<std::size_t>(most),
                                   static_cast<off_t>(file.skip + offset));
      if (read >= 0 || errno != EINTR) return read;
    }
  }
};

/// Packs rows into the host's slots; waits for a free one when all are full.
class Rows {
 public:
  explicit Rows(const Mapping& slots) : slots_(slots) {}

  std::int32_t add(wire::Record record, std::uint64_t row, std::uint32_t count,
                   const pilah_text* texts, std::uint32_t text_count) {
    std::uint64_t size = sizeof(std::uint32_t) * 2 + sizeof(std::uint64_t);
    for (std::uint32_t i = 0; i < text_count; ++i) size += sizeof(std::uint64_t) + texts[i].length;
    if (at_ + size > wire::kImportSlotSize && !flush()) return PILAH_ERROR_STOPPED;
    put(&record, sizeof(record));
    put(&count, sizeof(count));
    put(&row, sizeof(row));
    for (std::uint32_t i = 0; i < text_count; ++i) {
      put(&texts[i].length, sizeof(texts[i].length));
      put(texts[i].bytes, static_cast<std::size_t>(texts[i].length));
    }
    return PILAH_OK;
  }

  /// Sends what is there; false: the host wants no more.
  bool flush() {
    if (at_ == 0) return true;
    send({wire::Kind::kRows, 0, slot_, at_, 0});
    slot_ = (slot_ + 1) % wire::kImportSlots;
    at_ = 0;
    if (++sent_ < wire::kImportSlots) return true;
    const auto answer = receive();
    return answer && answer->message.kind == wire::Kind::kFree;
  }

 private:
  void put(const void* from, std::size_t count) {
    if (count == 0) return;
    std::memcpy(slots_.bytes() + slot_ * wire::kImportSlotSize + at_, from, count);
    at_ += count;
  }
  const Mapping& slots_;
  std::uint32_t slot_ = 0;
  std::uint64_t at_ = 0;
  std::uint64_t sent_ = 0;
};

std::int32_t add_sheet(void* context, pilah_text name) noexcept {
  name.length = std::min<std::uint64_t>(name.length, 1000);
  return static_cast<Rows*>(context)->add(wire::Record::kSheet, 0, 0, &name, 1);
}

std::int32_t add_reject(void* context, std::uint64_t row, std::uint32_t column,
                        pilah_text why) noexcept {
  why.length = std::min<std::uint64_t>(why.length, 1000);
  return static_cast<Rows*>(context)->add(wire::Record::kReject, row, column, &why, 1);
}

std::int32_t add_row(void* context, std::uint64_t row, const pilah_text* cells,
                     std::uint32_t count) noexcept {
  const auto too_much = [&](std::uint32_t column, std::string_view why) {
    return add_reject(context, row, column, {why.data(), why.size()});
  };
  if (count > kMaxColumns) return too_much(0, "more than 1,024 columns");
  std::uint64_t size = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (cells[i].length > kMaxCell) return too_much(i + 1, "a cell of more than 1 MiB");
    size += cells[i].length;
  }
  if (size > kMaxRow) return too_much(0, "a row of more than 4 MiB");
  return static_cast<Rows*>(context)->add(wire::Record::kRow, row, count, cells, count);
}

}  // namespace

void serve_importer(const pilah_importer& importer, const Work& work) {
  if (!importer.import_list) throw std::runtime_error("the importer lacks import_list");
  const Mapping slots(work.given.at(wire::kSlots), wire::kImportMemorySize, true);
  allow_computing();
  send({wire::Kind::kReady, 0, 0, 0, 0});
  const auto request = receive();
  if (!request || request->message.kind != wire::Kind::kImport) return;
  File file{work.given.at(wire::kFile).get(), static_cast<std::uint64_t>(request->message.a),
            request->message.b, work.configuration.read_most};
  Rows rows(slots);
  const pilah_stream stream{sizeof(pilah_stream), 0, &file, file.size, File::read_at};
  const pilah_sink sink{sizeof(pilah_sink), 0, &rows, add_sheet, add_row, add_reject};
  ErrorText error;
  const auto status = importer.import_list(work.arguments, &stream, &sink, error.get());
  rows.flush();
  finish(request->message.sequence, status, error.text(), work.description);
  wait_for_host();
}

}  // namespace pilah::plugin::runner
