#include "pilah/registry/list_words.hpp"

#include <stdexcept>

#include "pilah/registry/intake/field.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using pilah::registry::HeaderSet;
using pilah::registry::ListWords;
using pilah::tests::list_words;
using pilah::tests::registry_data;

TEST_CASE("headers of real lists name their fields, however they are written") {
  const auto& words = list_words();
  for (const auto& [header, field] : {std::pair{"opd", "owner"},
                                      {" Nama_Inovasi ", "name"},
                                      {"JUDUL INOVASI", "name"},
                                      {"penjelasan", "summary"},
                                      {"kabkota_id", "region_code_bps"},
                                      {"Biaya (Rp)", "budget"},
                                      {"unheard of", ""}}) {
    CAPTURE(header);
    CHECK(words.field_of(HeaderSet::kInnovations, header) == field);
  }
  CHECK(words.field_of(HeaderSet::kOrganisations, "Kode OPD") == "code");
  CHECK(words.is_ignored("No."));
  CHECK(words.is_ignored("#"));
  CHECK_FALSE(words.is_ignored("opd"));
}

TEST_CASE("every field of the header aliases is one that a row can fill") {
  for (const auto& field : list_words().fields(HeaderSet::kInnovations)) {
    CAPTURE(field);
    CHECK((pilah::registry::field_named(field) || list_words().is_attribute(field)));
  }
  for (const auto name : pilah::registry::kFieldNames) {
    CAPTURE(name);
    CHECK(list_words().field_of(HeaderSet::kInnovations, name) == name);
  }
}

TEST_CASE("a word with two meanings is refused when the words are read") {
  const std::string values = registry_data("value_aliases.json");
  const std::string numbers = registry_data("number_words.json");
  const std::string twice =
      R"({"innovations": {"name": ["judul"], "summary": ["Judul"]}, "organisations": {},
          "attributes": [], "ignored": []})";
  CHECK_THROWS_AS(ListWords::read(twice, values, numbers), std::invalid_argument);
  CHECK_THROWS_AS(ListWords::read("[]", values, numbers), std::invalid_argument);
}

TEST_CASE("sums and unknown words are told from words that only look alike") {
  const auto& words = list_words();
  CHECK(words.means_total("JUMLAH"));
  CHECK(words.means_total("Sub Total:"));
  CHECK_FALSE(words.means_total("Jumlah penduduk"));
  CHECK(words.means_unknown("N/A"));
  CHECK_FALSE(words.means_unknown("Nanas"));
  CHECK(words.month("Agustus") == 8);
  CHECK(words.multiplier("jt") == 1'000'000);
  CHECK(words.multiplier("jt2") == 0);
}
