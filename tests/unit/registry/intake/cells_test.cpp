#include "pilah/registry/intake/cells.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

namespace {

using namespace pilah::registry;
using pilah::catalogue::PartialDate;
using pilah::tests::list_words;

template <class Reading>
std::string kind_of(const Reading& reading) {
  return reading.problem ? reading.problem->kind : std::string();
}

}  // namespace

TEST_CASE("money is read as agencies write it") {
  const std::vector<std::pair<std::string, std::int64_t>> cells = {
      {"450000000", 450'000'000},
      {"Rp 1.234.567,89", 1'234'568},
      {"Rp1.234.567", 1'234'567},
      {"1,234,567.00", 1'234'567},
      {"Rp. 450.000.000,-", 450'000'000},
      {"Rp 450.000.000,--", 450'000'000},
      {"450.000.000,00", 450'000'000},
      {"450.000", 450'000},
      {"450,000", 450'000},
      {"450 000 000", 450'000'000},
      {"450000000.0", 450'000'000},
      {"450 juta", 450'000'000},
      {"450jt", 450'000'000},
      {"Rp 1,5 miliar", 1'500'000'000},
      {"1.5 Milyar", 1'500'000'000},
      {"2 M", 2'000'000'000},
      {"0,75 triliun", 750'000'000'000},
      {"12.500 rupiah", 12'500},
      {"IDR 12.500", 12'500},
      {"0", 0},
      {"Rp 0,-", 0},
      {"0,5", 1},
      {"1000000000000000", 1'000'000'000'000'000},
  };
  for (const auto& [text, rupiah] : cells) {
    CAPTURE(text);
    const auto reading = read_money(text, list_words());
    CHECK(kind_of(reading) == "");
    REQUIRE(reading.value);
    CHECK(reading.value->amount == rupiah);
  }
}

TEST_CASE("money that can be read in two ways, or in none, is a problem and never a guess") {
  for (const char* text :
       {"1.250 juta", "1,250 miliar", "100-200 juta", "sekitar 450 juta", "4,5E+08", "12.34.567",
        "1.23.456", "1.234.56", "1,2,3", "Rp", "juta", "450 juta rupiah per tahun", "1..5", "--5",
        "450 ribuan", "1234567890123456789012345678901", "99999999999999999999 triliun"}) {
    CAPTURE(text);
    const auto reading = read_money(text, list_words());
    CHECK_FALSE(reading.value);
    CHECK(kind_of(reading) == "intake.money_unreadable");
    REQUIRE(reading.problem);
    CHECK(reading.problem->arguments.at(0) == std::pair<std::string, std::string>("read", text));
  }
  CHECK(kind_of(read_money("-5", list_words())) == "intake.money_out_of_range");
  CHECK(kind_of(read_money("1000000000000001", list_words())) == "intake.money_out_of_range");
}

TEST_CASE("a word for unknown is neither a value nor a problem, in every reader") {
  for (const char* text :
       {"", " ", "-", "nan", "NaN", "N/A", "belum ada", "?", "#REF!", "Tidak Ada"}) {
    CAPTURE(text);
    const auto& words = list_words();
    CHECK((!read_money(text, words).value && !read_money(text, words).problem));
    CHECK((!read_count(text, words).value && !read_count(text, words).problem));
    CHECK((!read_months(text, words).value && !read_months(text, words).problem));
    CHECK((!read_step(text, words).value && !read_step(text, words).problem));
    CHECK((!read_measure(text, words).value && !read_measure(text, words).problem));
    CHECK((!read_degrees(text, 90, words).value && !read_degrees(text, 90, words).problem));
    CHECK((!read_date(text, words).value && !read_date(text, words).problem));
    CHECK((!read_yes_no(text, words).value && !read_yes_no(text, words).problem));
    const auto form = read_word<pilah::catalogue::Form>(text, words);
    CHECK((!form.value && !form.problem));
  }
}

TEST_CASE("dates are read day first, as far as they are known") {
  const std::vector<std::pair<std::string, std::string>> cells = {
      {"05/03/2017", "2017-03-05"},
      {"5-3-2017", "2017-03-05"},
      {"5.3.2017", "2017-03-05"},
      {"2017-03-05", "2017-03-05"},
      {"2017/3/5", "2017-03-05"},
      {"2017-03-05 10:22:00", "2017-03-05"},
      {"2017-03-05T10:22:00Z", "2017-03-05"},
      {"05/03/2017 10:22", "2017-03-05"},
      {"5 Maret 2017", "2017-03-05"},
      {"Senin, 5 Maret 2017", "2017-03-05"},
      {"Maret 2017", "2017-03"},
      {"Nopember 2017", "2017-11"},
      {"05-Mar-2017", "2017-03-05"},
      {"03/2017", "2017-03"},
      {"2017-03", "2017-03"},
      {"2017", "2017"},
      {"2017.0", "2017"},
      {"Tahun 2017", "2017"},
      {"28-08-2017 ", "2017-08-28"},
      {"29/02/2016", "2016-02-29"},
  };
  for (const auto& [text, date] : cells) {
    CAPTURE(text);
    const auto reading = read_date(text, list_words());
    CHECK(kind_of(reading) == "");
    REQUIRE(reading.value);
    CHECK(reading.value->text() == date);
  }
}

TEST_CASE("a date that does not exist or can be read in two ways is a problem") {
  for (const char* text :
       {"31/02/2017", "29/02/2017", "12/25/2017", "5/3/17", "2017-2018", "0/3/2017", "2017-13",
        "awal 2017", "triwulan II 2017", "42799", "5 Brumaire 2017", "1/2/3/2017", "1899", "2201",
        "5 Maret", "2017-00-05"}) {
    CAPTURE(text);
    const auto reading = read_date(text, list_words());
    CHECK_FALSE(reading.value);
    CHECK(kind_of(reading) == "intake.date_unreadable");
  }
}

TEST_CASE("the zero date of a database is unknown") {
  for (const char* text : {"0000-00-00", "0000-00-00 00:00:00", "0000"}) {
    CAPTURE(text);
    const auto reading = read_date(text, list_words());
    CHECK_FALSE(reading.value);
    CHECK_FALSE(reading.problem);
  }
}

TEST_CASE("durations are months, a part of a month counting as a whole one") {
  const std::vector<std::pair<std::string, int>> cells = {
      {"12", 12},       {"12 bulan", 12},  {"12bln", 12},   {"6 bln.", 6},
      {"1 tahun", 12},  {"1,5 tahun", 18}, {"1.5 thn", 18}, {"1 tahun 6 bulan", 18},
      {"0,5 tahun", 6}, {"1,2 bulan", 2},  {"12.0", 12},    {"50 tahun", 600}};
  for (const auto& [text, months] : cells) {
    CAPTURE(text);
    const auto reading = read_months(text, list_words());
    CHECK(kind_of(reading) == "");
    REQUIRE(reading.value);
    CHECK(reading.value->count == months);
  }
  for (const char* text : {"0", "-3", "51 tahun", "12-18 bulan", "3 minggu", "90 hari", "setahun",
                           "1 tahun 6 bulan 2 bulan", "12 bulan lagi", "bulan", "601"}) {
    CAPTURE(text);
    CHECK(kind_of(read_months(text, list_words())) == "intake.months_unreadable");
  }
}

TEST_CASE("counts are whole and may name what they count") {
  CHECK(read_count("12", list_words()).value == 12);
  CHECK(read_count("12.0", list_words()).value == 12);
  CHECK(read_count("1.234", list_words()).value == 1234);
  CHECK(read_count("12 orang", list_words()).value == 12);
  CHECK(read_count("0", list_words()).value == 0);
  for (const char* text : {"1,5", "-1", "dua belas", "12 mobil", "1000001", "3-5"}) {
    CAPTURE(text);
    CHECK(kind_of(read_count(text, list_words())) == "intake.count_unreadable");
  }
}

TEST_CASE("steps are whole numbers of 0 to 4") {
  for (int step = 0; step <= 4; ++step) {
    CHECK(read_step(std::to_string(step), list_words()).value->value == step);
  }
  CHECK(read_step("3,0", list_words()).value->value == 3);
  for (const char* text : {"5", "-1", "2,5", "siap"}) {
    CAPTURE(text);
    CHECK(kind_of(read_step(text, list_words())) == "intake.step_unreadable");
  }
}

TEST_CASE("a measured number keeps its digits and the unit behind it") {
  const auto percent = read_measure("90%", list_words());
  REQUIRE(percent.value);
  CHECK(percent.value->value == "90");
  CHECK(percent.value->unit == "%");
  const auto decimal = read_measure("97,50 %", list_words());
  REQUIRE(decimal.value);
  CHECK(decimal.value->value == "97.5");
  const auto minutes = read_measure("-0,25 menit", list_words());
  REQUIRE(minutes.value);
  CHECK(minutes.value->value == "-0.25");
  CHECK(minutes.value->unit == "menit");
  CHECK(read_measure("1.234.567", list_words()).value->value == "1234567");
  for (const char* text : {"1.234", "naik 20%", "2 jam 30 menit", "sebelum: 3 hari"}) {
    CAPTURE(text);
    CHECK(kind_of(read_measure(text, list_words())) == "intake.measure_unreadable");
  }
}

TEST_CASE("degrees take a point or a comma and stay on the globe") {
  CHECK(read_degrees("-6.595", 90, list_words()).value == "-6.595");
  CHECK(read_degrees("106,816", 180, list_words()).value == "106.816");
  CHECK(read_degrees("-90", 90, list_words()).value == "-90");
  for (const char* text : {"90.000001", "-91", "6° 35'", "S 6.5"}) {
    CAPTURE(text);
    CHECK(kind_of(read_degrees(text, 90, list_words())) == "intake.degrees_unreadable");
  }
}

TEST_CASE("words of a list mean values of the model") {
  using namespace pilah::catalogue;
  CHECK(read_word<Form>("Tata Kelola", list_words()).value == Form::kGovernance);
  CHECK(read_word<Form>("public_service", list_words()).value == Form::kPublicService);
  CHECK(read_word<Stage>("UJI COBA", list_words()).value == Stage::kTrial);
  CHECK(read_word<FundingSource>("Dana Desa", list_words()).value == FundingSource::kVillageFund);
  CHECK(read_yes_no("Non Digital", list_words()).value == false);
  CHECK(read_yes_no("digital", list_words()).value == true);
  const auto wrong = read_word<Stage>("entahlah", list_words());
  CHECK_FALSE(wrong.value);
  CHECK(kind_of(wrong) == "intake.word_unknown");
}

TEST_CASE("a long cell is named shortened, never cut within a character") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "é";
  const auto reading = read_count(text, list_words());
  REQUIRE(reading.problem);
  const auto& read = reading.problem->arguments.at(0).second;
  CHECK(read.size() == 83);
  CHECK(read.substr(0, 4) == "éé");
  std::string odd = "x" + text;
  const auto odd_reading = read_count(odd, list_words());
  REQUIRE(odd_reading.problem);
  CHECK(odd_reading.problem->arguments.at(0).second.size() == 82);
}

TEST_CASE("parts stand between semicolons and line breaks") {
  CHECK(read_parts("Bank BJB; Bank Mandiri\n Bank BJB ;-; ", list_words()) ==
        std::vector<std::string>{"Bank BJB", "Bank Mandiri"});
  CHECK(read_parts("Bank BJB, Bank Mandiri", list_words()).size() == 1);
  CHECK(read_parts("", list_words()).empty());
}
