#include "pilah/registry/intake/row_region.hpp"

#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

namespace {

using namespace pilah::registry;

RowRegion region_of(const std::vector<std::pair<Field, const char*>>& filled) {
  RowCells cells;
  for (const auto& [field, text] : filled) cells[field] = text;
  RegionReader reader(pilah::tests::directory());
  return reader.region_of(cells);
}

}  // namespace

TEST_CASE("a row tells its region by code or by name") {
  const std::vector<std::pair<std::vector<std::pair<Field, const char*>>, const char*>> rows = {
      {{{Field::kRegionCode, "13.11"}}, "13.11"},
      {{{Field::kRegionCode, "32"}}, "32"},
      {{{Field::kRegionCodeBps, "1310"}}, "13.11"},
      {{{Field::kRegionCodeBps, "3578.0"}}, "35.78"},
      {{{Field::kRegionCode, "1311"}, {Field::kRegionName, "Kab. Solok Selatan"}}, "13.11"},
      {{{Field::kRegionCode, "1310"}, {Field::kRegionName, "Kab. Solok Selatan"}}, "13.11"},
      {{{Field::kRegionName, "KABUPATEN SOLOK SELATAN"}}, "13.11"},
      {{{Field::kInstitution, "Pemerintah Kota Surabaya"}}, "35.78"},
      {{{Field::kUnit, "Dinas Kesehatan Kabupaten Bantaeng"}}, "73.03"},
      {{{Field::kOwner, "BAPPEDA Kota Semarang"}}, "33.74"},
      {{{Field::kProvinceCodeBps, "35"}}, "35"},
      {{{Field::kProvinceName, "Jawa Timur"}}, "35"},
      {{{Field::kProvinceCodeBps, "35"}, {Field::kInstitution, "Kota Surabaya"}}, "35.78"},
      {{{Field::kInstitution, "Provinsi Jawa Timur"}, {Field::kRegionCodeBps, "3578"}}, "35.78"},
  };
  for (const auto& [cells, code] : rows) {
    CAPTURE(cells.front().second);
    const auto found = region_of(cells);
    CHECK_FALSE(found.refused);
    CHECK(found.code.text() == code);
    CHECK(found.warnings.empty());
  }
}

TEST_CASE("where code and full name disagree the name wins, and the row says so") {
  const auto found =
      region_of({{Field::kRegionCodeBps, "3202"}, {Field::kInstitution, "Kota Sukabumi"}});
  CHECK(found.code.text() == "32.72");
  REQUIRE(found.warnings.size() == 1);
  CHECK(found.warnings[0].field == Field::kRegionCodeBps);
  CHECK(found.warnings[0].message.kind == "intake.region_disagrees");
}

TEST_CASE("a bare code alone is refused: it means two regions") {
  const auto found = region_of({{Field::kRegionCode, "1311"}});
  REQUIRE(found.refused);
  CHECK(found.refused->field == Field::kRegionCode);
  CHECK(found.refused->message.kind == "region.ambiguous_code");
  const auto nonsense = region_of({{Field::kRegionCode, "Bogor"}});
  REQUIRE(nonsense.refused);
  const auto unknown = region_of({{Field::kRegionCodeBps, "9999"}});
  REQUIRE(unknown.refused);
  // With a name at hand a wrong code is only worth a warning.
  const auto named =
      region_of({{Field::kRegionCodeBps, "9999"}, {Field::kRegionName, "Kota Bogor"}});
  CHECK_FALSE(named.refused);
  CHECK(named.code.text() == "32.71");
  CHECK(named.warnings.size() == 1);
}

TEST_CASE("what names no region waits in the holding list") {
  for (const auto& cells : {std::vector<std::pair<Field, const char*>>{},
                            {{Field::kInstitution, "Kementerian Pertanian"}},
                            {{Field::kRegionName, "Bogor"}},
                            {{Field::kOwner, "Dinas Kesehatan"}}}) {
    const auto found = region_of(cells);
    CHECK(found.code.is_unknown());
    REQUIRE(found.warnings.size() == 1);
    CHECK(found.warnings[0].message.kind == "intake.region_unknown");
  }
}

TEST_CASE("a row of another region than the one given says so") {
  RegionReader reader(pilah::tests::directory());
  const auto bogor = *pilah::catalogue::RegionCode::parse("32.71");
  RowCells cells;
  CHECK(reader.disagreements(cells, bogor).empty());
  cells[Field::kRegionName] = "Kota Bogor";
  CHECK(reader.disagreements(cells, bogor).empty());
  cells[Field::kRegionName] = "Provinsi Jawa Barat";
  CHECK(reader.disagreements(cells, bogor).empty());
  cells[Field::kRegionName] = "Kota Depok";
  CHECK(reader.disagreements(cells, bogor).size() == 1);
  CHECK(reader.disagreements(cells, pilah::catalogue::RegionCode::unknown()).empty());
}
