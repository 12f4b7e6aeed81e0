// The rows of a list sheet by sheet: header found, what is no entry left out.
#pragma once

#include <exception>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin/run/import_run.hpp"
#include "pilah/registry/intake/list_header.hpp"

namespace pilah::registry {

/// Takes what an importer delivers and hands on the rows below each sheet's
/// header. What the listener throws ends the run and is thrown by rethrow().
class ListSheets : public plugin::RowTaker {
 public:
  struct Listener {
    virtual ~Listener() = default;
    /// A new sheet's header: the rows that follow are below it.
    virtual void header(const std::string& sheet, const ListHeader& header) = 0;
    virtual void entry(const ListRow& row) = 0;
    /// A sheet in which no header was found: its first rows, and which of them looks most
    /// like one.
    virtual void no_header(const std::string& /*sheet*/, const std::vector<ListRow>& /*rows*/,
                           std::size_t /*likely*/) {}
    /// A row that the importer could not read, in its own words.
    virtual void unreadable(std::int64_t row, std::uint32_t column, std::string_view why) = 0;
  };

  ListSheets(HeaderSet set, const ListWords& words, const ColumnMap& map, Listener& listener)
      : set_(set), words_(words), map_(map), listener_(listener) {}

  bool sheet(std::string_view name) override;
  bool row(std::uint64_t row, const std::vector<std::string_view>& cells) override;
  bool rejected(std::uint64_t row, std::uint32_t column, std::string_view why) override;

  /// Throws what the listener threw, if it did.
  void rethrow() const;
  /// Ends the last sheet. Throws what the listener threw, and
  /// Refusal(kInvalid) when no sheet has a header or no row stands below one.
  void finish();

  /// Every sheet's header, by the sheet's name.
  const std::map<std::string, ListHeader>& headers() const { return headers_; }
  /// Sheets that were left out because no header was found in them.
  const std::vector<std::string>& without_header() const { return without_header_; }

 private:
  struct KeptRow {
    std::int64_t row = 0;
    std::vector<std::string> cells;
  };
  bool guarded(const std::function<void()>& step);
  void end_search();
  void hand_on(const ListRow& row);

  HeaderSet set_;
  const ListWords& words_;
  const ColumnMap& map_;
  Listener& listener_;
  std::string sheet_;
  enum class State { kSearching, kReading, kSkipping } state_ = State::kSearching;
  std::vector<KeptRow> kept_;  // the first rows, until the header is found
  ListHeader header_;
  ListRow view_;
  bool any_entry_ = false;
  std::vector<catalogue::Message> problems_;
  std::map<std::string, ListHeader> headers_;
  std::vector<std::string> without_header_;
  std::exception_ptr failure_;
};

}  // namespace pilah::registry
