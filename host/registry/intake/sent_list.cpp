#include "pilah/registry/intake/sent_list.hpp"

#include <algorithm>
#include <optional>

#include "pilah/registry/intake/list_file.hpp"
#include "pilah/registry/intake/unnamed_file.hpp"
#include "pilah/registry/people/rights.hpp"

namespace pilah::registry {
namespace {

/// Keeps what is to be told of the rows, in bounded memory.
class ToldRows {
 public:
  void add(const ImportedRow& row) {
    const bool calls = row.fate == RowFate::kRejected || !row.warnings.empty();
    auto& rows = calls ? calling_ : calm_;
    if (rows.size() < kMostToldRows) {
      rows.push_back({number_, row});
    } else {
      ++left_out_;
    }
    ++number_;
  }

  void tell(SentImport& sent) && {
    const std::size_t room = kMostToldRows - calling_.size();
    if (calm_.size() > room) {
      left_out_ += static_cast<std::int64_t>(calm_.size() - room);
      calm_.resize(room);
    }
    calling_.insert(calling_.end(), std::make_move_iterator(calm_.begin()),
                    std::make_move_iterator(calm_.end()));
    std::sort(calling_.begin(), calling_.end(),
              [](const Told& one, const Told& other) { return one.number < other.number; });
    for (auto& told : calling_) sent.rows.push_back(std::move(told.row));
    sent.rows_left_out = left_out_;
  }

 private:
  struct Told {
    std::int64_t number = 0;
    ImportedRow row;
  };
  std::vector<Told> calling_, calm_;
  std::int64_t number_ = 0;
  std::int64_t left_out_ = 0;
};

ListContents contents_of(const Environment& environment, const ImportRequest& request,
                         const std::vector<ListContents::Place>& wanted) {
  return list_contents(open_list(environment, request), headers_of(request.kind),
                       environment.list_words, wanted);
}

/// Nothing where the file itself cannot be read.
std::vector<SeenColumn> columns_seen(const Environment& environment, ImportRequest request) {
  request.map_json.clear();  // which may be what is wrong
  try {
    return contents_of(environment, request, {}).columns;
  } catch (const catalogue::Refusal&) {
    return {};
  }
}

}  // namespace

SentImport import_sent_list(const Environment& environment, const Caller& caller,
                            ImportRequest request, const std::function<std::string_view()>& next) {
  require_import(environment, caller, request);  // before anything is put on the disk
  UnnamedFile file(environment.data_folder);
  for (auto piece = next(); !piece.empty(); piece = next()) file.append(piece);
  request.file = file.path();
  SentImport sent;
  ToldRows told;
  try {
    sent.report = import_list(environment, caller, request,
                              [&told](const ImportedRow& row) { told.add(row); });
  } catch (const catalogue::Refusal& refusal) {
    if (refusal.kind() != catalogue::RefusalKind::kInvalid) throw;
    auto columns = columns_seen(environment, request);
    if (columns.empty()) throw;
    throw ListRefused(refusal, std::move(columns));
  }
  std::move(told).tell(sent);
  std::vector<ListContents::Place> rejected;
  for (const auto& row : sent.rows) {
    if (row.fate == RowFate::kRejected) rejected.emplace_back(row.sheet, row.row);
  }
  sent.contents = contents_of(environment, request, rejected);
  return sent;
}

}  // namespace pilah::registry
