#include "pilah/http/tables/table_form.hpp"

#include <algorithm>

#include <boost/json.hpp>

namespace pilah::http {
namespace {

namespace json = boost::json;

const json::object& resolved(const json::object& schema, const json::object& schemas) {
  const auto* reference = schema.if_contains("$ref");
  if (!reference) return schema;
  const std::string_view path = reference->as_string();
  return schemas.at(path.substr(path.rfind('/') + 1)).as_object();
}

/// The schema itself, or of "this or null" this.
const json::object& known_form(const json::object& schema, const json::object& schemas) {
  const auto& one = resolved(schema, schemas);
  const auto* any = one.if_contains("anyOf");
  return any ? resolved(any->as_array().front().as_object(), schemas) : one;
}

bool is_of_type(const json::object& schema, std::string_view type) {
  const auto* known = schema.if_contains("type");
  if (!known) return false;
  if (known->is_string()) return known->get_string() == type;
  const auto& types = known->as_array();
  return std::find(types.begin(), types.end(), json::value(type)) != types.end();
}

void add_columns(const json::object& schema, const std::string& name, const json::object& schemas,
                 std::vector<std::string>& columns) {
  const auto& form = known_form(schema, schemas);
  if (is_of_type(form, "array")) {
    const auto& items = known_form(form.at("items").as_object(), schemas);
    if (!is_of_type(items, "object") && !is_of_type(items, "array")) columns.push_back(name);
  } else if (!is_of_type(form, "object")) {
    columns.push_back(name);
  } else if (const auto* properties = form.if_contains("properties")) {
    if (form.at("additionalProperties").is_object()) return;  // any keys: no columns
    for (const auto& [key, member] : properties->as_object()) {
      add_columns(member.as_object(),
                  name.empty() ? std::string(key) : name + '.' + std::string(key), schemas,
                  columns);
    }
  }
}

}  // namespace

std::vector<std::string> columns_of(std::string_view row_schema, const json::object& schemas) {
  std::vector<std::string> columns;
  add_columns(schemas.at(row_schema).as_object(), "", schemas, columns);
  return columns;
}

const json::value* cell_of(const json::object& row, std::string_view column) {
  const json::object* within = &row;
  for (;;) {
    const auto dot = column.find('.');
    const auto* cell = within->if_contains(column.substr(0, dot));
    if (!cell || dot == std::string_view::npos) return cell;
    if (!cell->is_object()) return nullptr;
    within = &cell->get_object();
    column.remove_prefix(dot + 1);
  }
}

}  // namespace pilah::http
