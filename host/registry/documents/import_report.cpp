#include "pilah/registry/documents/import_report.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <boost/json.hpp>

#include "pilah/registry/intake/list_file.hpp"

namespace pilah::registry {
namespace {

constexpr std::array<const char*, 4> kFates = {"added", "updated", "unchanged", "rejected"};

boost::json::array texts(const std::vector<std::string>& values) {
  boost::json::array array;
  for (const auto& value : values) array.emplace_back(value);
  return array;
}

}  // namespace

boost::json::object imported_row_document(const ImportedRow& row,
                                          const catalogue::Sentences& sentences,
                                          catalogue::Language language) {
  boost::json::object document{{"row", row.row}};
  if (!row.sheet.empty()) document["sheet"] = row.sheet;
  document["fate"] = kFates[static_cast<std::size_t>(row.fate)];
  if (row.id) document["id"] = row.id->text();
  if (!row.column.empty()) document["column"] = row.column;
  if (row.reason) {
    document["kind"] = row.reason->kind;
    document["reason"] = sentences.say(*row.reason, language);
  }
  if (!row.warnings.empty()) {
    boost::json::array warnings;
    for (const auto& warning : row.warnings) {
      warnings.push_back({{"kind", warning.kind}, {"text", sentences.say(warning, language)}});
    }
    document["warnings"] = std::move(warnings);
  }
  return document;
}

boost::json::array seen_columns_document(const std::vector<SeenColumn>& columns) {
  boost::json::array list;
  for (const auto& column : columns) {
    boost::json::object one;
    if (!column.sheet.empty()) one["sheet"] = column.sheet;
    one["column"] = column.header;
    one["field"] =
        column.field.empty() ? boost::json::value(nullptr) : boost::json::value(column.field);
    one["samples"] = texts(column.samples);
    list.push_back(std::move(one));
  }
  return list;
}

boost::json::array list_fields_document(ListKind kind, const ListWords& words,
                                        const catalogue::Sentences& sentences,
                                        catalogue::Language language) {
  const auto set = headers_of(kind);
  const char* name = set == HeaderSet::kAccounts        ? "accounts"
                     : set == HeaderSet::kOrganisations ? "organisations"
                                                        : "innovations";
  std::vector<std::pair<std::string, std::string>> fields;  // label, field
  for (const auto& field : words.fields(set)) {
    const std::string label = std::string("list.") + name + '.' + field;
    fields.emplace_back(sentences.say({label, {}, ""}, language), field);
  }
  std::sort(fields.begin(), fields.end());
  boost::json::array list;
  for (const auto& [label, field] : fields) list.push_back({{"field", field}, {"label", label}});
  return list;
}

boost::json::object sent_import_document(const SentImport& sent,
                                         const catalogue::Sentences& sentences,
                                         catalogue::Language language) {
  auto document = import_report_document(sent.report);
  document["columns"] = seen_columns_document(sent.contents.columns);
  boost::json::array rows;
  for (const auto& row : sent.rows) {
    auto told = imported_row_document(row, sentences, language);
    const auto cells = sent.contents.cells.find({row.sheet, row.row});
    if (cells != sent.contents.cells.end()) told["cells"] = texts(cells->second);
    rows.push_back(std::move(told));
  }
  document["rows"] = std::move(rows);
  document["rows_left_out"] = sent.rows_left_out;
  document["cells_left_out"] = sent.contents.cells_left_out;
  return document;
}

boost::json::object import_report_document(const ImportReport& report) {
  boost::json::array columns;
  for (const auto& [column, field] : report.columns) {
    columns.push_back({{"column", column}, {"field", field}});
  }
  return {{"import", report.import.text()},
          {"list", report.list},
          {"dry_run", report.dry_run},
          {"added", report.added},
          {"updated", report.updated},
          {"unchanged", report.unchanged},
          {"rejected", report.rejected},
          {"columns", std::move(columns)},
          {"unread_columns", texts(report.unread_columns)},
          {"unread_sheets", texts(report.unread_sheets)}};
}

}  // namespace pilah::registry
