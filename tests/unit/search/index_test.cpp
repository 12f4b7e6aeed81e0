#include "pilah/search/index.hpp"

#include <algorithm>
#include <random>

#include "pilah/catalogue/refusal.hpp"
#include "small_index.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::search;
using namespace pilah::tests;

namespace {

using Names = std::vector<std::string>;

std::string refusal_of(const SmallIndex& index, const Query& query) {
  try {
    index.search(query);
  } catch (const catalogue::Refusal& refusal) {
    return refusal.messages().front().kind + " " + refusal.messages().front().pointer;
  }
  return {};
}

/// "value: count", by count; "-" for unknown.
std::string counts(const Answer& answer, Facet facet) {
  std::string all;
  for (const auto& each : answer.facets) {
    if (each.facet != facet) continue;
    for (const auto& [value, count] : each.values) {
      all += (value.empty() ? "-" : value) + ": " + std::to_string(count) + " ";
    }
  }
  return all;
}

catalogue::Innovation mapped(std::uint32_t number, std::vector<std::string> areas) {
  auto innovation = named(number, "Inovasi " + std::to_string(number));
  for (const auto& area : areas) {
    innovation.mappings.push_back(
        {area, innovation.mappings.empty(), catalogue::MappedBy::kPerson, true, std::nullopt, ""});
  }
  return innovation;
}

}  // namespace

TEST_CASE("A word is found in every form of its stem, in any field that says what it is") {
  auto problem = named(3, "Tiga");
  problem.problem = "Sampah belum dikelola.";
  auto partner = named(4, "Empat");
  partner.partners = {"Bank Sampah Melati"};
  const SmallIndex index(
      {named(1, "Pengelolaan Sampah"), named(2, "Antrean Daring"), problem, partner});
  CHECK(index.found("mengelola sampah ") == Names{"Pengelolaan Sampah", "Tiga"});
  CHECK(index.found("antri ") == Names{"Antrean Daring"});
  CHECK(index.found("melati ") == Names{"Empat"});
  CHECK(index.found("JUM'AT ").empty());
}

TEST_CASE("Persons, money and where it came from are not searched") {
  auto innovation = named(1, "Satu");
  innovation.proposer = catalogue::Proposer{std::nullopt, std::nullopt, "Budi Santoso"};
  innovation.resources = "hibah";
  innovation.risks = "gempa";
  innovation.origin = catalogue::Origin{"daftar.csv", "K7", "Lembar", 3};
  const SmallIndex index({innovation});
  for (const char* text : {"budi ", "hibah ", "gempa ", "daftar ", "k7 "}) {
    CAPTURE(text);
    CHECK(index.found(text).empty());
  }
}

TEST_CASE("Apostrophes and accents make no other word") {
  const SmallIndex index({named(1, "Jum'at Bersih"), named(2, "Sedekah Jumat"),
                          named(3, "Rumah Qur\u2019an"), named(4, "M\u00e9lati")});
  CHECK(index.found("jum\u2019at") == Names{"Jum'at Bersih", "Sedekah Jumat"});
  CHECK(index.found("quran") == Names{"Rumah Qur\u2019an"});
  CHECK(index.found("melati") == Names{"M\u00e9lati"});
}

TEST_CASE("The last word is also a beginning, until a blank ends it") {
  const SmallIndex index(
      {named(1, "Pelayanan Terpadu"), named(2, "Melayani Warga"), named(3, "Pelabuhan")});
  CHECK(index.found("pela") == Names{"Pelayanan Terpadu", "Pelabuhan"});
  CHECK(index.found("pelay") == Names{"Pelayanan Terpadu"});
  CHECK(index.found("pelayanan") == Names{"Pelayanan Terpadu", "Melayani Warga"});  // its stem too
  CHECK(index.found("pelab") == Names{"Pelabuhan"});
  CHECK(index.found("pela ").empty());
  CHECK(index.found("terp pelayanan").empty());  // only the last
}

TEST_CASE("A word weighs most in the name, then the short name, the summary, the rest") {
  auto rest = named(1, "Satu");
  rest.benefit = "Pasar ramai.";
  auto summary = named(2, "Dua");
  summary.summary = "Pasar rakyat.";
  auto short_name = named(3, "Tiga");
  short_name.short_name = "PASAR";
  const auto name = named(4, "Pasar");
  const auto begins = named(5, "Pasaraya");
  const SmallIndex index({rest, summary, short_name, name, begins});
  CHECK(index.found("pasar ") == Names{"Pasar", "Tiga", "Dua", "Satu"});
  CHECK(index.found("pasar") == Names{"Pasar", "Tiga", "Pasaraya", "Dua", "Satu"});
}

TEST_CASE("Equally relevant ones stand in the order of their ids") {
  const SmallIndex index({named(3, "Bank C"), named(1, "Bank A"), named(2, "Bank B")});
  CHECK(index.found("bank ") == Names{"Bank A", "Bank B", "Bank C"});
}

TEST_CASE("An empty text finds all, a text of words that say nothing too") {
  const SmallIndex index({named(1, "B"), named(2, "A")});
  auto query = whole_region();
  CHECK(index.names(index.search(query)) == Names{"A", "B"});
  query.text = "dan yang ";
  CHECK(index.search(query).total == 2);
}

TEST_CASE("Nothing found is an answer: no hits, total 0, no next page") {
  const SmallIndex index({named(1, "Bank")});
  auto query = whole_region();
  query.text = "xyz";
  query.facets = {Facet::kStatus};
  const auto answer = index.search(query);
  CHECK(answer.hits.empty());
  CHECK(answer.total == 0);
  CHECK(answer.next.empty());
  CHECK(counts(answer, Facet::kStatus).empty());
}

TEST_CASE("A change replaces what was there, what is removed is gone") {
  SmallIndex index({named(1, "Bank Sampah"), named(2, "Bank Darah")});
  index.put(named(1, "Pasar Tani"));
  CHECK(index.found("sampah").empty());
  CHECK(index.found("tani") == Names{"Pasar Tani"});
  CHECK(index.found("bank") == Names{"Bank Darah"});
  index.remove(2);
  CHECK(index.found("bank").empty());
  CHECK(index.search(whole_region()).total == 1);
  index.remove(9);  // was never there
  CHECK(index.search(whole_region()).current_to.front().second == 5);
}

TEST_CASE("Conditions hold together, several values of one are alternatives") {
  auto draft = mapped(1, {"health"});
  draft.status = catalogue::Status::kDraft;
  auto waste = mapped(2, {"waste", "health"});
  auto none = mapped(3, {});
  const SmallIndex index({draft, waste, none});
  const auto found = [&index](std::vector<Condition> conditions) {
    auto query = whole_region();
    query.conditions = std::move(conditions);
    return index.names(index.search(query));
  };
  CHECK(found({{Facet::kArea, {"health"}}}) == Names{"Inovasi 1", "Inovasi 2"});
  CHECK(found({{Facet::kPrimaryArea, {"health"}}}) == Names{"Inovasi 1"});
  CHECK(found({{Facet::kDimension, {"smart-environment"}}}) == Names{"Inovasi 2"});
  CHECK(found({{Facet::kArea, {"health", "energy"}}, {Facet::kStatus, {"draft"}}}) ==
        Names{"Inovasi 1"});
  CHECK(found({{Facet::kArea, {std::string(kUnknownValue)}}}) == Names{"Inovasi 3"});
  CHECK(found({{Facet::kArea, {std::string(kUnknownValue)}, true}}) ==
        Names{"Inovasi 1", "Inovasi 2"});
  CHECK(found({{Facet::kOwner, {organisation_id(5).text()}}}).empty());
}

TEST_CASE("A facet counts what its own condition leaves out, so that it can be chosen instead") {
  auto draft = mapped(1, {"health"});
  draft.status = catalogue::Status::kDraft;
  const SmallIndex index({draft, mapped(2, {"waste", "health"}), mapped(3, {})});
  auto query = whole_region();
  query.facets = {Facet::kStatus, Facet::kArea, Facet::kDimension};
  auto answer = index.search(query);
  CHECK(counts(answer, Facet::kStatus) == "verified: 2 draft: 1 ");
  CHECK(counts(answer, Facet::kArea) == "health: 2 -: 1 waste: 1 ");
  query.conditions = {{Facet::kStatus, {"verified"}}};
  answer = index.search(query);
  CHECK(answer.total == 2);
  CHECK(counts(answer, Facet::kStatus) == "verified: 2 draft: 1 ");
  CHECK(counts(answer, Facet::kArea) == "-: 1 health: 1 waste: 1 ");
  CHECK(counts(answer, Facet::kDimension) == "-: 1 smart-environment: 1 smart-living: 1 ");
}

TEST_CASE("An area that is only suggested does not count") {
  auto suggested = mapped(1, {"health"});
  suggested.mappings.front().confirmed = false;
  const SmallIndex index({suggested});
  auto query = whole_region();
  query.facets = {Facet::kArea, Facet::kPrimaryArea, Facet::kDimension};
  const auto answer = index.search(query);
  for (const Facet facet : query.facets) CHECK(counts(answer, facet) == "-: 1 ");
}

TEST_CASE("A reader sees what is verified and what the own organisations have, nothing else") {
  auto own_draft = named(1, "Draf Sendiri");
  own_draft.status = catalogue::Status::kDraft;
  own_draft.owner = organisation_id(1);
  auto other_draft = named(2, "Draf Lain");
  other_draft.status = catalogue::Status::kDraft;
  other_draft.owner = organisation_id(2);
  auto ownerless = named(3, "Draf Tanpa Pemilik");
  ownerless.status = catalogue::Status::kDraft;
  const SmallIndex index({own_draft, other_draft, ownerless, named(4, "Terbit")});
  const auto seen = [&](Visibility visibility) {
    auto query = whole_region();
    query.scopes.front().visibility = std::move(visibility);
    query.facets = {Facet::kStatus};
    const auto answer = index.search(query);
    CHECK(answer.total == answer.hits.size());
    return index.names(answer).size() == 1 ? index.names(answer).front()
                                           : counts(answer, Facet::kStatus);
  };
  CHECK(seen(Visibility::public_only()) == "Terbit");
  CHECK(seen({false, {organisation_id(1)}}) == "draft: 1 verified: 1 ");
  CHECK(seen({false, {organisation_id(1), organisation_id(2)}}) == "draft: 2 verified: 1 ");
  CHECK(seen(Visibility::whole_region()) == "draft: 3 verified: 1 ");
}

TEST_CASE("Unknown numbers stand last, equal ones in the order of ids") {
  const auto with_budget = [](std::uint32_t number, std::optional<std::int64_t> amount) {
    auto innovation = named(number, "N" + std::to_string(number));
    if (amount) innovation.budgets = {{2024, std::nullopt, catalogue::Rupiah{*amount}}};
    return innovation;
  };
  const SmallIndex index({with_budget(1, std::nullopt), with_budget(2, 5), with_budget(3, 900),
                          with_budget(4, 5), with_budget(5, std::nullopt),
                          with_budget(6, 7'000'000'000'000)});
  auto query = whole_region();
  query.sort = Sort::kBudget;
  CHECK(index.names(index.search(query)) == Names{"N6", "N3", "N2", "N4", "N1", "N5"});
  query.sort = Sort::kChanged;
  CHECK(index.names(index.search(query)).front() == "N6");
}

TEST_CASE("A page goes on behind the last one's end though that has gone since") {
  SmallIndex index;
  for (std::uint32_t i = 0; i < 9; ++i) index.put(named(i, "Nama " + std::to_string(i)));
  auto query = whole_region();
  query.limit = 3;
  auto page = index.search(query);
  CHECK(index.names(page) == Names{"Nama 0", "Nama 1", "Nama 2"});
  index.remove(2);
  index.put(named(20, "Nama 1 A"));  // before the place: not met any more
  index.put(named(21, "Nama 2 A"));  // behind it
  query.after = page.next;
  page = index.search(query);
  CHECK(index.names(page) == Names{"Nama 2 A", "Nama 3", "Nama 4"});
  CHECK(page.total == 10);
  query.after = page.next;
  CHECK(index.names(index.search(query)) == Names{"Nama 5", "Nama 6", "Nama 7"});
}

TEST_CASE("A place beyond the end has an empty page behind it") {
  const SmallIndex index({named(1, "A"), named(2, "B")});
  auto query = whole_region();
  query.after = "7a7a-" + std::string(32, 'f');  // "zz"
  const auto answer = index.search(query);
  CHECK(answer.hits.empty());
  CHECK(answer.next.empty());
  CHECK(answer.total == 2);
}

TEST_CASE("Names that are equal for as long as they are compared stand in the order of ids") {
  const std::string begin(400, 'n');
  const SmallIndex index({named(2, begin + "a"), named(1, begin + "b")});
  CHECK(index.names(index.search(whole_region())) == Names{begin + "b", begin + "a"});
  auto query = whole_region();
  query.limit = 1;
  query.after = index.search(query).next;
  CHECK(index.names(index.search(query)) == Names{begin + "a"});
}

TEST_CASE("A page of nothing counts alone") {
  const SmallIndex index({named(1, "A"), named(2, "B")});
  auto query = whole_region();
  query.limit = 0;
  const auto answer = index.search(query);
  CHECK(answer.total == 2);
  CHECK(answer.hits.empty());
  CHECK(answer.next.empty());
}

TEST_CASE("Several regions are searched as one, each with its own eyes") {
  SmallIndex index({named(1, "Bank A"), named(3, "Bank C")});
  auto elsewhere = named(2, "Bank B");
  elsewhere.region = region("16.02");
  index.put(elsewhere);
  auto draft = named(4, "Bank D");
  draft.region = region("16.02");
  draft.status = catalogue::Status::kDraft;
  index.put(draft);
  auto query = whole_region();
  query.scopes.push_back({region("16.02"), Visibility::public_only()});
  query.text = "bank";
  auto answer = index.search(query);
  CHECK(index.names(answer) == Names{"Bank A", "Bank B", "Bank C"});
  CHECK(answer.hits[1].region == region("16.02"));
  CHECK(answer.current_to == std::vector<std::pair<catalogue::RegionCode, std::int64_t>>{
                                 {region(), 2}, {region("16.02"), 4}});
  CHECK(index.search(whole_region()).total == 2);
}

TEST_CASE("A region is refused until it is complete") {
  SmallIndex index;
  CHECK(refusal_of(index, whole_region()) == "search.not_ready ");
  const auto innovation = named(1, "A");
  const Change change{innovation.id, innovation, 1};
  index.index().apply(region(), {&change, 1}, std::nullopt);
  CHECK_FALSE(index.index().current_to(region()));
  CHECK(refusal_of(index, whole_region()) == "search.not_ready ");
  index.index().apply(region(), {}, 7);
  CHECK(index.index().current_to(region()) == 7);
  CHECK(index.search(whole_region()).total == 1);
}

TEST_CASE("A query beyond its bounds is refused at its parameter") {
  const SmallIndex index({named(1, "A")});
  auto query = whole_region();
  query.limit = 1'001;
  CHECK(refusal_of(index, query) == "search.page_too_large /limit");
  query = whole_region();
  query.after = "nonsense";
  CHECK(refusal_of(index, query) == "search.bad_cursor /after");
  query = whole_region();
  query.conditions = {{Facet::kOwner, std::vector<std::string>(1'025, "x")}};
  CHECK(refusal_of(index, query) == "search.too_many_values /owner");
  query = whole_region();
  query.text = std::string(1'001, 'x');
  CHECK(refusal_of(index, query) == "search.text_too_long /q");
}

TEST_CASE("Any bytes can be searched for, in any bytes") {
  constexpr std::uint32_t kSeed = 23;
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  const auto drawn = [&random](std::size_t most) {
    std::string bytes(random() % (most + 1), '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random() % 5 == 0 ? 32 : random() % 256);
    return bytes;
  };
  SmallIndex index;
  for (std::uint32_t i = 0; i < 40; ++i) {
    auto innovation = named(i, drawn(60));
    innovation.summary = drawn(400);
    index.put(innovation);
  }
  for (int i = 0; i < 2'000; ++i) {
    auto query = whole_region();
    query.text = drawn(80);
    query.sort = Sort::kRelevance;
    query.facets = {Facet::kStatus};
    try {
      const auto answer = index.search(query);
      REQUIRE(answer.hits.size() == std::min<std::size_t>(answer.total, query.limit));
    } catch (const catalogue::Refusal& refusal) {
      REQUIRE(refusal.messages().front().kind == "search.too_many_words");
    }
  }
}

TEST_CASE("Texts that are no text, or endless, are taken in and found") {
  auto wild = named(1, std::string("Bank \xFF\xFE \xC3 ") + std::string(300, 'a'));
  wild.summary = std::string(60'000, 'b') + " pasar";
  const SmallIndex index({wild});
  CHECK(index.found("bank").size() == 1);
  CHECK(index.found("pasar").size() == 1);
  CHECK(index.found(std::string(64, 'b')).size() == 1);
  CHECK(index.found(std::string(500, 'b') + " ").size() == 1);
}
