// Rows of columns, as a rule and an exporter read them.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "pilah/face/text.hpp"
#include "pilah/plugin.h"

namespace pilah {

/// One column of a batch. A value that nobody knows is nullopt.
class Column {
 public:
  Column() = default;
  explicit Column(const pilah_column* raw) : raw_(raw) {}

  std::string_view id() const { return view(raw_->id); }
  std::uint32_t layout() const { return raw_->layout; }  ///< PILAH_LAYOUT_*
  bool known(std::uint64_t row) const {
    return raw_->validity == nullptr || ((raw_->validity[row / 8] >> (row % 8)) & 1U) != 0;
  }
  std::optional<double> number(std::uint64_t row) const {
    require(PILAH_LAYOUT_DOUBLE);
    if (!known(row)) return std::nullopt;
    return static_cast<const double*>(raw_->values)[row];
  }
  std::optional<std::int64_t> integer(std::uint64_t row) const {
    require(PILAH_LAYOUT_INT64);
    if (!known(row)) return std::nullopt;
    return static_cast<const std::int64_t*>(raw_->values)[row];
  }
  std::optional<bool> boolean(std::uint64_t row) const {
    require(PILAH_LAYOUT_BOOL);
    if (!known(row)) return std::nullopt;
    return ((static_cast<const std::uint8_t*>(raw_->values)[row / 8] >> (row % 8)) & 1U) != 0;
  }
  std::optional<std::string_view> text(std::uint64_t row) const {
    require(PILAH_LAYOUT_TEXT);
    if (!known(row)) return std::nullopt;
    return std::string_view(static_cast<const char*>(raw_->values) + raw_->offsets[row],
                            raw_->offsets[row + 1] - raw_->offsets[row]);
  }

 private:
  void require(std::uint32_t layout) const {
    if (raw_->layout != layout) {
      throw std::logic_error("column " + std::string(view(raw_->id)) + " has another layout");
    }
  }
  const pilah_column* raw_ = nullptr;
};

/// Rows of columns: for a rule those that describe() names, in that order.
class Batch {
 public:
  explicit Batch(const pilah_batch& raw) : raw_(&raw) {}
  std::uint64_t rows() const { return raw_->rows; }
  std::uint32_t columns() const { return raw_->column_count; }
  /// By the place in RuleDescription::columns.
  Column column(std::uint32_t index) const {
    if (index >= raw_->column_count) throw std::out_of_range("no such column");
    return Column(PILAH_ELEMENT(raw_->columns, pilah_column, index));
  }
  /// By its id; a host that does not know the column gives none.
  std::optional<Column> column(std::string_view id) const {
    for (std::uint32_t i = 0; i < raw_->column_count; ++i) {
      if (column(i).id() == id) return column(i);
    }
    return std::nullopt;
  }

  /// The ABI's own struct, for whole columns at once.
  const pilah_batch& raw() const { return *raw_; }

 private:
  const pilah_batch* raw_;
};

}  // namespace pilah
