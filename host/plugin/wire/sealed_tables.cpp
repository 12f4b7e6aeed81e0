#include "pilah/plugin/wire/sealed_tables.hpp"

#include <cstring>
#include <span>

#include "pilah/plugin/system/shared_memory.hpp"

namespace pilah::plugin {
namespace {

constexpr std::uint64_t kAlignment = 8;

/// Counts bytes, then with the same calls writes them.
class Pen {
 public:
  explicit Pen(std::span<std::byte> to = {}) : to_(to) {}

  template <class Number>
  void number(Number value) {
    bytes(&value, sizeof(value));
  }
  void text(const std::string& text) {
    number(static_cast<std::uint64_t>(text.size()));
    bytes(text.data(), text.size());
  }
  void bytes(const void* from, std::size_t count) {
    if (!to_.empty() && count > 0) std::memcpy(to_.data() + at_, from, count);
    at_ += count;
  }
  void aligned(std::span<const std::byte> data) {
    at_ += (kAlignment - at_ % kAlignment) % kAlignment;
    bytes(data.data(), data.size());
  }
  std::size_t at() const { return at_; }

 private:
  std::span<std::byte> to_;
  std::size_t at_ = 0;
};

void write_column(Pen& pen, const ColumnBuffer& column) {
  pen.text(column.kind().id);
  pen.number(static_cast<std::uint32_t>(column.kind().layout));
  const auto parts = {column.validity(), column.values(), column.ends()};
  for (const auto& part : parts) pen.number(static_cast<std::uint64_t>(part.size()));
  for (const auto& part : parts) pen.aligned(part);
}

void write_tables(Pen& pen, const std::vector<NamedTable>& tables) {
  pen.number(static_cast<std::uint32_t>(tables.size()));
  for (const auto& named : tables) {
    std::vector<const ColumnBuffer*> columns;
    for (const auto& id : named.columns) columns.push_back(named.table->find(id));
    if (named.columns.empty()) {
      for (const auto& column : named.table->columns()) columns.push_back(&column);
    }
    pen.text(named.id);
    pen.number(named.table->rows());
    pen.number(static_cast<std::uint32_t>(columns.size()));
    for (const auto* column : columns) write_column(pen, *column);
  }
}

}  // namespace

SealedTables seal_tables(const std::vector<NamedTable>& tables) {
  Pen count;
  write_tables(count, tables);
  auto memory = sealed_memory("pilah-tables", count.at(), [&tables](std::span<std::byte> bytes) {
    Pen pen(bytes);
    write_tables(pen, tables);
  });
  return {std::move(memory), count.at()};
}

}  // namespace pilah::plugin
