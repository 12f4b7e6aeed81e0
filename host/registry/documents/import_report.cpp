#include "pilah/registry/documents/import_report.hpp"

#include <array>

#include <boost/json.hpp>

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
