#include "pilah/http/tables/table_answer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/json.hpp>

#include "pilah/http/http_refusal.hpp"
#include "pilah/http/tables/csv.hpp"

namespace pilah::http {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// The weight behind ";q=", in thousandths; 1000 where there is none.
int weight_of(std::string_view parameters) {
  const auto at = parameters.find("q=");
  if (at == std::string_view::npos) return 1000;
  int weight = 0;
  int digit = 1000;
  for (const char c : parameters.substr(at + 2)) {
    if (c == '.') continue;
    if (c < '0' || c > '9' || digit == 0) break;
    weight += (c - '0') * digit;
    digit /= 10;
  }
  return std::min(weight, 1000);
}

}  // namespace

std::string_view media_type_of(TableFormat format) {
  switch (format) {
    case TableFormat::kCsv:
      return "text/csv; charset=utf-8; header=present";
    case TableFormat::kLines:
      return "application/x-ndjson";
    case TableFormat::kJson:
      break;
  }
  return "application/json";
}

TableFormat format_asked(std::string_view accept) {
  static constexpr std::array<std::pair<std::string_view, TableFormat>, 6> kTypes{{
      {"application/json", TableFormat::kJson},
      {"application/*", TableFormat::kJson},
      {"*/*", TableFormat::kJson},
      {"text/csv", TableFormat::kCsv},
      {"application/x-ndjson", TableFormat::kLines},
      {"application/jsonl", TableFormat::kLines},
  }};
  TableFormat best = TableFormat::kJson;
  int best_weight = 0;
  while (!accept.empty()) {
    const auto end = std::min(accept.find(','), accept.size());
    const auto one = accept.substr(0, end);
    accept.remove_prefix(std::min(end + 1, accept.size()));
    const auto semicolon = std::min(one.find(';'), one.size());
    const auto type = trimmed(one.substr(0, semicolon));
    const int weight = weight_of(one.substr(semicolon));
    const auto* known = std::find_if(kTypes.begin(), kTypes.end(),
                                     [type](const auto& each) { return each.first == type; });
    if (known == kTypes.end() || weight <= best_weight) continue;
    best = known->second;
    best_weight = weight;
  }
  return best;
}

std::string tag_in(std::string tag, TableFormat format) {
  if (format == TableFormat::kJson) return tag;
  tag.insert(tag.size() - 1, format == TableFormat::kCsv ? "-csv" : "-lines");
  return tag;
}

std::string tags_of_json(std::string if_none_match) {
  for (const std::string_view ending : {"-csv", "-lines"}) {
    for (auto at = if_none_match.find(ending); at != std::string::npos;
         at = if_none_match.find(ending, at)) {
      if_none_match.erase(at, ending.size());
    }
  }
  return if_none_match;
}

bool take_mark(Request& request) {
  constexpr std::string_view kName = "bom";
  bool wants = false;
  for (const auto& [name, value] : request.query) {
    if (name != kName) continue;
    if (value != "true" && value != "false") {
      throw HttpRefusal(
          400, {"http.parameter_unknown_word",
                {{"parameter", std::string(kName)}, {"found", value}, {"expected", "true, false"}},
                "/bom"});
    }
    wants = value == "true";
  }
  std::erase_if(request.query, [kName](const auto& each) { return each.first == kName; });
  return wants;
}

Response table_answer(Response response, const TableForm& form, TableFormat format,
                      const std::vector<std::string>& places) {
  if (format == TableFormat::kJson) return response;
  for (auto& [name, value] : response.headers) {
    if (name == "ETag") value = tag_in(std::move(value), format);
  }
  if (response.body.empty()) return response;  // its reader has it already
  const auto document = boost::json::parse(response.body);
  const auto& list = document.as_object().at(form.member).as_array();
  std::string body;
  if (format == TableFormat::kLines) {
    for (const auto& element : list) body += boost::json::serialize(element) + '\n';
  } else {
    const RowOf row_of = form.rows ? form.rows(places) : nullptr;
    append_csv_header(body, form.columns);
    for (const auto& element : list) {
      append_csv_row(body, form.columns, row_of ? row_of(element) : element.as_object());
    }
  }
  response.content_type = media_type_of(format);
  response.body = std::move(body);
  return response;
}

}  // namespace pilah::http
