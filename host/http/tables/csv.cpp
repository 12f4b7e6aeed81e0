#include "pilah/http/tables/csv.hpp"

#include <boost/json.hpp>

#include "pilah/http/tables/table_form.hpp"

namespace pilah::http {
namespace {

bool begins_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

void append_quoted(std::string& text, std::string_view cell) {
  const bool guarded = begins_formula(cell);
  if (!guarded && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    text += cell;
    return;
  }
  text += '"';
  if (guarded) text += '\'';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

std::string plain(const boost::json::value& value) {
  if (value.is_null()) return {};
  return value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value);
}

void append_cell(std::string& text, const boost::json::value& value) {
  if (value.is_string()) return append_quoted(text, value.get_string());
  if (!value.is_array()) {
    text += plain(value);
    return;
  }
  std::string joined;
  for (const auto& each : value.get_array()) joined += (joined.empty() ? "" : "; ") + plain(each);
  append_quoted(text, joined);
}

}  // namespace

void append_csv_header(std::string& text, const std::vector<std::string>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) text += ',';
    append_quoted(text, columns[i]);
  }
  text += "\r\n";
}

void append_csv_row(std::string& text, const std::vector<std::string>& columns,
                    const boost::json::object& row) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) text += ',';
    if (const auto* cell = cell_of(row, columns[i])) append_cell(text, *cell);
  }
  text += "\r\n";
}

}  // namespace pilah::http
