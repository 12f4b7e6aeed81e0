#include "imports.hpp"
#include "support/catch.hpp"

namespace {

using namespace pilah;
using namespace pilah::tests;

registry::ImportRequest organisations(bool dry_run = false) {
  registry::ImportRequest request;
  request.kind = registry::ListKind::kOrganisations;
  request.dry_run = dry_run;
  return request;
}

const std::string kList =
    "kode;nama;jenis;alias\n"
    "DINKES;Dinas Kesehatan;OPD;\"admin.dinkes; Dinkes Kota\"\n"
    "KECTIM;Kecamatan Bogor Timur;kecamatan;\n"
    ";Dinas Perhubungan;;\n";

catalogue::Organisation by_code(Imports& imports, const std::string& code) {
  for (const auto& organisation : imports.organisations()) {
    if (organisation.code == code) return organisation;
  }
  throw std::out_of_range(code);
}

}  // namespace

TEST_CASE("a list of agencies is added once") {
  Imports imports;
  CHECK(imports.import(kList, organisations(true)).fates() == "aaa");
  CHECK(imports.organisations().empty());
  CHECK(imports.import(kList, organisations()).fates() == "aaa");
  const auto dinkes = by_code(imports, "DINKES");
  CHECK(dinkes.aliases == std::vector<std::string>{"admin.dinkes", "Dinkes Kota"});
  CHECK(by_code(imports, "KECTIM").kind == catalogue::OrganisationKind::kSubdistrict);
  CHECK(by_code(imports, "DP").name == "Dinas Perhubungan");
  CHECK(imports.import(kList, organisations()).fates() == "===");
}

TEST_CASE("a new name of a known code becomes the name, the former one an alias") {
  Imports imports;
  imports.import("opd,nama inovasi\ndinkes,Satu\n");
  const auto imported =
      imports.import("kode,nama\nDINKES,Dinas Kesehatan\n", organisations(), "opd.csv");
  CHECK(imported.fates() == "u");
  CHECK(imports.organisations().size() == 1);
  CHECK(by_code(imports, "DINKES").name == "Dinas Kesehatan");
  CHECK(imports.import("opd,nama inovasi\ndinkes,Satu\n").fates() == "=");
}

TEST_CASE("a row that means two agencies is rejected, and so is one without a name") {
  Imports imports;
  imports.import(kList, organisations());
  const auto imported =
      imports.import("kode,nama\nDINKES,Dinas Perhubungan\nX,\nY," + std::string(501, 'x') + "\n",
                     organisations());
  CHECK(imported.fates() == "xxx");
  CHECK(imported.row(2).reason->kind == "intake.organisation_two");
  CHECK(imported.row(3).reason->kind == "intake.name_missing");
  CHECK(imported.row(3).column == "nama");
  CHECK(imported.row(4).reason->kind == "intake.cell_too_long");
}

TEST_CASE("agencies end and have successors") {
  Imports imports;
  const auto imported = imports.import(
      "kode,nama,berlaku sampai,pengganti\nBARU,Dinas Baru,,\nLAMA,Dinas Lama,31/12/2016,BARU\n"
      "AKHIR,Dinas Akhir,kapan-kapan,Dinas Entah\n",
      organisations());
  CHECK(imported.fates() == "aaa");
  CHECK(by_code(imports, "LAMA").successor == by_code(imports, "BARU").id);
  CHECK(by_code(imports, "LAMA").valid_to->text() == "2016-12-31");
  CHECK(imported.warnings(4) ==
        std::vector<std::string>{"intake.date_unreadable", "intake.successor_unknown"});
}
