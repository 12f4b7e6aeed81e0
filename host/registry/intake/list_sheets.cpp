#include "pilah/registry/intake/list_sheets.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

bool is_blank(const std::vector<std::string_view>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
    return cell.find_first_not_of(" \t\r\n") == std::string_view::npos;
  });
}

/// Pilah's own tables put a ' before a text that a spreadsheet would take for a formula.
std::string_view without_guard(std::string_view cell) {
  const bool guarded = cell.size() > 1 && cell[0] == '\'' &&
                       std::string_view("=+-@").find(cell[1]) != std::string_view::npos;
  return guarded ? cell.substr(1) : cell;
}

}  // namespace

bool ListSheets::guarded(const std::function<void()>& step) {
  // Nothing is thrown through the run of a plugin: it has a process to end.
  if (failure_) return false;
  try {
    step();
    return true;
  } catch (...) {
    failure_ = std::current_exception();
    return false;
  }
}

bool ListSheets::sheet(std::string_view name) {
  return guarded([&] {
    end_search();
    sheet_ = name;
    state_ = State::kSearching;
  });
}

bool ListSheets::row(std::uint64_t row, const std::vector<std::string_view>& cells) {
  return guarded([&] {
    if (state_ == State::kSkipping || is_blank(cells)) return;
    if (state_ == State::kSearching) {
      auto& kept = kept_.emplace_back();
      kept.row = static_cast<std::int64_t>(row);
      for (const auto cell : cells) kept.cells.emplace_back(without_guard(cell));
      if (kept_.size() == kHeaderRows) end_search();
      return;
    }
    view_.row = static_cast<std::int64_t>(row);
    view_.cells.resize(cells.size());
    std::transform(cells.begin(), cells.end(), view_.cells.begin(), without_guard);
    hand_on(view_);
  });
}

bool ListSheets::rejected(std::uint64_t row, std::uint32_t column, std::string_view why) {
  return guarded([&] {
    // Before the header is known a row that cannot be read is a title or the
    // header itself; below it, it is a lost entry that must be told.
    if (state_ == State::kSearching) end_search();
    if (state_ != State::kReading) return;
    any_entry_ = true;
    listener_.unreadable(static_cast<std::int64_t>(row), column, why);
  });
}

void ListSheets::end_search() {
  if (state_ != State::kSearching || kept_.empty()) return;
  std::vector<ListRow> rows;
  for (const auto& kept : kept_) {
    rows.push_back({kept.row, {kept.cells.begin(), kept.cells.end()}});
  }
  HeaderFinding finding = find_header(rows, set_, words_, map_);
  if (!finding.header) {
    state_ = State::kSkipping;
    without_header_.push_back(sheet_);
    problems_.push_back(std::move(finding.problem));
    listener_.no_header(sheet_, rows, finding.index);
  } else {
    state_ = State::kReading;
    header_ = std::move(*finding.header);
    headers_[sheet_] = header_;
    listener_.header(sheet_, header_);
    for (std::size_t i = finding.index + 1; i < rows.size(); ++i) hand_on(rows[i]);
  }
  kept_.clear();
}

void ListSheets::hand_on(const ListRow& row) {
  if (is_no_entry(header_, row, words_)) return;
  any_entry_ = true;
  listener_.entry(row);
}

void ListSheets::rethrow() const {
  if (failure_) std::rethrow_exception(failure_);
}

void ListSheets::finish() {
  guarded([&] { end_search(); });
  rethrow();
  if (headers_.empty()) {
    if (problems_.empty()) problems_.push_back({"intake.list_empty", {}, ""});
    throw Refusal(RefusalKind::kInvalid, problems_);
  }
  if (!any_entry_) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"intake.no_rows", {{"row", std::to_string(header_.row)}}, ""});
  }
}

}  // namespace pilah::registry
