#include "pilah/registry/columns/candidate_columns.hpp"

#include <algorithm>

namespace pilah::registry {

namespace {

template <class Value>
std::optional<Value> known(const Cell& cell) {
  const auto* value = std::get_if<Value>(&cell);
  return value ? std::optional(*value) : std::nullopt;
}

void add(const Cell& cell, plugin::ColumnBuffer& column) {
  switch (column.kind().layout) {
    case plugin::ColumnLayout::kText: {
      const auto* text = std::get_if<std::string>(&cell);
      column.add_text(text ? std::optional<std::string_view>(*text) : std::nullopt);
      return;
    }
    case plugin::ColumnLayout::kInt64:
      column.add_integer(known<std::int64_t>(cell));
      return;
    case plugin::ColumnLayout::kBool:
      column.add_bool(known<bool>(cell));
      return;
    case plugin::ColumnLayout::kDouble:
      column.add_number(known<double>(cell));
      return;
  }
}

}  // namespace

CandidateColumns::CandidateColumns(const CatalogueView& view, const std::vector<std::string>& ids,
                                   WithheldClaims withheld)
    : view_(view), history_(view), withheld_(withheld) {
  for (const auto& kind : plugin::innovation_columns()) {
    if (std::find(ids.begin(), ids.end(), kind.id) == ids.end()) continue;
    kinds_.push_back(kind);
    readers_.push_back(cell_reader(kind.id));
  }
}

CandidateRow CandidateColumns::row(const Candidate& candidate, std::string_view raised) const {
  const RowSource source{candidate, view_, history_, withheld_, raised};
  CandidateRow row;
  row.reserve(readers_.size());
  for (const auto& read : readers_) row.push_back(read(source));
  return row;
}

void append(const CandidateRow& row, plugin::ColumnTable& table) {
  for (std::size_t i = 0; i < row.size(); ++i) add(row[i], table.columns()[i]);
}

plugin::ColumnTable candidate_table(const CatalogueView& view,
                                    const std::vector<Candidate>& candidates,
                                    const std::vector<std::string>& ids, WithheldClaims withheld) {
  const CandidateColumns columns(view, ids, withheld);
  auto table = columns.table();
  for (const auto& candidate : candidates) append(columns.row(candidate), table);
  return table;
}

}  // namespace pilah::registry
