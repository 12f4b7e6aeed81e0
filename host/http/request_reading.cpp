#include "pilah/http/request_reading.hpp"

#include <algorithm>
#include <charconv>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/http/percent_encoding.hpp"

namespace pilah::http {
namespace {

std::string media_type(std::string_view content_type) {
  std::string type(content_type.substr(0, content_type.find(';')));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return type;
}

HttpRefusal bad_parameter(const char* kind, std::string_view name, std::string_view found,
                          std::string_view expected) {
  return HttpRefusal(400, {kind,
                           {{"parameter", std::string(name)},
                            {"found", std::string(found)},
                            {"expected", std::string(expected)}},
                           "/" + std::string(name)});
}

}  // namespace

boost::json::object document_of(const Request& request, DocumentKind kind) {
  const std::string type = media_type(request.content_type);
  const bool is_patch = kind == DocumentKind::kPatch && type == "application/merge-patch+json";
  const bool is_plain = request.content_encoding.empty() || request.content_encoding == "identity";
  if ((type != "application/json" && !is_patch) || !is_plain) {
    const std::string taken = kind == DocumentKind::kPatch
                                  ? "application/merge-patch+json, application/json"
                                  : "application/json";
    const std::string found =
        is_plain ? request.content_type : "Content-Encoding: " + request.content_encoding;
    throw HttpRefusal(415, {"http.unsupported_type", {{"found", found}, {"taken", taken}}, ""},
                      {{kind == DocumentKind::kPatch ? "Accept-Patch" : "Accept-Post", taken}});
  }
  auto document = catalogue::parse_json(request.body);
  if (!document.is_object()) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"http.not_an_object", {}, ""});
  }
  return std::move(document.get_object());
}

Query::Query(const Request& request, const std::vector<std::string_view>& known)
    : request_(request) {
  for (const auto& [name, value] : request.query) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      std::string names;
      for (const auto& each : known) names += (names.empty() ? "" : ", ") + std::string(each);
      throw bad_parameter("http.unknown_parameter", is_text(name) ? name : "?", "",
                          names.empty() ? "-" : names);
    }
    if (!is_text(value)) throw bad_parameter("http.parameter_no_text", name, "", "");
  }
}

std::vector<std::string> Query::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [each, value] : request_.query) {
    if (each != name) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(','), rest.size());
      if (end > 0) values.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return values;
}

std::optional<std::string> Query::one(std::string_view name) const {
  std::optional<std::string> found;
  for (const auto& [each, value] : request_.query) {
    if (each != name) continue;
    if (found) throw bad_parameter("http.parameter_twice", name, "", "");
    found = value;
  }
  return found;
}

std::optional<bool> Query::yes_or_no(std::string_view name) const {
  const auto value = one(name);
  if (!value) return std::nullopt;
  if (*value == "true") return true;
  if (*value == "false") return false;
  throw bad_parameter("http.parameter_unknown_word", name, *value, "true, false");
}

std::size_t Query::number(std::string_view name, std::size_t otherwise, std::size_t low,
                          std::size_t high) const {
  const auto value = one(name);
  if (!value) return otherwise;
  std::size_t number = 0;
  const auto read = std::from_chars(value->data(), value->data() + value->size(), number);
  if (read.ec != std::errc() || read.ptr != value->data() + value->size() || number < low ||
      number > high) {
    throw bad_parameter("http.parameter_no_number", name, *value,
                        std::to_string(low) + "-" + std::to_string(high));
  }
  return number;
}

}  // namespace pilah::http
