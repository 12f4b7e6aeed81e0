#include "pilah/http/innovation_query.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/http/request_reading.hpp"

namespace pilah::http {
namespace {

constexpr std::array<std::string_view, 20> kParameters{
    "after",  "area",  "digital", "dimension",    "entry_kind",
    "facets", "form",  "funding", "has_owner",    "has_primary_area",
    "limit",  "owner", "pending", "primary_area", "q",
    "sort",   "stage", "status",  "unknown",      "year"};

constexpr std::size_t kUsualPage = 50;
constexpr std::size_t kLargestPage = 1000;

template <class Enum>
std::vector<Enum> words_of(const Query& query, const char* name) {
  std::vector<Enum> values;
  for (const auto& word : query.all(name)) {
    const auto value = catalogue::enum_named<Enum>(word);
    if (!value) {
      std::string known;
      for (const auto each : catalogue::EnumNames<Enum>::kNames) {
        known += (known.empty() ? "" : ", ") + std::string(each);
      }
      throw HttpRefusal(400, {"http.parameter_unknown_word",
                              {{"parameter", name}, {"found", word}, {"expected", known}},
                              std::string("/") + name});
    }
    values.push_back(*value);
  }
  return values;
}

std::vector<int> years_of(const Query& query) {
  std::vector<int> years;
  for (const auto& word : query.all("year")) {
    int year = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), year);
    if (read.ec != std::errc() || read.ptr != word.data() + word.size() || year < 1900 ||
        year > 2200) {
      throw HttpRefusal(400, {"http.parameter_no_number",
                              {{"parameter", "year"}, {"found", word}, {"expected", "1900-2200"}},
                              "/year"});
    }
    years.push_back(year);
  }
  return years;
}

}  // namespace

registry::InnovationFilter innovation_filter_of(const Request& request,
                                                const std::vector<std::string_view>& without) {
  std::vector<std::string_view> known;
  for (const auto name : kParameters) {
    if (std::find(without.begin(), without.end(), name) == without.end()) known.push_back(name);
  }
  const Query query(request, known);
  registry::InnovationFilter filter;
  filter.text = query.one("q").value_or("");
  filter.statuses = words_of<catalogue::Status>(query, "status");
  filter.entry_kinds = words_of<catalogue::EntryKind>(query, "entry_kind");
  filter.forms = words_of<catalogue::Form>(query, "form");
  filter.stages = words_of<catalogue::Stage>(query, "stage");
  filter.funding = words_of<catalogue::FundingSource>(query, "funding");
  for (const auto& text : query.all("owner")) {
    const auto owner = catalogue::OrganisationId::parse(text);
    if (!owner) throw HttpRefusal(400, {"http.parameter_no_id", {{"found", text}}, "/owner"});
    filter.owners.push_back(*owner);
  }
  filter.areas = query.all("area");
  filter.primary_areas = query.all("primary_area");
  filter.dimensions = query.all("dimension");
  filter.years = years_of(query);
  filter.digital = query.yes_or_no("digital");
  filter.has_owner = query.yes_or_no("has_owner");
  filter.has_primary_area = query.yes_or_no("has_primary_area");
  filter.pending = query.yes_or_no("pending");
  filter.unknown = query.all("unknown");
  filter.facets = query.all("facets");
  filter.sort = query.one("sort").value_or("");
  filter.after = query.one("after").value_or("");
  filter.limit = query.number("limit", kUsualPage, 1, kLargestPage);
  return filter;
}

}  // namespace pilah::http
