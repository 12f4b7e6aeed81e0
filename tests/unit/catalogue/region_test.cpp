#include "pilah/catalogue/region.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "support/catch.hpp"
#include "support/registry_data.hpp"

using namespace pilah::catalogue;

namespace {

const RegionDirectory& directory() {
  static const auto read = RegionDirectory::read(pilah::tests::registry_data("regions.json"));
  return read;
}

std::string kind_of_refusal(std::string_view code, std::optional<CodeScheme> scheme = {},
                            std::string_view name = {}) {
  try {
    directory().resolve(code, scheme, name);
  } catch (const Refusal& refusal) {
    return refusal.messages().front().kind;
  }
  return "";
}

std::string named(const Region* region) { return region ? region->code.text() : "-"; }

}  // namespace

TEST_CASE("All 38 provinces and 514 regencies and cities are there") {
  int provinces = 0;
  for (const auto& region : directory().regions()) provinces += region.code.is_province() ? 1 : 0;
  CHECK(provinces == 38);
  CHECK(directory().regions().size() == 38 + 514);
}

TEST_CASE("A dotted code is Kemendagri's") {
  CHECK(directory().resolve("13.11").name == "Kabupaten Solok Selatan");
  CHECK(directory().resolve("17.71").name == "Kota Bengkulu");
  CHECK(directory().resolve("13").name == "Sumatera Barat");
}

TEST_CASE("The bare code 1311 alone does not become Solok Selatan") {
  try {
    directory().resolve("1311");
    FAIL("1311 was taken");
  } catch (const Refusal& refusal) {
    const auto& message = refusal.messages().front();
    CHECK(message.kind == "region.ambiguous_code");
    CHECK(message.arguments[1].second == "Kabupaten Solok Selatan");
    CHECK(message.arguments[3].second == "Kabupaten Dharmasraya");
  }
}

TEST_CASE("A bare code is taken with its scheme or with the name that agrees") {
  CHECK(directory().resolve("1311", CodeScheme::kKemendagri).code.text() == "13.11");
  CHECK(directory().resolve("1310", CodeScheme::kBps).code.text() == "13.11");
  CHECK(directory().resolve("1311", CodeScheme::kBps).name == "Kabupaten Dharmasraya");
  CHECK(directory().resolve("1311", std::nullopt, "Kab. Solok Selatan").code.text() == "13.11");
  CHECK(directory().resolve("1311", std::nullopt, "DHARMASRAYA").name == "Kabupaten Dharmasraya");
  CHECK(kind_of_refusal("1311", std::nullopt, "Kota Bogor") == "region.ambiguous_code");
}

TEST_CASE("A code that is none is refused, one that nobody has too") {
  for (const char* code : {"", "1", "131", "13-11", "13.1", "13.111", "a3.11", "131100"}) {
    CAPTURE(code);
    CHECK(kind_of_refusal(code) == "region.malformed_code");
  }
  CHECK(kind_of_refusal("13.99") == "region.unknown_code");
  CHECK(kind_of_refusal("9999") == "region.unknown_code");
  CHECK(kind_of_refusal("99") == "region.unknown_code");
}

TEST_CASE("A region is found by its name, however it is written") {
  for (const char* name : {"Kabupaten Solok Selatan", "KAB. SOLOK SELATAN", "Pemkab Solok Selatan",
                           "Pemerintah Kabupaten Solok Selatan", "solok selatan"}) {
    CAPTURE(name);
    CHECK(named(directory().by_name(name)) == "13.11");
  }
  CHECK(named(directory().by_name("Prov. Sumatera Selatan")) == "16");
  CHECK(named(directory().by_name("Pemerintah Kota Semarang")) == "33.74");
}

TEST_CASE("A name that two regions share names neither") {
  CHECK(named(directory().by_name("Bogor")) == "-");
  CHECK(named(directory().by_name("Kota Bogor")) == "32.71");
  CHECK(named(directory().by_name("Bengkulu")) == "-");
}

TEST_CASE("A region's full name is found within an agency's name") {
  CHECK(named(directory().named_within("PDAM Surya Sembada Kota Surabaya")) == "35.78");
  CHECK(named(directory().named_within("Pelatihan Kabupaten Minahasa Utara")) == "71.06");
  CHECK(named(directory().named_within("PDAM Kudus")) == "-");
  CHECK(named(directory().named_within("Kota Bogor dan Kota Depok")) == "-");
  CHECK(named(directory().named_within("")) == "-");
}
