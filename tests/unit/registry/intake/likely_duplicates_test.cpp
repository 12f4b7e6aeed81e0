// What an import says of rows that look like others.
#include "pilah/registry/intake/likely_duplicates.hpp"

#include <algorithm>
#include <fstream>
#include <string>

#include "imports.hpp"
#include "pilah/registry/regions.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah;
using namespace pilah::tests;
using registry::ImportRequest;
using Kinds = std::vector<std::string>;

TEST_CASE("a row without owner stays a draft, with a warning and its likely twin") {
  Imports imports;
  const auto imported = imports.import(
      "id,opd,nama inovasi,penjelasan\n"
      "14,,SILAK,Sistem Informasi Laporan Keuangan\n"
      "51,disdik,SIlak,Aplikasi pengadministrasian SPJ secara online\n");
  CHECK(imported.fates() == "aa");
  CHECK(imported.warnings(2) == Kinds{"intake.owner_missing", "intake.likely_duplicate_row"});
  const auto& twin = imported.row(2).warnings.at(1);
  const std::string told = sentences().say(twin, catalogue::Language::kIndonesian);
  CHECK(told.find("SIlak") != std::string::npos);
  CHECK(told.find("disdik") != std::string::npos);
  CHECK(told.find("baris 3") != std::string::npos);
  CHECK_FALSE(imports.innovation("SILAK").owner);
}

TEST_CASE("a new row that looks like an entry of the catalogue says so") {
  Imports imports;
  imports.import("id,opd,nama_inovasi\n9,disdik,Rapor Daring\n");
  ImportRequest other;
  other.list = "daftar lain";
  const auto imported = imports.import("id,opd,nama inovasi\n1,dishub,Rapor Daring\n", other);
  CHECK(imported.fates() == "a");
  const auto kinds = imported.warnings(2);
  CHECK(std::find(kinds.begin(), kinds.end(), "intake.likely_duplicate_entry") != kinds.end());
}

TEST_CASE("a new row says which entry of another region it looks like, of those that one sees") {
  Imports imports;
  registry::add_region(imports.environment, registry::Caller::with_data_folder("test"), "16.02");
  const auto elsewhere = *catalogue::RegionCode::parse("16.02");
  imports.store.write({"test"}, [&](store::Writer& writer) {
    catalogue::Innovation entry;
    entry.region = elsewhere;
    entry.id = {imports.environment.new_uuid()};
    entry.name = "Bank Sampah Induk";
    entry.status = catalogue::Status::kVerified;
    writer.put(entry, "added");
    entry.id = {imports.environment.new_uuid()};
    entry.name = "Posyandu Keliling Malam";
    entry.status = catalogue::Status::kDraft;
    writer.put(entry, "added");
  });
  const std::string list =
      "id,opd,nama inovasi\n1,dlh,Bank Sampah-Induk\n2,dlh,Posyandu Keliling Malam\n";
  const auto found = [&](const registry::Caller& caller) {
    registry::ImportRequest request;
    request.region = "32.71";
    request.dry_run = true;
    request.file = imports.folder.path() / "tetangga.csv";
    std::ofstream(request.file) << list;
    std::string kinds;
    registry::import_list(imports.environment, caller, request,
                          [&](const registry::ImportedRow& row) {
                            for (const auto& warning : row.warnings) {
                              if (warning.kind.find("likely") == std::string::npos) continue;
                              kinds += std::to_string(row.row) + ' ' + warning.kind + "; ";
                            }
                          });
    return kinds;
  };
  const auto region = *catalogue::RegionCode::parse("32.71");
  CHECK(found({"ani", {{catalogue::Role::kVerifier, region, {}}}}) ==
        "2 intake.likely_duplicate_elsewhere; ");
  CHECK(found({"budi",
               {{catalogue::Role::kVerifier, region, {}},
                {catalogue::Role::kMentor, elsewhere, {}}}}) ==
        "2 intake.likely_duplicate_elsewhere; 3 intake.likely_duplicate_elsewhere; ");
}
