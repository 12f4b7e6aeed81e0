#include "pilah/text/personal_data.hpp"

#include <string>

#include "support/catch.hpp"

using pilah::text::name_of;
using pilah::text::personal_numbers;

namespace {

/// "nik 1311...; phone 0812...": what was found in the text.
std::string found(std::string_view text) {
  std::string all;
  for (const auto& number : personal_numbers(text)) {
    all += (all.empty() ? "" : "; ") + std::string(name_of(number.kind)) + ' ' +
           std::string(number.text);
  }
  return all;
}

}  // namespace

TEST_CASE("Numbers of persons are found however they are written") {
  const std::pair<const char*, const char*> cases[] = {
      {"NIK 1311014507800001", "nik 1311014507800001"},
      {"1311 0145 0780 0001", "nik 1311 0145 0780 0001"},  // a woman: day 45 is the 5th
      {"NIP. 19850512 201001 1 003", "nip 19850512 201001 1 003"},
      {"198505122010011003", "nip 198505122010011003"},
      {"Hubungi 0812-3456-7890", "phone 0812-3456-7890"},
      {"081234567890", "phone 081234567890"},
      {"WA +62 812 3456 7890", "phone +62 812 3456 7890"},
      {"telp. 0755-70123", "phone 0755-70123"},
      {"No. Rek 1234567890123 a.n. Budi", "bank_account 1234567890123"},
      {"Bank Nagari 2100 0210 12345", "bank_account 2100 0210 12345"},
      {"a 081234567890 dan NIK 1311014507800001", "phone 081234567890; nik 1311014507800001"},
  };
  for (const auto& [text, wanted] : cases) {
    CAPTURE(text);
    CHECK(found(text) == wanted);
  }
}

TEST_CASE("Amounts, dates, codes, coordinates and other numbers are left alone") {
  for (const char* text : {
           "Rp 1.234.567.890.123.456",
           "Rp1311014507800001",
           "1.311.014.507.800.001",
           "1.311.014.507.800,00",
           "anggaran 1234567890123",
           "Biaya: 62812345678",
           "750000000",
           "62812345678",
           "2.16.02.2.01.0014",
           "12/05/2024 sampai 31/12/2024",
           "2024-05-12",
           "-1.4566893, 101.0571654",
           "08.00-16.00",
           "9999999999999999",
           "1311994513800001",  // no month 13
           "Perda 12/2019, Perbup 45/2020",
           "12345678901234567890",
           "1 2 3 4 5 6 7",
           "tahun 2019 2020 2021 2022",
           "bank sampah 12 unit, 350 nasabah",
           "",
           "0",
       }) {
    CAPTURE(text);
    CHECK(found(text).empty());
  }
}

TEST_CASE("Nothing that somebody writes makes it fail") {
  for (const char* text : {"+", "+ 1", "08", "0 8", "1.", ".1", "1..2", "\xff\x30\x38", "08-"}) {
    personal_numbers(text);
  }
  CHECK(personal_numbers(std::string(100'000, '1')).empty());
}
