#include "pilah/plugin/column_table.hpp"

#include <algorithm>
#include <stdexcept>

#include "pilah/columns.h"

namespace pilah::plugin {
namespace {

bool bit(const std::vector<std::uint8_t>& bits, std::uint64_t at) {
  return ((bits[static_cast<std::size_t>(at / 8)] >> (at % 8)) & 1U) != 0;
}

void append_bit(std::vector<std::uint8_t>& bits, std::uint64_t at, bool set) {
  if (at % 8 == 0) bits.push_back(0);
  if (set) bits.back() = static_cast<std::uint8_t>(bits.back() | (1U << (at % 8)));
}

std::vector<std::uint8_t> bits_of(const std::vector<std::uint8_t>& bits, std::uint64_t first,
                                  std::uint64_t count) {
  std::vector<std::uint8_t> part;
  for (std::uint64_t i = 0; i < count; ++i) append_bit(part, i, bit(bits, first + i));
  return part;
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

std::string ColumnBuffer::values(std::uint64_t first, std::uint64_t count) const {
  const auto from = static_cast<std::size_t>(first);
  const auto size = static_cast<std::size_t>(count);
  switch (kind_.layout) {
    case ColumnLayout::kDouble:
      return {reinterpret_cast<const char*>(numbers_.data() + from), size * sizeof(double)};
    case ColumnLayout::kInt64:
      return {reinterpret_cast<const char*>(integers_.data() + from), size * sizeof(std::int64_t)};
    case ColumnLayout::kBool: {
      const auto bits = bits_of(bits_, first, count);
      return {bits.begin(), bits.end()};
    }
    case ColumnLayout::kText: {
      if (count == 0) return {};
      const std::uint64_t begin = from == 0 ? 0 : ends_[from - 1];
      return text_.substr(static_cast<std::size_t>(begin),
                          static_cast<std::size_t>(ends_[from + size - 1] - begin));
    }
  }
  throw std::logic_error("unknown column layout");
}

std::vector<std::uint32_t> ColumnBuffer::offsets(std::uint64_t first, std::uint64_t count) const {
  std::vector<std::uint32_t> offsets;
  if (kind_.layout != ColumnLayout::kText) return offsets;
  const std::uint64_t begin = first == 0 ? 0 : ends_[static_cast<std::size_t>(first - 1)];
  offsets.push_back(0);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t end = ends_[static_cast<std::size_t>(first + i)] - begin;
    if (end > 0xFFFFFFFFULL) throw std::length_error("a text column of more than 4 GiB");
    offsets.push_back(static_cast<std::uint32_t>(end));
  }
  return offsets;
}

std::vector<std::uint8_t> ColumnBuffer::validity(std::uint64_t first, std::uint64_t count) const {
  return bits_of(validity_, first, count);
}

ColumnBuffer* ColumnTable::find(std::string_view id) {
  const auto found = std::find_if(columns_.begin(), columns_.end(),
                                  [&](const ColumnBuffer& c) { return c.kind().id == id; });
  return found == columns_.end() ? nullptr : &*found;
}

const ColumnBuffer* ColumnTable::find(std::string_view id) const {
  return const_cast<ColumnTable*>(this)->find(id);
}

}  // namespace pilah::plugin
