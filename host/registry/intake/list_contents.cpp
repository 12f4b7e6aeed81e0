#include "pilah/registry/intake/list_contents.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/list_file.hpp"
#include "pilah/registry/intake/plain_text.hpp"
#include "pilah/text/utf8.hpp"

namespace pilah::registry {
namespace {

constexpr std::size_t kLongestSample = 200;

class Looker : public ListSheets::Listener {
 public:
  explicit Looker(const std::vector<ListContents::Place>& wanted)
      : wanted_(wanted.begin(), wanted.end()) {}

  void header(const std::string& sheet, const ListHeader& header) override {
    begin(sheet, header.written);
    for (const auto& column : header.columns) {
      const auto place = std::find(indexes_.begin(), indexes_.end(), column.index);
      if (place != indexes_.end()) column_at(place - indexes_.begin()).field = column.field;
    }
  }

  void no_header(const std::string& sheet, const std::vector<ListRow>& rows,
                 std::size_t likely) override {
    std::vector<std::string> written;
    for (const auto cell : rows[likely].cells) written.push_back(plain_line(cell));
    begin(sheet, written);
    for (std::size_t i = likely + 1; i < rows.size(); ++i) take_samples(rows[i]);
  }

  void entry(const ListRow& row) override {
    take_samples(row);
    const ListContents::Place place{sheet_, row.row};
    if (wanted_.contains(place)) keep_cells(place, row);
  }

  void unreadable(std::int64_t, std::uint32_t, std::string_view) override {}

  ListContents contents() && { return std::move(contents_); }

 private:
  void begin(const std::string& sheet, const std::vector<std::string>& written) {
    sheet_ = sheet;
    indexes_.clear();
    first_ = contents_.columns.size();
    for (std::size_t index = 0; index < written.size(); ++index) {
      if (written[index].empty() || contents_.columns.size() == kMostSeenColumns) continue;
      indexes_.push_back(index);
      contents_.columns.push_back(
          {sheet, std::string(text::cut(written[index], kLongestSample)), "", {}});
    }
  }

  SeenColumn& column_at(std::ptrdiff_t place) {
    return contents_.columns[first_ + static_cast<std::size_t>(place)];
  }

  static std::string_view cell_of(const ListRow& row, std::size_t index) {
    return index < row.cells.size() ? row.cells[index] : std::string_view();
  }

  void take_samples(const ListRow& row) {
    for (std::size_t i = 0; i < indexes_.size(); ++i) {
      auto& samples = contents_.columns[first_ + i].samples;
      if (samples.size() == kMostSamples) continue;
      std::string sample(text::cut(plain_line(cell_of(row, indexes_[i])), kLongestSample));
      const bool is_new = std::find(samples.begin(), samples.end(), sample) == samples.end();
      if (!sample.empty() && is_new) samples.push_back(std::move(sample));
    }
  }

  void keep_cells(const ListContents::Place& place, const ListRow& row) {
    std::size_t bytes = 0;
    for (const auto index : indexes_) bytes += cell_of(row, index).size();
    if (bytes > room_) {
      ++contents_.cells_left_out;
      return;
    }
    room_ -= bytes;
    auto& cells = contents_.cells[place];
    for (const auto index : indexes_) cells.emplace_back(cell_of(row, index));
  }

  const std::set<ListContents::Place> wanted_;
  std::string sheet_;
  std::vector<std::size_t> indexes_;  // of the sheet's columns, in the row
  std::size_t first_ = 0;             // of the sheet's columns, among all
  std::size_t room_ = kMostCells;
  ListContents contents_;
};

}  // namespace

ListContents list_contents(const ListFile& list, HeaderSet set, const ListWords& words,
                           const std::vector<ListContents::Place>& wanted) {
  Looker looker(wanted);
  ListSheets sheets(set, words, list.map, looker);
  try {
    read_rows(list, sheets);
  } catch (const catalogue::Refusal&) {
    // A list without a header: what was seen of it is told all the same.
    if (!sheets.headers().empty() || sheets.without_header().empty()) throw;
  }
  return std::move(looker).contents();
}

}  // namespace pilah::registry
