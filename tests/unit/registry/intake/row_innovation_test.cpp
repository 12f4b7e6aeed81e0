#include "pilah/registry/intake/row_innovation.hpp"

#include <string>
#include <utility>
#include <vector>

#include "pilah/catalogue/region.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

namespace {

using namespace pilah::registry;
using namespace pilah::catalogue;

using Filled = std::vector<std::pair<Field, const char*>>;

const OrganisationId kOwner{Uuid{{1}}};

ReadInnovation read(const Filled& filled, bool owned = true) {
  RowCells cells;
  for (const auto& [field, text] : filled) cells[field] = text;
  const RowContext context{pilah::tests::list_words(), pilah::tests::taxonomy()};
  return read_innovation(cells, owned ? std::optional(kOwner) : std::nullopt, context);
}

std::vector<std::string> kinds(const ReadInnovation& read) {
  std::vector<std::string> kinds;
  for (const auto& warning : read.warnings) kinds.push_back(warning.message.kind);
  return kinds;
}

}  // namespace

TEST_CASE("the area that a list names is a confirmed mapping, an alias is kept with it") {
  const auto health = read({{Field::kName, "x"}, {Field::kArea, "Prasarana Kesehatan"}});
  REQUIRE(health.innovation.mappings.size() == 1);
  const auto& mapping = health.innovation.mappings[0];
  CHECK(mapping.area == "health");
  CHECK(mapping.primary);
  CHECK(mapping.confirmed);
  CHECK(mapping.mapped_by == MappedBy::kImporter);
  CHECK(mapping.alias.empty());

  const auto tourism = read({{Field::kDimension, "Smart Tourism"}});
  REQUIRE(tourism.innovation.mappings.size() == 1);
  CHECK(tourism.innovation.mappings[0].area == "tourism");
  CHECK(tourism.innovation.mappings[0].alias == "Smart Tourism");
}

TEST_CASE("a dimension alone gives no area") {
  const auto people = read({{Field::kDimension, "Smart People"}});
  CHECK(people.innovation.mappings.empty());
  CHECK(people.innovation.attributes.at("dimension") == "smart-society");
  CHECK(kinds(people) == std::vector<std::string>{"intake.dimension_alone"});
}

TEST_CASE("an unknown area is a warning, and an area holds against another dimension") {
  const auto unknown = read({{Field::kArea, "Antariksa"}, {Field::kDimension, "Smart Living"}});
  CHECK(unknown.innovation.mappings.empty());
  CHECK(unknown.innovation.attributes.at("area") == "Antariksa");
  CHECK(kinds(unknown) ==
        std::vector<std::string>{"intake.area_unknown", "intake.dimension_alone"});

  const auto disagreeing =
      read({{Field::kArea, "Prasarana Kesehatan"}, {Field::kDimension, "Smart Economy"}});
  CHECK(disagreeing.innovation.mappings.at(0).area == "health");
  CHECK(kinds(disagreeing) == std::vector<std::string>{"intake.dimension_disagrees"});
}

TEST_CASE("further areas are secondary") {
  const auto read_row = read({{Field::kArea, "Pariwisata"},
                              {Field::kAreasOther, "Kesejahteraan rakyat; pariwisata, entah"}});
  REQUIRE(read_row.innovation.mappings.size() == 2);
  CHECK(read_row.innovation.mappings[1].area == "welfare");
  CHECK_FALSE(read_row.innovation.mappings[1].primary);
  CHECK(kinds(read_row) == std::vector<std::string>{"intake.area_unknown"});
}

TEST_CASE("money, source and year make one budget, an unread amount is unknown, not 0") {
  const auto known = read({{Field::kBudget, "Rp 350.000.000"},
                           {Field::kBudgetYear, "2022"},
                           {Field::kFundingSource, "APBD"}});
  REQUIRE(known.innovation.budgets.size() == 1);
  CHECK(known.innovation.budgets[0] == Budget{2022, FundingSource::kApbd, Rupiah{350'000'000}});

  const auto unread = read({{Field::kBudget, "menyesuaikan"}});
  CHECK(unread.innovation.budgets.empty());
  CHECK(kinds(unread) == std::vector<std::string>{"intake.money_unreadable"});

  const auto shared = read({{Field::kBudget, "10 juta"}, {Field::kFundingSource, "APBD/CSR"}});
  REQUIRE(shared.innovation.budgets.size() == 1);
  CHECK_FALSE(shared.innovation.budgets[0].source);
  CHECK(kinds(shared) == std::vector<std::string>{"intake.sources_share_amount"});

  const auto sources = read({{Field::kFundingSource, "APBD/CSR"}});
  REQUIRE(sources.innovation.budgets.size() == 2);
  CHECK_FALSE(total_budget(sources.innovation));
}

TEST_CASE("places need both coordinates") {
  const auto both = read({{Field::kCoordinates, "-6.595, 106.816"}});
  REQUIRE(both.innovation.places.size() == 1);
  CHECK(both.innovation.places[0].latitude == "-6.595");
  CHECK(both.innovation.places[0].longitude == "106.816");
  CHECK(read({{Field::kCoordinates, "-6,595;106,816"}}).innovation.places.at(0).longitude ==
        "106.816");
  CHECK(read({{Field::kCoordinates, "-6.595,106.816"}}).innovation.places.size() == 1);
  CHECK(read({{Field::kLatitude, "-6.595"}}).innovation.places.empty());
  const auto wrong = read({{Field::kCoordinates, "Alun-alun"}});
  CHECK(wrong.innovation.places.empty());
  CHECK(kinds(wrong) == std::vector<std::string>{"intake.degrees_unreadable"});
}

TEST_CASE("SIPD codes become canonical segment by segment") {
  for (const auto& [text, code] : {std::pair{"2.16.02.2.01.0014", "2.16.02.2.01.0014"},
                                   {"2.16.2.2.1.14 Pengelolaan Aplikasi", "2.16.02.2.01.0014"},
                                   {"1.01.01.02.01.0001", "1.01.01.2.01.0001"},
                                   {"2.16", "2.16"}}) {
    CAPTURE(text);
    const auto row = read({{Field::kSipdCode, text}});
    REQUIRE(row.innovation.sipd);
    CHECK(row.innovation.sipd->code == code);
  }
  for (const char* text : {"X.XX.01", "2.16.02.2.01.0014.1", "2..16", "-", "16.2", "2.123"}) {
    CAPTURE(text);
    CHECK_FALSE(read({{Field::kSipdCode, text}}).innovation.sipd);
  }
}

TEST_CASE("a list asks for submission at most, and only with what a submission needs") {
  const Filled complete = {{Field::kName, "x"}, {Field::kSummary, "y"}, {Field::kArea, "health"}};
  const auto with_status = [&](const char* status, bool owned) {
    Filled filled = complete;
    filled.emplace_back(Field::kStatus, status);
    return read(filled, owned);
  };
  CHECK(with_status("diajukan", true).innovation.status == Status::kSubmitted);
  CHECK(with_status("diajukan", true).warnings.empty());
  CHECK(with_status("diajukan", false).innovation.status == Status::kDraft);
  CHECK(kinds(with_status("diajukan", false)) ==
        std::vector<std::string>{"intake.status_incomplete"});
  CHECK(with_status("terverifikasi", true).innovation.status == Status::kSubmitted);
  CHECK(kinds(with_status("terverifikasi", true)) ==
        std::vector<std::string>{"intake.status_not_taken"});
  CHECK(read(complete).innovation.status == Status::kDraft);
}

TEST_CASE("an application is one only when the row says what is done with it") {
  const auto reused =
      read({{Field::kApplication, "SIAK"}, {Field::kApplicationUse, "memakai yang ada"}});
  REQUIRE(reused.innovation.application);
  CHECK(reused.innovation.application->use == ApplicationUse::kReuses);
  const auto unsaid = read({{Field::kApplication, "SIAK"}});
  CHECK_FALSE(unsaid.innovation.application);
  CHECK(unsaid.innovation.attributes.at("application") == "SIAK");
}

TEST_CASE("an indicator keeps baseline and target with their unit") {
  const auto row =
      read({{Field::kIndicator, "Kepuasan"}, {Field::kBaseline, "70%"}, {Field::kTarget, "90%"}});
  REQUIRE(row.innovation.indicators.size() == 1);
  CHECK(row.innovation.indicators[0].baseline == "70");
  CHECK(row.innovation.indicators[0].target == "90");
  CHECK(row.innovation.indicators[0].unit == "%");
}

TEST_CASE("plan links stay unresolved while no plan has the item") {
  const auto row = read({{Field::kPlanRpjmd, "Program Pengelolaan Persampahan; 2.11.11"}});
  REQUIRE(row.innovation.plan_links.size() == 2);
  CHECK_FALSE(row.innovation.plan_links[0].item);
  CHECK(row.innovation.plan_links[1].text == "2.11.11");
}

TEST_CASE("national lists name the owner as a unit of an institution") {
  RowCells cells;
  cells[Field::kInstitution] = "Kota Surabaya";
  cells[Field::kUnit] = "Dinas Kesehatan";
  CHECK(owner_text(cells, true) == "Dinas Kesehatan");
  CHECK(owner_text(cells, false) == "Kota Surabaya");
  cells[Field::kOwner] = "Dinkes";
  CHECK(owner_text(cells, true) == "Dinkes");
}
