#include "pilah/plugin/wire/column_table.hpp"

#include <algorithm>
#include <stdexcept>

#include "pilah/columns.h"

namespace pilah::plugin {
namespace {

void append_bit(std::vector<std::uint8_t>& bits, std::uint64_t at, bool set) {
  if (at % 8 == 0) bits.push_back(0);
  if (set) bits.back() = static_cast<std::uint8_t>(bits.back() | (1U << (at % 8)));
}

}  // namespace

const std::vector<ColumnKind>& innovation_columns() {
  static const std::vector<ColumnKind> kinds = [] {
    std::vector<ColumnKind> all;
    for (const auto& column : pilah_innovation_columns) {
      all.push_back({column.id, static_cast<ColumnLayout>(column.layout)});
    }
    return all;
  }();
  return kinds;
}

const ColumnKind* innovation_column(std::string_view id) {
  const auto& all = innovation_columns();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const ColumnKind& kind) { return kind.id == id; });
  return found == all.end() ? nullptr : &*found;
}

void ColumnBuffer::add_validity(bool known) { append_bit(validity_, rows_++, known); }

void ColumnBuffer::add_number(std::optional<double> value) {
  numbers_.push_back(value.value_or(0.0));
  add_validity(value.has_value());
}

void ColumnBuffer::add_integer(std::optional<std::int64_t> value) {
  integers_.push_back(value.value_or(0));
  add_validity(value.has_value());
}

void ColumnBuffer::add_bool(std::optional<bool> value) {
  append_bit(bits_, rows_, value.value_or(false));
  add_validity(value.has_value());
}

void ColumnBuffer::add_text(std::optional<std::string_view> value) {
  if (value) text_.append(*value);
  ends_.push_back(text_.size());
  add_validity(value.has_value());
}

std::span<const std::byte> ColumnBuffer::validity() const {
  return std::as_bytes(std::span(validity_));
}

std::span<const std::byte> ColumnBuffer::values() const {
  switch (kind_.layout) {
    case ColumnLayout::kDouble:
      return std::as_bytes(std::span(numbers_));
    case ColumnLayout::kInt64:
      return std::as_bytes(std::span(integers_));
    case ColumnLayout::kBool:
      return std::as_bytes(std::span(bits_));
    case ColumnLayout::kText:
      return std::as_bytes(std::span(text_));
  }
  throw std::logic_error("unknown column layout");
}

std::span<const std::byte> ColumnBuffer::ends() const { return std::as_bytes(std::span(ends_)); }

ColumnBuffer* ColumnTable::find(std::string_view id) {
  const auto found = std::find_if(columns_.begin(), columns_.end(),
                                  [&](const ColumnBuffer& c) { return c.kind().id == id; });
  return found == columns_.end() ? nullptr : &*found;
}

const ColumnBuffer* ColumnTable::find(std::string_view id) const {
  return const_cast<ColumnTable*>(this)->find(id);
}

}  // namespace pilah::plugin
