#include "pilah/registry/intake/organisation_list.hpp"

#include <algorithm>
#include <map>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/cells.hpp"
#include "pilah/registry/intake/organisation_index.hpp"
#include "pilah/registry/intake/plain_text.hpp"
#include "pilah/registry/intake/region_indexes.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Organisation;
using catalogue::OrganisationId;
using catalogue::OrganisationKind;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::size_t kMaxRows = 100'000;
constexpr std::size_t kMaxText = 500;
constexpr std::int64_t kSliceMilliseconds = 15;

using Cells = std::map<std::string, std::string, std::less<>>;

struct OrganisationRow {
  std::int64_t row = 0;
  std::string sheet;
  Cells cells;  // by field
  std::optional<Message> refused;
  std::string column;
};

/// Keeps every row of the list, as text.
class RowCollector : public ListSheets::Listener {
 public:
  explicit RowCollector(const ListWords& words) : words_(words) {}

  void header(const std::string& sheet, const ListHeader& header) override {
    sheet_ = sheet;
    header_ = header;
  }
  void entry(const ListRow& row) override {
    OrganisationRow& kept = keep(row.row);
    for (const auto& column : header_.columns) {
      if (column.index >= row.cells.size()) continue;
      std::string text = column.field == "aliases" ? plain_text(row.cells[column.index])
                                                   : plain_line(row.cells[column.index]);
      if (words_.means_unknown(text)) continue;
      if (text.size() > kMaxText) {
        kept.column = column.header;
        kept.refused = Message{"intake.cell_too_long",
                               {{"size", std::to_string(text.size())},
                                {"limit", std::to_string(kMaxText)},
                                {"column", column.header}},
                               ""};
        return;
      }
      kept.cells[column.field] = std::move(text);
    }
    if (kept.cells.contains("name")) return;
    kept.column = header_.column_of("name")->header;
    kept.refused = Message{"intake.name_missing", {{"column", kept.column}}, ""};
  }
  void unreadable(std::int64_t row, std::uint32_t column, std::string_view why) override {
    OrganisationRow& kept = keep(row);
    if (column > 0) kept.column = std::to_string(column);
    kept.refused =
        Message{"intake.row_unreadable", {{"why", std::string(why)}, {"column", kept.column}}, ""};
  }
  std::vector<OrganisationRow>& rows() { return rows_; }

 private:
  OrganisationRow& keep(std::int64_t row) {
    if (rows_.size() == kMaxRows) {
      throw Refusal(
          RefusalKind::kInvalid,
          Message{"intake.too_many_organisations", {{"limit", std::to_string(kMaxRows)}}, ""});
    }
    rows_.emplace_back();
    rows_.back().row = row;
    rows_.back().sheet = sheet_;
    return rows_.back();
  }

  const ListWords& words_;
  std::string sheet_;
  ListHeader header_;
  std::vector<OrganisationRow> rows_;
};

/// Decides the rows one after the other against an index that grows with them.
class OrganisationDecider {
 public:
  OrganisationDecider(const Environment& environment, OrganisationIndex index)
      : environment_(environment), index_(std::move(index)) {}

  /// The organisation to be stored, if the row changes anything.
  std::optional<Organisation> decide(const OrganisationRow& row, ImportedRow& told) {
    told.row = row.row;
    told.sheet = row.sheet;
    told.column = row.column;
    if (row.refused) return reject(told, *row.refused);
    const std::string& name = row.cells.at("name");
    const std::string code = cell(row, "code");
    const Organisation* by_code = code.empty() ? nullptr : index_.find_code(code);
    const auto by_name = index_.find(name);
    if (by_code && by_name.organisation && by_code->id != by_name.organisation->id) {
      return reject(
          told, {"intake.organisation_two",
                 {{"code", code}, {"first", by_code->name}, {"second", by_name.organisation->name}},
                 ""});
    }
    if (!by_code && by_name.several) {
      return reject(told, {"intake.owner_ambiguous", {{"read", name}, {"column", ""}}, ""});
    }
    const Organisation* known = by_code ? by_code : by_name.organisation;
    Organisation organisation =
        known ? *known
              : index_.make(OrganisationId{environment_.new_uuid()}, name, environment_.list_words);
    if (!code.empty()) organisation.code = code;
    fill(organisation, row, told);
    if (known && organisation == *known) {
      told.fate = RowFate::kUnchanged;
      return std::nullopt;
    }
    told.fate = known ? RowFate::kUpdated : RowFate::kAdded;
    replace(organisation);
    return organisation;
  }

 private:
  static std::optional<Organisation> reject(ImportedRow& told, Message why) {
    told.fate = RowFate::kRejected;
    told.reason = std::move(why);
    return std::nullopt;
  }
  static std::string cell(const OrganisationRow& row, std::string_view field) {
    const auto found = row.cells.find(field);
    return found == row.cells.end() ? std::string() : found->second;
  }
  static void add_alias(Organisation& organisation, const std::string& alias) {
    const std::string word = text::fold(alias);
    if (word.empty() || word == text::fold(organisation.name) ||
        word == text::fold(organisation.code)) {
      return;
    }
    for (const auto& there : organisation.aliases) {
      if (text::fold(there) == word) return;
    }
    organisation.aliases.push_back(alias);
  }

  template <class T>
  void take(std::optional<T>& value, CellReading<T> reading, std::string_view field,
            ImportedRow& told) {
    if (reading.problem) {
      reading.problem->arguments.emplace_back("column", std::string(field));
      told.warnings.push_back(std::move(*reading.problem));
    } else if (reading.value) {
      value = std::move(reading.value);
    }
  }

  void fill(Organisation& organisation, const OrganisationRow& row, ImportedRow& told) {
    const ListWords& words = environment_.list_words;
    const std::string& name = row.cells.at("name");
    const std::string former = organisation.name;
    organisation.name = name;
    add_alias(organisation, former);
    for (const auto& alias : read_parts(cell(row, "aliases"), words)) {
      add_alias(organisation, alias);
    }
    std::optional<OrganisationKind> kind;
    take(kind, read_word<OrganisationKind>(cell(row, "kind"), words), "kind", told);
    if (kind) organisation.kind = *kind;
    take(organisation.valid_from, read_date(cell(row, "valid_from"), words), "valid_from", told);
    take(organisation.valid_to, read_date(cell(row, "valid_to"), words), "valid_to", told);
    const std::string successor = cell(row, "successor");
    if (successor.empty()) return;
    const auto found = index_.find(successor);
    if (found.organisation && found.organisation->id != organisation.id) {
      organisation.successor = found.organisation->id;
    } else {
      told.warnings.push_back({"intake.successor_unknown", {{"read", successor}}, ""});
    }
  }

  void replace(const Organisation& organisation) {
    if (!index_.find(organisation.id)) return index_.add(organisation);
    index_.replace(organisation);
  }

  const Environment& environment_;
  OrganisationIndex index_;
};

void count(ImportReport& report, RowFate fate) {
  std::int64_t* const counts[] = {&report.added, &report.updated, &report.unchanged,
                                  &report.rejected};
  ++*counts[static_cast<std::size_t>(fate)];
}

}  // namespace

ImportReport import_organisations(const Environment& environment, const Caller& caller,
                                  const ImportRequest& request, const ListFile& list,
                                  const std::function<void(const ImportedRow&)>& each_row,
                                  const std::function<void(std::int64_t rows)>& progress) {
  const auto region = region_with(environment, chosen_region(environment, request.region));
  ImportReport report;
  report.list = list.name;
  report.dry_run = request.dry_run;
  RowCollector collector(environment.list_words);
  ListSheets sheets(HeaderSet::kOrganisations, environment.list_words, list.map, collector);
  read_list(list, sheets, report);

  std::vector<Organisation> known;
  environment.store.read([&](store::Reader& reader) {
    known.clear();
    for (auto& stored : reader.all<Organisation>(region.code)) {
      known.push_back(std::move(stored.record));
    }
  });
  OrganisationDecider decider(environment, OrganisationIndex(region, std::move(known)));
  std::vector<Organisation> changed;
  std::vector<ImportedRow> rows;
  for (const auto& row : collector.rows()) {
    rows.emplace_back();
    if (auto organisation = decider.decide(row, rows.back())) {
      changed.push_back(std::move(*organisation));
    }
    count(report, rows.back().fate);
  }
  for (std::size_t at = 0; at < changed.size() && !request.dry_run;) {
    std::size_t done = at;
    environment.store.write({caller.actor}, [&](store::Writer& writer) {
      const std::int64_t begin = environment.steady_milliseconds();
      for (done = at; done < changed.size();) {
        writer.put(changed[done++], "imported");
        if (environment.steady_milliseconds() - begin >= kSliceMilliseconds) break;
      }
    });
    at = done;
  }
  for (const auto& row : rows) {
    if (each_row) each_row(row);
  }
  if (progress) progress(static_cast<std::int64_t>(rows.size()));
  return report;
}

}  // namespace pilah::registry
