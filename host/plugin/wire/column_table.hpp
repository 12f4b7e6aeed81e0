// The table that a rule is given: typed columns, filled row by row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pilah::plugin {

enum class ColumnLayout : std::uint32_t { kDouble = 1, kInt64 = 2, kBool = 3, kText = 4 };

/// One column of the SDK's vocabulary (columns.h).
struct ColumnKind {
  std::string id;
  ColumnLayout layout = ColumnLayout::kText;
};

/// The columns of the table "innovations" that the SDK defines, in its order.
const std::vector<ColumnKind>& innovation_columns();
/// Null when the SDK has no such column.
const ColumnKind* innovation_column(std::string_view id);

/// Append one value per row; nullopt is unknown. All columns must get as many.
class ColumnBuffer {
 public:
  explicit ColumnBuffer(ColumnKind kind) : kind_(std::move(kind)) {}

  const ColumnKind& kind() const { return kind_; }
  std::uint64_t rows() const { return rows_; }

  /// Requires: the layout of the column.
  void add_number(std::optional<double> value);
  void add_integer(std::optional<std::int64_t> value);
  void add_bool(std::optional<bool> value);
  void add_text(std::optional<std::string_view> value);

  // All rows as they lie in memory; the views die with the next add.
  /// Bit i, least significant first: row i is known.
  std::span<const std::byte> validity() const;
  /// double[], int64_t[], bits, or the bytes of all texts one behind the other.
  std::span<const std::byte> values() const;
  /// Of text: uint64_t[], where in values() each row ends.
  std::span<const std::byte> ends() const;

 private:
  void add_validity(bool known);

  ColumnKind kind_;
  std::uint64_t rows_ = 0;
  std::vector<std::uint8_t> validity_;
  std::vector<double> numbers_;
  std::vector<std::int64_t> integers_;
  std::vector<std::uint8_t> bits_;
  std::string text_;
  std::vector<std::uint64_t> ends_;
};

/// Columns with the same number of rows. Owns everything.
class ColumnTable {
 public:
  explicit ColumnTable(const std::vector<ColumnKind>& kinds) {
    for (const auto& kind : kinds) columns_.emplace_back(kind);
  }
  std::vector<ColumnBuffer>& columns() { return columns_; }
  const std::vector<ColumnBuffer>& columns() const { return columns_; }
  /// Null when the table has no such column.
  ColumnBuffer* find(std::string_view id);
  const ColumnBuffer* find(std::string_view id) const;
  std::uint64_t rows() const { return columns_.empty() ? 0 : columns_.front().rows(); }

 private:
  std::vector<ColumnBuffer> columns_;
};

}  // namespace pilah::plugin
