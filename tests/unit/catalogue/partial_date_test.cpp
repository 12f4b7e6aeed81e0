#include "pilah/catalogue/partial_date.hpp"

#include "support/catch.hpp"

using pilah::catalogue::PartialDate;

TEST_CASE("A date is known to the year, the month or the day, and writes as it was read") {
  for (const char* text : {"2017", "2017-03", "2017-03-05", "2024-02-29"}) {
    CAPTURE(text);
    const auto date = PartialDate::parse(text);
    REQUIRE(date);
    CHECK(date->text() == text);
  }
}

TEST_CASE("What is no date is not read as one") {
  for (const char* text : {"", "17", "2017-", "2017-13", "2017-00", "2017-02-30", "2023-02-29",
                           "2017/03/05", "1899", "2201", "2017-3-5", "-017", "2017-03-00"}) {
    CAPTURE(text);
    CHECK_FALSE(PartialDate::parse(text));
  }
}

TEST_CASE("Dates are in order, the less precise comes first") {
  CHECK(*PartialDate::parse("2017") < *PartialDate::parse("2017-01"));
  CHECK(*PartialDate::parse("2017-01") < *PartialDate::parse("2017-01-01"));
  CHECK(*PartialDate::parse("2017-12-31") < *PartialDate::parse("2018"));
}

TEST_CASE("A date is over once the whole of its day, month or year has gone by") {
  const auto over = [](const char* date, const char* day) {
    return pilah::catalogue::is_over(*PartialDate::parse(date), *PartialDate::parse(day));
  };
  CHECK_FALSE(over("2026", "2026-12-31"));
  CHECK(over("2026", "2027-01-01"));
  CHECK_FALSE(over("2026-03", "2026-03-31"));
  CHECK(over("2026-03", "2026-04-01"));
  CHECK_FALSE(over("2026-03-05", "2026-03-05"));
  CHECK(over("2026-03-05", "2026-03-06"));
}
