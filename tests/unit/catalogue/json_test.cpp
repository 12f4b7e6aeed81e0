#include "pilah/catalogue/json.hpp"

#include "support/catch.hpp"

using namespace pilah::catalogue;

namespace {

struct Refused {
  std::string kind;
  std::string pointer;
};

Refused refused(const char* document) {
  try {
    from_json<Innovation>(parse_json(document));
  } catch (const Refusal& refusal) {
    return {refusal.messages().front().kind, refusal.messages().front().pointer};
  }
  return {};
}

Innovation full_innovation() {
  Innovation innovation;
  innovation.id = *InnovationId::parse("01920000-abcd-7abc-8def-0123456789ab");
  innovation.region = *RegionCode::parse("13.11");
  innovation.entry_kind = EntryKind::kPotential;
  innovation.status = Status::kReturned;
  innovation.owner = *OrganisationId::parse("01920000-abcd-7abc-8def-0123456789ac");
  innovation.supporting_organisations = {*innovation.owner};
  innovation.proposer = Proposer{innovation.owner, std::nullopt, "Karang Taruna"};
  innovation.name = "Jum'at \"Bersih\"";
  innovation.digital = false;
  innovation.application = Application{ApplicationUse::kReuses, "SIMPEL"};
  innovation.form = Form::kPublicService;
  innovation.stage = Stage::kTrial;
  innovation.started = PartialDate::parse("2017");
  innovation.affairs = {"Kesehatan"};
  innovation.plan_links = {{PlanKind::kRenstra, std::nullopt, "Program X"}};
  innovation.sipd = SipdCode{"2.16.02", "2024"};
  innovation.budgets = {{2025, FundingSource::kVillageFund, Rupiah{0}}, {2026, std::nullopt, {}}};
  innovation.staff = 0;
  innovation.duration = Months{12};
  innovation.readiness = Readiness{Step{0}, std::nullopt, Step{4}};
  innovation.indicators = {{"x", "%", "", "", "1.5", "2", {{*PartialDate::parse("2020-01"), "3"}}}};
  innovation.places = {{"-1.5", "101.2", "", "Nagari"}};
  innovation.evidence = {{std::string(64, 'a'), "a.pdf", "application/pdf", "/benefit"}};
  innovation.mappings = {{"health", true, MappedBy::kImporter, true, Millionths{900000}, "Sehat"}};
  innovation.attributes = {{"nagari", "x"}};
  innovation.origin = Origin{"list.csv", "8", "Sheet1", 12};
  return innovation;
}

}  // namespace

TEST_CASE("An innovation with every field set reads back as it was") {
  const Innovation innovation = full_innovation();
  const auto text = boost::json::serialize(to_json(innovation));
  CHECK(from_json<Innovation>(parse_json(text)) == innovation);
}

TEST_CASE("What is unknown is left out, what is nothing is not") {
  Innovation innovation;
  innovation.staff = 0;
  innovation.digital = false;
  innovation.budgets = {{2025, std::nullopt, Rupiah{0}}};
  const auto json = to_json(innovation).as_object();
  CHECK_FALSE(json.contains("duration_months"));
  CHECK_FALSE(json.contains("summary"));
  CHECK(json.at("staff") == 0);
  CHECK(json.at("digital") == false);
  CHECK(json.at("budgets").at(0).at("amount") == 0);
}

TEST_CASE("A wrong document is refused at its place") {
  const auto check = [](const char* document, const char* kind, const char* pointer) {
    CAPTURE(document);
    const Refused was = refused(document);
    CHECK(was.kind == kind);
    CHECK(was.pointer == pointer);
  };
  check(R"([])", "json.wrong_type", "");
  check(R"({"nama": "x"})", "json.unknown_key", "/nama");
  check(R"({"name": 5})", "json.wrong_type", "/name");
  check(R"({"staff": 1.5})", "json.wrong_type", "/staff");
  check(R"({"staff": 5000000000})", "json.out_of_range", "/staff");
  check(R"({"form": "aplikasi"})", "json.unknown_word", "/form");
  check(R"({"started": "kemarin"})", "json.malformed", "/started");
  check(R"({"mappings": [{}, {"area": "health", "colour": 1}]})", "json.unknown_key",
        "/mappings/1/colour");
  check(R"({"budgets": [{"amount": "1"}]})", "json.wrong_type", "/budgets/0/amount");
  check(R"({"region": "1311"})", "json.malformed", "/region");
  check(R"({"name": "x")", "json.syntax", "");
  check(R"({} {})", "json.syntax", "");
}

TEST_CASE("A document nested without end is refused, not recursed into") {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  CHECK(refused(deep.c_str()).kind == "json.syntax");
}

TEST_CASE("Every word of an enumeration reads back as its value") {
  for (const auto name : EnumNames<FundingSource>::kNames) {
    const auto value = enum_named<FundingSource>(name);
    REQUIRE(value);
    CHECK(name_of(*value) == name);
  }
  CHECK_FALSE(enum_named<FundingSource>("APBD"));
}

TEST_CASE("What a region published before sets could be opened reads as closed sets") {
  const auto before =
      from_json<Publication>(parse_json(R"({"statuses": ["verified"], "fields": ["stage"]})"));
  CHECK(before.shows_field("stage"));
  CHECK_FALSE(before.shows_of_sets(PublicPart::kReasons));
  CHECK_FALSE(Publication::usual().shows_of_sets(PublicPart::kReasons));
  const auto now = from_json<Publication>(parse_json(R"({"quick_win_sets": ["reasons"]})"));
  CHECK(now.shows_of_sets(PublicPart::kReasons));
  CHECK_FALSE(now.shows_of_sets(PublicPart::kJudgements));
}
