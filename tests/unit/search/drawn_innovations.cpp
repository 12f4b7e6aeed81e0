#include "drawn_innovations.hpp"

#include <algorithm>
#include <array>

#include "small_index.hpp"

namespace pilah::tests {

using namespace catalogue;

namespace {

constexpr std::array kWords = {
    "kelola",    "mengelola", "Dikelola",  "PENGELOLAAN", "sampah",      "persampahan",
    "layanan",   "pelayanan", "melayani",  "Jum'at",      "Jumat",       "Qur\u2019an",
    "bank",      "perbankan", "pasar",     "pemasaran",   "antrean",     "mengantre",
    "dan",       "yang",      "di",        "untuk",       "M\u00e9lati", "puskesmas",
    "posyandu",  "12",        "123",       "tps3r",       "a",           "pendidikan",
    "pendataan", "wisata",    "pariwisata"};

constexpr std::array kAreas = {"health", "waste", "tourism", "learning", "public-service"};

}  // namespace

std::string Draw::word() {
  std::string word = kWords[below(kWords.size())];
  const bool is_ascii = std::all_of(word.begin(), word.end(), [](char c) { return c > 0; });
  if (one_in(12) && is_ascii) word.erase(below(word.size()), 1);
  return word;
}

std::string Draw::text(std::size_t most) {
  std::string text;
  for (std::size_t i = below(most + 1); i > 0; --i) text += (text.empty() ? "" : " ") + word();
  return text;
}

Innovation Draw::innovation(std::uint32_t number) {
  Innovation made = named(number, one_in(10) ? "Nama Yang Sama" : text(4));
  if (one_in(40)) made.name += std::string(200, 'x') + std::to_string(below(3));
  made.status = static_cast<Status>(below(5));
  made.entry_kind = static_cast<EntryKind>(below(4));
  if (!one_in(4)) made.owner = organisation_id(static_cast<std::uint32_t>(below(6)));
  if (one_in(3)) made.short_name = word();
  made.summary = text(12);
  made.problem = text(6);
  made.benefit = text(3);
  if (one_in(4)) made.partners = {text(2), text(2)};
  if (!one_in(3)) made.digital = one_in(2);
  if (!one_in(3)) made.form = static_cast<Form>(below(3));
  if (!one_in(3)) made.stage = static_cast<Stage>(below(3));
  if (!one_in(3)) made.started = PartialDate::from(2010 + static_cast<int>(below(4)), 0, 0);
  if (one_in(3)) made.applied = PartialDate::from(2012 + static_cast<int>(below(4)), 5, 0);
  for (std::size_t i = below(3); i > 0; --i) {
    std::optional<Rupiah> amount;
    if (!one_in(4)) amount = Rupiah{static_cast<std::int64_t>(below(20)) * 900'000'000};
    made.budgets.push_back({2024, static_cast<FundingSource>(below(7)), amount});
  }
  std::size_t area = below(kAreas.size());
  for (std::size_t i = below(4); i > 0; --i, area = (area + 1) % kAreas.size()) {
    made.mappings.push_back(
        {kAreas[area], made.mappings.empty(), MappedBy::kPerson, !one_in(4), std::nullopt, ""});
  }
  return made;
}

std::vector<search::Condition> Draw::conditions() {
  std::vector<search::Condition> conditions;
  for (std::size_t i = below(6) / 2; i > 0; --i) {
    const auto facet = static_cast<search::Facet>(below(search::kFacets));
    search::Condition condition{facet, {}, one_in(6)};
    for (std::size_t values = 1 + below(2); values > 0; --values) {
      const auto some = innovation(0);
      for (auto& value : search::values_of(some, facet, taxonomy())) {
        condition.values.push_back(std::move(value));
      }
    }
    conditions.push_back(std::move(condition));
  }
  return conditions;
}

search::Query Draw::query() {
  search::Query query = whole_region();
  auto& visibility = query.scopes.front().visibility;
  visibility.everything = one_in(2);
  for (std::size_t i = below(3); i > 0; --i) {
    visibility.own.push_back(organisation_id(static_cast<std::uint32_t>(below(6))));
  }
  const auto& areas = taxonomy().areas();
  for (std::size_t i = below(3); i > 0; --i) {
    visibility.areas.push_back(areas[below(areas.size())].key);
  }
  if (!one_in(4)) query.text = text(3) + (one_in(2) ? " " : "");
  query.conditions = conditions();
  for (std::size_t facet = 0; facet < search::kFacets; ++facet) {
    if (one_in(2)) query.facets.push_back(static_cast<search::Facet>(facet));
  }
  query.sort = static_cast<search::Sort>(below(5));
  query.limit = below(20);
  return query;
}

}  // namespace pilah::tests
