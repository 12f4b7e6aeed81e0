#include "pilah/registry/intake/list_header.hpp"

#include <string>
#include <vector>

#include "pilah/catalogue/refusal.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

namespace {

using namespace pilah::registry;
using pilah::tests::list_words;

using Rows = std::vector<std::vector<std::string_view>>;

std::vector<ListRow> list_rows(const Rows& rows, std::int64_t first = 1) {
  std::vector<ListRow> list;
  for (const auto& cells : rows) list.push_back({first++, cells});
  return list;
}

HeaderFinding found(const Rows& rows, const ColumnMap& map = {},
                    HeaderSet set = HeaderSet::kInnovations) {
  return find_header(list_rows(rows), set, list_words(), map);
}

std::string argument(const pilah::catalogue::Message& message, const std::string& name) {
  for (const auto& [key, value] : message.arguments) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

TEST_CASE("the header stands below titles, in any of the first twenty rows") {
  Rows rows = {
      {"DAFTAR INOVASI KOTA BOGOR"}, {"Tahun 2017"}, {"No", "OPD", " Nama Inovasi ", "Manfaat"}};
  auto finding = found(rows);
  REQUIRE(finding.header);
  CHECK(finding.header->row == 3);
  CHECK(finding.header->column_of("owner")->index == 1);
  CHECK(finding.header->column_of("name")->header == "Nama Inovasi");
  CHECK(finding.header->unread == std::vector<std::string>{"No"});

  Rows deep(19, {"judul surat"});
  deep.push_back({"OPD", "Nama Inovasi"});
  REQUIRE(found(deep).header);
  deep.insert(deep.begin(), {"satu lagi"});
  CHECK_FALSE(found(deep).header);
}

TEST_CASE("a row of data that holds words of headers is not the header") {
  const auto finding = found({{"Nama Inovasi", "Jenis", "Tahapan"},
                              {"Digital", "digital", "penerapan"},
                              {"tahapan", "digital", "opd"}});
  REQUIRE(finding.header);
  CHECK(finding.header->row == 1);
}

TEST_CASE("the first of two columns with one field has it, the other is told as unread") {
  const auto finding = found({{"Nama Inovasi", "OPD", "Perangkat Daerah"}});
  REQUIRE(finding.header);
  CHECK(finding.header->column_of("owner")->index == 1);
  CHECK(finding.header->unread == std::vector<std::string>{"Perangkat Daerah"});
}

TEST_CASE("a list without a column for the name is refused with what was seen") {
  const auto finding = found({{"perkembangan_id", "inovasi_id", "status", "persentase", "tgl"},
                              {"9", "2", "6", "90", "2017-08-15"}});
  REQUIRE_FALSE(finding.header);
  CHECK(finding.problem.kind == "intake.no_header");
  CHECK(argument(finding.problem, "seen").find("persentase") != std::string::npos);
  CHECK(argument(finding.problem, "row") == "1");
}

TEST_CASE("a column called nama alone does not make a list of innovations") {
  for (const Rows& rows : {Rows{{"kode", "nama"}}, Rows{{"code", "province_code", "name"}}}) {
    const auto finding = found(rows);
    REQUIRE_FALSE(finding.header);
    CHECK(finding.problem.kind == "intake.no_innovations");
  }
  CHECK(found({{"kode", "nama"}}, {}, HeaderSet::kOrganisations).header);
  CHECK(found({{"No", "Nama Inovasi"}}).header);
  CHECK(found({{"nama", "manfaat"}}).header);
  const auto map = ColumnMap::read(R"({"nama": "name"})", HeaderSet::kInnovations, list_words());
  CHECK(found({{"kode", "nama"}}, map).header);
}

TEST_CASE("a mapping file goes before the aliases") {
  const auto map = ColumnMap::read(R"({"Judul Kegiatan": "name", "Dinas": "unit", "OPD": null})",
                                   HeaderSet::kInnovations, list_words());
  const auto finding = found({{"OPD", "judul kegiatan", "DINAS", "Manfaat"}}, map);
  REQUIRE(finding.header);
  CHECK(finding.header->column_of("name")->index == 1);
  CHECK(finding.header->column_of("unit")->index == 2);
  CHECK(finding.header->column_of("benefit")->index == 3);
  CHECK(finding.header->column_of("owner") == nullptr);
}

TEST_CASE("a mapping file that cannot hold is refused") {
  const auto refused = [](const char* json) -> std::string {
    try {
      ColumnMap::read(json, HeaderSet::kInnovations, list_words());
      return "";
    } catch (const pilah::catalogue::Refusal& refusal) {
      return refusal.messages().front().kind;
    }
  };
  CHECK(refused("[]") == "intake.map_shape");
  CHECK(refused("{}") == "intake.map_shape");
  CHECK(refused(R"({"a": 1})") == "intake.map_shape");
  CHECK(refused(R"({"a": "nonsense"})") == "intake.map_field_unknown");
  CHECK(refused("{") == "intake.map_syntax");
  const auto map =
      ColumnMap::read(R"({"Kolom Lain": "owner"})", HeaderSet::kInnovations, list_words());
  CHECK_THROWS_AS(found({{"Nama Inovasi", "OPD"}}, map), pilah::catalogue::Refusal);
}

TEST_CASE("rows that are no entries are left out, entries that look like them are not") {
  const auto header = *found({{"No", "Nama Inovasi", "OPD", "Biaya"}}).header;
  const auto no_entry = [&](std::vector<std::string_view> cells, std::int64_t row = 9) {
    return is_no_entry(header, {row, std::move(cells)}, list_words());
  };
  CHECK(no_entry({"", " ", "\xC2\xA0"}));
  CHECK(no_entry({"NO", "nama inovasi", "OPD", "Biaya"}));
  CHECK(no_entry({"(1)", "(2)", "(3)", "(4)"}, 2));
  CHECK(no_entry({"Jumlah", "", "", "Rp 1.234.567"}));
  CHECK(no_entry({"", "TOTAL", "", "12"}));

  CHECK_FALSE(no_entry({"(1)", "(2)", "(3)", "(4)"}, 3));
  CHECK_FALSE(no_entry({"1", "Total Football", "Dispora", "5"}));
  CHECK_FALSE(no_entry({"", "Total", "Dinas Kesehatan", "5"}));
  CHECK_FALSE(no_entry({"Jumlah", "Jumat Berkah", "", "5"}));
  CHECK_FALSE(no_entry({"1", "OPD", "Nama Inovasi", ""}));
}
