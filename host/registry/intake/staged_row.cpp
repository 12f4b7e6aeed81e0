#include "pilah/registry/intake/staged_row.hpp"

#include <cstring>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::uint8_t kLayout = 1;
constexpr std::uint8_t kEndOfCells = 0xFF;
constexpr std::uint8_t kAttribute = 0xFE;
static_assert(kFieldCount < kAttribute);

class ByteWriter {
 public:
  explicit ByteWriter(std::string& bytes) : bytes_(bytes) { bytes_.clear(); }

  void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      byte(static_cast<std::uint8_t>(value | 0x80));
      value >>= 7;
    }
    byte(static_cast<std::uint8_t>(value));
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  void uuid(const catalogue::Uuid& value) {
    bytes_.append(reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size());
  }
  void message(const Message& value) {
    text(value.kind);
    number(value.arguments.size());
    for (const auto& [name, argument] : value.arguments) {
      text(name);
      text(argument);
    }
  }

 private:
  std::string& bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint8_t byte() {
    need(1);
    const auto value = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
      if (next < 0x80) return value;
    }
    damaged();
  }
  std::string_view text() {
    const std::uint64_t size = number();
    need(size);
    const auto value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return value;
  }
  catalogue::Uuid uuid() {
    catalogue::Uuid value;
    need(value.bytes.size());
    std::memcpy(value.bytes.data(), bytes_.data(), value.bytes.size());
    bytes_.remove_prefix(value.bytes.size());
    return value;
  }
  Message message() {
    Message value;
    value.kind = text();
    const std::uint64_t count = number();
    need(count);
    for (std::uint64_t i = 0; i < count; ++i) {
      std::string name(text());
      value.arguments.emplace_back(std::move(name), std::string(text()));
    }
    return value;
  }
  [[noreturn]] static void damaged() {
    throw Refusal(RefusalKind::kUnavailable, Message{"intake.staging_damaged", {}, ""});
  }

 private:
  void need(std::uint64_t size) const {
    if (size > bytes_.size()) damaged();
  }
  std::string_view bytes_;
};

void write_cells(const RowCells& cells, ByteWriter& out) {
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    if (!cells.has(field)) continue;
    out.byte(static_cast<std::uint8_t>(i));
    out.text(cells[field]);
  }
  for (const auto& [name, text] : cells.attributes) {
    out.byte(kAttribute);
    out.text(name);
    out.text(text);
  }
  out.byte(kEndOfCells);
}

void read_cells(ByteReader& in, RowCells& cells) {
  cells.clear();
  for (std::uint8_t next = in.byte(); next != kEndOfCells; next = in.byte()) {
    if (next == kAttribute) {
      std::string name(in.text());
      cells.attributes.emplace_back(std::move(name), std::string(in.text()));
    } else if (next < kFieldCount) {
      cells[static_cast<Field>(next)] = in.text();
    } else {
      ByteReader::damaged();
    }
  }
}

}  // namespace

void write_staged(const StagedRow& row, std::string& bytes) {
  ByteWriter out(bytes);
  out.byte(kLayout);
  out.byte(static_cast<std::uint8_t>(row.kind));
  out.number(static_cast<std::uint64_t>(row.row));
  out.text(row.sheet);
  if (row.kind == StagedRow::Kind::kRejected) {
    out.text(row.column);
    out.message(row.reason);
    return;
  }
  out.text(row.region.text());
  out.text(row.key);
  out.byte(row.keyed ? 1 : 0);
  out.uuid(row.id.uuid);
  out.byte(row.first_of_name ? 1 : 0);
  out.byte(row.owner ? 1 : 0);
  if (row.owner) {
    out.uuid(row.owner->id.uuid);
    out.text(row.owner->new_code);
    out.text(row.owner->new_name);
  }
  write_cells(row.cells, out);
  out.number(row.warnings.size());
  for (const auto& warning : row.warnings) {
    out.byte(static_cast<std::uint8_t>(warning.field));
    out.message(warning.message);
  }
}

void read_staged(std::string_view bytes, StagedRow& row) {
  ByteReader in(bytes);
  if (in.byte() != kLayout) ByteReader::damaged();
  const std::uint8_t kind = in.byte();
  if (kind > static_cast<std::uint8_t>(StagedRow::Kind::kRejected)) ByteReader::damaged();
  row.kind = static_cast<StagedRow::Kind>(kind);
  row.row = static_cast<std::int64_t>(in.number());
  row.sheet = in.text();
  row.warnings.clear();
  row.owner.reset();
  row.cells.clear();
  if (row.kind == StagedRow::Kind::kRejected) {
    row.column = in.text();
    row.reason = in.message();
    return;
  }
  const auto region = catalogue::RegionCode::parse(in.text());
  if (!region) ByteReader::damaged();
  row.region = *region;
  row.key = in.text();
  row.keyed = in.byte() != 0;
  row.id.uuid = in.uuid();
  row.first_of_name = in.byte() != 0;
  if (in.byte() != 0) {
    row.owner.emplace();
    row.owner->id.uuid = in.uuid();
    row.owner->new_code = in.text();
    row.owner->new_name = in.text();
  }
  read_cells(in, row.cells);
  const std::uint64_t warnings = in.number();
  for (std::uint64_t i = 0; i < warnings; ++i) {
    const std::uint8_t field = in.byte();
    if (field >= kFieldCount) ByteReader::damaged();
    row.warnings.push_back({static_cast<Field>(field), in.message()});
  }
}

}  // namespace pilah::registry
