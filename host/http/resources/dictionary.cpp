#include <array>
#include <utility>

#include <boost/json.hpp>

#include "pilah/http/description/schemas.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/http/tables/table_form.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::http {
namespace {

using catalogue::Language;
using catalogue::Sentences;

/// The tables that have addresses of their own, with the schemas of their rows.
constexpr std::array<std::pair<const char*, const char*>, 6> kTables{{
    {"innovations", "InnovationRow"},
    {"organisations", "Organisation"},
    {"coverage", "AreaCoverage"},
    {"counts", "CountRow"},
    {"months", "MonthRow"},
    {"regions", "Region"},
}};

/// "submission.until": the member of a member.
const boost::json::object& member_at(const boost::json::object& schema, std::string_view column) {
  const auto dot = column.find('.');
  const auto& member = schema.at("properties").at(column.substr(0, dot)).as_object();
  return dot == std::string_view::npos ? member : member_at(member, column.substr(dot + 1));
}

const char* type_of(const boost::json::object& schema) {
  const auto* type = schema.if_contains("type");
  if (!type) return "text";
  const auto& name = type->is_array() ? type->as_array().front() : *type;
  if (name.as_string() == "integer") return "integer";
  return name.as_string() == "boolean" ? "yes/no" : "text";
}

/// What a column means there, else what it means everywhere.
std::string kind_of(const Sentences& sentences, const std::string& table,
                    const std::string& column) {
  const std::string own = "api.column." + table + "." + column;
  return sentences.knows(own) ? own : "api.column." + column;
}

boost::json::array columns(const Sentences& sentences) {
  const auto all = schemas();
  boost::json::array list;
  for (const auto& [table, schema] : kTables) {
    for (const auto& column : columns_of(schema, all)) {
      const catalogue::Message message{kind_of(sentences, table, column), {}, ""};
      list.push_back({{"table", table},
                      {"column", column},
                      {"type", type_of(member_at(all.at(schema).as_object(), column))},
                      {"id", sentences.say(message, Language::kIndonesian)},
                      {"en", sentences.say(message, Language::kEnglish)}});
    }
  }
  return list;
}

}  // namespace

void add_dictionary(RouteTable& table, const registry::Environment& environment,
                    const Sentences& sentences) {
  table.add(
      {"GET", "/api/v1/regions/{code}/dictionary",
       [&environment, list = columns(sentences)](const Request& request, const PathValues& values) {
         const auto region = region_of_path(environment, values[0]);
         return json_response(
             200,
             {{"region", region.text()},
              {"revision", registry::region_version(environment, request.caller, region).revision},
              {"columns", list}});
       }});
}

}  // namespace pilah::http
