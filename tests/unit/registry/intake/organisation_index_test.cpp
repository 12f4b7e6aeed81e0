#include "pilah/registry/intake/organisation_index.hpp"

#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

namespace {

using namespace pilah::registry;
using namespace pilah::catalogue;
using pilah::tests::list_words;

OrganisationId id(std::uint8_t number) { return OrganisationId{Uuid{{number}}}; }

Organisation organisation(std::uint8_t number, const char* code, const char* name,
                          std::vector<std::string> aliases = {}) {
  Organisation made;
  made.id = id(number);
  made.region = *RegionCode::parse("35.78");
  made.code = code;
  made.name = name;
  made.aliases = std::move(aliases);
  return made;
}

OrganisationIndex surabaya(std::vector<Organisation> organisations) {
  return OrganisationIndex(*pilah::tests::directory().by_name("Kota Surabaya"),
                           std::move(organisations));
}

}  // namespace

TEST_CASE("an agency is found by code, name and alias, with or without its region behind it") {
  const auto index = surabaya({organisation(1, "DINKES", "Dinas Kesehatan", {"admin.dinkes"}),
                               organisation(2, "BAPPEDA", "Badan Perencanaan Kota Surabaya")});
  for (const char* name : {"dinkes", "DINAS  KESEHATAN", "Dinas Kesehatan Kota Surabaya",
                           "Dinas Kesehatan Pemerintah Kota Surabaya", "admin dinkes"}) {
    CAPTURE(name);
    REQUIRE(index.find(name).organisation);
    CHECK(index.find(name).organisation->id == id(1));
  }
  CHECK(index.find("Badan Perencanaan").organisation->id == id(2));
  CHECK_FALSE(index.find("Dinas Kesehatan Kota Malang").organisation);
  CHECK_FALSE(index.find("").organisation);
}

TEST_CASE("a name that fits several agencies finds none") {
  const auto index = surabaya({organisation(1, "A", "Bagian Umum", {"umum"}),
                               organisation(2, "B", "Seksi Umum", {"umum"})});
  CHECK_FALSE(index.find("umum").organisation);
  CHECK(index.find("umum").several);
}

TEST_CASE("a new agency gets a code of its own and the kind that its name tells") {
  auto index = surabaya({organisation(1, "DKI", "Daerah Khusus")});
  const auto made = index.make(id(2), "Dinas Komunikasi dan Informatika", list_words());
  CHECK(made.code == "DKI-2");
  CHECK(made.kind == OrganisationKind::kOpd);
  index.add(made);
  CHECK(index.make(id(3), "Dinas Koperasi Industri", list_words()).code == "DKI-3");
  CHECK(index.make(id(3), "dishub", list_words()).code == "DISHUB");
  CHECK(index.make(id(3), "Kecamatan Wonokromo", list_words()).kind ==
        OrganisationKind::kSubdistrict);
  CHECK(index.make(id(3), "Kelurahan Darmo", list_words()).kind == OrganisationKind::kVillage);
  CHECK_FALSE(index.make(id(3), "\xE2\x80\xA6", list_words()).code.empty());
}

TEST_CASE("a renamed agency is found by both names") {
  auto index = surabaya({organisation(1, "DINKES", "Dinas Kesehatan")});
  index.replace(organisation(1, "DINKES", "Dinas Kesehatan dan KB"));
  CHECK(index.find("Dinas Kesehatan").organisation->id == id(1));
  CHECK(index.find("Dinas Kesehatan dan KB").organisation->name == "Dinas Kesehatan dan KB");
}
