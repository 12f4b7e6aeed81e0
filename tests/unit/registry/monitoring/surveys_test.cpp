#include "pilah/registry/monitoring/surveys.hpp"

#include "monitoring_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

catalogue::SurveyValue value(const MonitoringHost& host, const std::string& area,
                             const std::string& number, const std::string& day) {
  catalogue::SurveyValue made;
  made.region = host.region;
  made.area = area;
  made.value = number;
  made.date = MonitoringHost::date(day);
  made.respondents = 400;
  made.source = "Survei kepuasan 2026";
  return made;
}

std::string add(MonitoringHost& host, const catalogue::SurveyValue& value) {
  return registry::add_survey_value(host.environment, insider(), value).value;
}

}  // namespace

TEST_CASE("Values are told by area, the newest first, and the newest counts") {
  MonitoringHost host;
  CHECK(add(host, value(host, "waste", "60", "2025")) == "60");
  CHECK(add(host, value(host, "health", "78,50", "2026-03")) == "78.5");
  add(host, value(host, "health", "70", "2025-03-01"));
  std::string told;
  for (const auto& each : registry::survey_values(host.environment, insider(), host.region)) {
    told += each.area + "=" + each.value + " ";
  }
  CHECK(told == "health=78.5 health=70 waste=60 ");
  host.environment.store.read([&](store::Reader& reader) {
    const auto newest = registry::newest_survey_values(reader, host.region);
    CHECK(newest.size() == 2);
    CHECK(newest.at("health").value == "78.5");
  });
}

TEST_CASE("A value of one date that is noted again takes the place of the one before") {
  MonitoringHost host;
  add(host, value(host, "health", "70", "2026-03"));
  add(host, value(host, "health", "71", "2026-03"));
  host.environment.store.read([&](store::Reader& reader) {
    CHECK(registry::newest_survey_values(reader, host.region).at("health").value == "71");
  });
}

TEST_CASE("What is no value of a survey is told all at once, and nothing is kept") {
  MonitoringHost host;
  catalogue::SurveyValue empty;
  empty.region = host.region;
  CHECK(refusals_of([&] { add(host, empty); }) ==
        "/area survey.no_such_area\n"
        "/value survey.no_value\n"
        "/date survey.no_date\n"
        "/respondents survey.no_respondents\n"
        "/source survey.no_source");
  for (const char* wrong : {"100.000001", "-0.1", "baik"}) {
    CAPTURE(wrong);
    CHECK(refusals_of([&] { add(host, value(host, "health", wrong, "2026-03")); }) ==
          "/value survey.no_value");
  }
  CHECK(refusals_of([&] { add(host, value(host, "health", "70", "2026-04-11")); }) ==
        "/date survey.no_date");
  CHECK(registry::survey_values(host.environment, insider(), host.region).empty());
  CHECK(add(host, value(host, "health", "100", "2026-04-10")) == "100");
}
