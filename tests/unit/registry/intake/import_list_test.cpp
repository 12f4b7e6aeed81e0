#include "pilah/registry/intake/import_list.hpp"

#include <algorithm>
#include <fstream>
#include <string>

#include "imports.hpp"
#include "pilah/catalogue/import_record.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

namespace {

using namespace pilah;
using namespace pilah::tests;
using registry::ImportRequest;
using registry::RowFate;
using Kinds = std::vector<std::string>;

ImportRequest dry() {
  ImportRequest request;
  request.dry_run = true;
  return request;
}

ImportRequest automatic() {
  ImportRequest request;
  request.region = "auto";
  return request;
}

const std::string kList =
    "id,opd,nama_inovasi,penjelasan,manfaat\n"
    "8,dishub, E-Tiket BTS ,Tiket elektronik,Cepat\n"
    "9,disdik,Rapor Daring,Rapor lewat web,Hemat\n"
    "14,,SILAK,Sistem laporan keuangan,Cepat\n";

}  // namespace

TEST_CASE("a list is added, and added again it changes nothing") {
  Imports imports;
  const auto first = imports.import(kList);
  CHECK(first.fates() == "aaa");
  CHECK(first.report.added == 3);
  CHECK(imports.organisations().size() == 2);
  const auto tiket = imports.innovation("E-Tiket BTS");
  CHECK(tiket.summary == "Tiket elektronik");
  CHECK(tiket.status == catalogue::Status::kDraft);
  REQUIRE(tiket.origin);
  CHECK(tiket.origin->list == "daftar.csv");
  CHECK(tiket.origin->key == "8");
  CHECK(tiket.origin->row == 2);
  CHECK(first.row(2).id == tiket.id);

  const auto before = imports.innovations();
  const auto second = imports.import(kList);
  CHECK(second.fates() == "===");
  CHECK(second.report.unchanged == 3);
  CHECK(second.row(2).id == tiket.id);
  CHECK(imports.innovations() == before);
  CHECK(imports.organisations().size() == 2);
  CHECK(imports.store.stagings() == 0);
}

TEST_CASE("a dry run tells the same fates and changes nothing") {
  Imports imports;
  const std::string list =
      kList + "9,disdik,Lain,x,y\n8,dishub, E-Tiket BTS ,Tiket elektronik,Cepat\n";
  const auto tried = imports.import(list, dry());
  CHECK(tried.fates() == "aaax=");
  CHECK(tried.report.dry_run);
  CHECK_FALSE(tried.row(2).id);
  CHECK(imports.innovations().empty());
  CHECK(imports.organisations().empty());
  CHECK(imports.store.writes() == 1);  // the region's, at the beginning
  CHECK(imports.store.stagings() == 0);
  const auto done = imports.import(list);
  CHECK(done.fates() == tried.fates());
  for (std::size_t i = 0; i < done.rows.size(); ++i) {
    CAPTURE(done.rows[i].row);
    CHECK(done.rows[i].warnings == tried.rows[i].warnings);
  }
  CHECK(imports.import(list, dry()).fates() == "===x=");
}

TEST_CASE("the sign that keeps a text of Pilah's tables from being a formula is taken off again") {
  Imports imports;
  const auto imported = imports.import(
      "id,nama inovasi,penjelasan\n"
      "1,\"'=SUM(1)\",\"'-minus\"\n2,\"'+Sehat\",\"'@desa\"\n3,'Aisyiyah Peduli,'\n4,''=x,\n");
  CHECK(imported.fates() == "aaaa");
  CHECK(imports.innovation("=SUM(1)").summary == "-minus");
  CHECK(imports.innovation("+Sehat").summary == "@desa");
  CHECK(imports.innovation("'Aisyiyah Peduli").summary == "'");
  CHECK(imports.innovation("''=x").name == "''=x");
}

TEST_CASE("what the list changed is updated where nobody edited it, and waits where somebody did") {
  Imports imports;
  imports.import(kList);
  imports.edit(imports.innovation("Rapor Daring"),
               [](auto& innovation) { innovation.summary = "Ditulis orang"; });
  // Edited since, but the list says what it said: unchanged.
  CHECK(imports.import(kList).fates() == "===");
  CHECK(imports.innovation("Rapor Daring").summary == "Ditulis orang");

  std::string changed = kList;
  changed.replace(changed.find("Rapor lewat web,Hemat"), 21, "Rapor lewat HP,Murah");
  const auto tried = imports.import(changed, dry());
  const auto imported = imports.import(changed);
  CHECK(tried.fates() == "=u=");
  CHECK(imported.fates() == "=u=");
  CHECK(imported.warnings(3) == Kinds{"intake.edited_since"});
  CHECK(imports.innovation("Rapor Daring").summary == "Ditulis orang");
  CHECK(imports.innovation("Rapor Daring").benefit == "Murah");

  // The new value is kept in the origin's source and goes on waiting.
  const auto again = imports.import(changed);
  CHECK(again.fates() == "===");
  CHECK(again.warnings(3) == Kinds{"intake.edited_since"});
  imports.store.read([](store::Reader& reader) {
    const auto origin = reader.origin(*catalogue::RegionCode::parse("32.71"), "daftar.csv", "9");
    REQUIRE(origin);
    CHECK(origin->source.find("Rapor lewat HP") != std::string::npos);
    CHECK(origin->source.find("\"pending\":[\"summary\"]") != std::string::npos);
  });
}

TEST_CASE("an identity that comes again within the list is unchanged or rejected") {
  Imports imports;
  const auto imported = imports.import(
      "id,opd,nama inovasi\n"
      "1,dishub,Satu\n"
      "1,dishub,Satu\n"
      "1,dishub,Dua\n");
  CHECK(imported.fates() == "a=x");
  CHECK(imported.row(3).id == imported.row(2).id);
  CHECK(imported.row(4).column == "id");
  REQUIRE(imported.row(4).reason);
  CHECK(imported.row(4).reason->kind == "intake.repeated");
  CHECK(sentences().say(*imported.row(4).reason, catalogue::Language::kEnglish).find("row 2") !=
        std::string::npos);
}

TEST_CASE("a list without keys is known again by name, owner and region") {
  Imports imports;
  const std::string list = "OPD;Nama Inovasi;Manfaat\nDishub;E-Tiket;a\nDisdik;E-Tiket;b\n";
  CHECK(imports.import(list).fates() == "aa");
  CHECK(imports.import(list).fates() == "==");
  const auto changed =
      imports.import("OPD;Nama Inovasi;Manfaat\nDISHUB;e tiket;baru\nDisdik;E-Tiket;b\n");
  CHECK(changed.fates() == "u=");
  CHECK(imports.innovations().size() == 2);
}

TEST_CASE("the same list under another file name is the same innovations") {
  Imports imports;
  imports.import(kList);
  const auto renamed = imports.import(kList, {}, "daftar (1).csv");
  CHECK(renamed.fates() == "===");
  CHECK(imports.innovations().size() == 3);
  CHECK(imports.import(kList, {}, "daftar (1).csv").fates() == "===");
  std::string changed = kList;
  changed.replace(changed.find("Cepat"), 5, "Kilat");
  CHECK(imports.import(changed, {}, "daftar (2).csv").fates() == "u==");
}

TEST_CASE("a number that named another innovation of another owner is rejected with advice") {
  Imports imports;
  imports.import("id,opd,nama inovasi\n1,dishub,Satu\n2,dishub,Dua\n");
  const auto imported = imports.import("id,opd,nama inovasi\n1,disdik,Lain\n2,dishub,Dua Baru\n");
  CHECK(imported.fates() == "xu");
  REQUIRE(imported.row(2).reason);
  CHECK(imported.row(2).reason->kind == "intake.key_of_another");
  CHECK(imported.row(2).column == "id");
  ImportRequest named;
  named.list = "disdik";
  CHECK(imports.import("id,opd,nama inovasi\n1,disdik,Lain\n", named).fates() == "a");
}

TEST_CASE("a cell that cannot be read is a warning that names it, the entry is taken") {
  Imports imports;
  const auto imported = imports.import(
      "id,opd,nama inovasi,Anggaran (Rp),Tahun Mulai,Durasi,Subdimensi\n"
      "1,dishub,Satu,menyesuaikan,31/02/2020,lama,Antariksa\n"
      "2,dishub,Dua,Rp 450 juta,Maret 2020,\"1,5 tahun\",Pariwisata\n"
      "3,dishub,Tiga,-,nan,belum ada,\n");
  CHECK(imported.fates() == "aaa");
  CHECK(imported.warnings(2) == Kinds{"intake.owner_added", "intake.date_unreadable",
                                      "intake.months_unreadable", "intake.money_unreadable",
                                      "intake.area_unknown"});
  CHECK(sentences()
            .say(imported.row(2).warnings.at(3), catalogue::Language::kIndonesian)
            .find("\"Anggaran (Rp)\": \"menyesuaikan\"") != std::string::npos);
  CHECK(imports.innovation("Satu").budgets.empty());
  const auto two = imports.innovation("Dua");
  CHECK(two.budgets.at(0).amount == catalogue::Rupiah{450'000'000});
  CHECK(two.started->text() == "2020-03");
  CHECK(two.duration->count == 18);
  CHECK(two.mappings.at(0).area == "tourism");
  CHECK(imported.warnings(3).empty());
  CHECK(imported.warnings(4).empty());
}

TEST_CASE("rows that cannot be taken are rejected with row and column") {
  Imports imports;
  const auto imported = imports.import(
      "Daftar inovasi\n\nNo,OPD,Nama Inovasi,Ringkasan\n"
      "1,dishub,,tanpa nama\n"
      "2,dishub," +
      std::string(501, 'x') + ",panjang\n3,dishub,Ada," + std::string(70'000, 'y') +
      "\n4,dishub,Baik,ya\n");
  CHECK(imported.fates() == "xxxa");
  CHECK(imported.row(4).reason->kind == "intake.name_missing");
  CHECK(imported.row(4).column == "Nama Inovasi");
  CHECK(imported.row(5).reason->kind == "intake.cell_too_long");
  CHECK(imported.row(6).column == "Ringkasan");
  CHECK(imports.innovations().size() == 1);
}

TEST_CASE("totals, blank rows and repeated headers are no rows of the list") {
  Imports imports;
  const auto imported = imports.import(
      "DAFTAR INOVASI,,\nNo,Nama Inovasi,Anggaran\n(1),(2),(3)\n1,Satu,5 juta\n,,\n"
      "No,Nama Inovasi,Anggaran\n2,Dua,6 juta\nJumlah,,11 juta\n");
  CHECK(imported.fates() == "aa");
  CHECK(imported.rows.at(0).row == 4);
  CHECK(imported.rows.at(1).row == 7);
}

TEST_CASE("rows tell their regions, which are added on the way") {
  Imports imports(nullptr);
  const auto imported = imports.import(
      "id,kabkota_id,nama_instansi,unit_instansi,nama_inovasi\n"
      "1,3578,Kota Surabaya,Dinas Kesehatan Kota Surabaya,Satu\n"
      "2,3578,Kota Surabaya,Dinas Kesehatan,Dua\n"
      "3,,Kementerian Pertanian,Biro Hukum,Tiga\n"
      "4,3202,Kota Sukabumi,Dinas Perhubungan,Empat\n",
      automatic());
  CHECK(imported.fates() == "aaaa");
  CHECK(imports.innovations("35.78").size() == 2);
  CHECK(imports.organisations("35.78").size() == 1);
  CHECK(imports.innovations("00").size() == 1);
  CHECK(imports.organisations("00").at(0).name == "Kementerian Pertanian");
  CHECK(imports.innovations("32.72").size() == 1);
  CHECK(imported.warnings(5).front() == "intake.region_disagrees");
  imports.store.read([](store::Reader& reader) {
    CHECK(reader.region(catalogue::RegionCode::unknown())->name == "Daerah belum diketahui");
  });
}

TEST_CASE("an agency that is known by an alias is not added again") {
  Imports imports;
  ImportRequest organisations;
  organisations.kind = registry::ListKind::kOrganisations;
  CHECK(imports
            .import("kode;nama;alias\nDINKES;Dinas Kesehatan;admin.dinkes\n", organisations,
                    "opd.csv")
            .fates() == "a");
  const auto imported = imports.import(
      "No,Judul Inovasi,Admin OPD\n1,Satu,admin.dinkes\n2,Dua,Dinas Kesehatan Kota Bogor\n");
  CHECK(imported.fates() == "aa");
  CHECK(imported.warnings(2).empty());
  CHECK(imports.organisations().size() == 1);
}

TEST_CASE("an agency that supports one row and owns a later one is added in time") {
  Imports imports;
  const std::string list =
      "id,opd,nama_inovasi,opd pendukung\n"
      "1,Dinas Kesehatan,Antrean Daring,Dinas Sosial; PT Maju\n"
      "2,Dinas Sosial,Bantuan Tepat,Dinas Kesehatan\n";
  CHECK(imports.import(list).fates() == "aa");
  CHECK(imports.organisations().size() == 2);
  const auto queue = imports.innovation("Antrean Daring");
  REQUIRE(queue.supporting_organisations.size() == 1);
  CHECK(queue.supporting_organisations.front() == imports.innovation("Bantuan Tepat").owner);
  CHECK(queue.partners == std::vector<std::string>{"PT Maju"});
  CHECK(imports.import(list).fates() == "==");
}

TEST_CASE("a file that is no list is refused and changes nothing") {
  Imports imports;
  const std::vector<std::pair<std::string, std::string>> files = {
      {"", "intake.file_empty"},
      {"perkembangan_id,inovasi_id,status,persentase\n9,2,6,90\n", "intake.no_header"},
      {"kode,nama\nDINKES,Dinas Kesehatan\n", "intake.no_innovations"},
      {"opd,nama inovasi\n", "intake.no_rows"},
      {std::string("opd,nama inovasi\nx,a\0b\n", 23), "plugin.bad_file"},
      {"PK\x03\x04 nama inovasi,opd\n", "plugin.bad_file"},
  };
  for (const auto& [text, kind] : files) {
    CAPTURE(text.substr(0, 40));
    const auto imported = imports.import(text, automatic());
    CHECK(imported.refused == kind);
    CHECK(imported.rows.empty());
  }
  CHECK(imports.import("x", {}, "daftar.docx").refused == "intake.file_type_unknown");
  ImportRequest format;
  format.format = "ajaib";
  CHECK(imports.import(kList, format).refused == "intake.format_unknown");
  ImportRequest elsewhere;
  elsewhere.region = "13.11";
  CHECK(imports.import(kList, elsewhere).refused == "region.not_of_this_host");
  CHECK(imports.store.writes() == 1);
  CHECK(imports.store.stagings() == 0);
}

TEST_CASE("a file that breaks in its middle changes nothing, no region and no agency") {
  Imports imports(nullptr);
  std::string list = "id,nama daerah,opd,nama inovasi\n";
  for (int i = 0; i < 2000; ++i)
    list += std::to_string(i) + ",Kota Bogor,dishub,Nama " + std::to_string(i) + "\n";
  list += "2001,Kota Bogor,dishub,\"kutip yang tidak ditutup\n";
  const auto imported = imports.import(list, automatic());
  CHECK_FALSE(imported.refused.empty());
  CHECK(imports.store.writes() == 0);
  CHECK(imports.store.stagings() == 0);
}

TEST_CASE("more columns than any list has are refused") {
  Imports imports;
  std::string list = "nama inovasi,opd";
  for (int i = 0; i < 1023; ++i) list += ",k" + std::to_string(i);
  const auto imported = imports.import(list + "\nSatu,dishub\n");
  CHECK_FALSE(imported.refused.empty());
  CHECK(imports.innovations().empty());
}

TEST_CASE("an import that the disk stopped goes on where it was, and stores nothing twice") {
  // Slices of three rows: every write of the import fails once.
  std::string list = "id,opd,nama inovasi\n";
  for (int i = 1; i <= 20; ++i) {
    list +=
        std::to_string(i) + ",opd " + std::to_string(i % 4) + ",Nama " + std::to_string(i) + "\n";
  }
  for (int failing = 1; failing <= 9; ++failing) {
    CAPTURE(failing);
    Imports imports;
    imports.store.fail_write(failing);
    const auto broken = imports.import(list);
    CHECK(broken.refused == (failing == 1 ? "store.disk_full" : "intake.interrupted"));
    const auto told = broken.rows.size();
    CHECK(imports.innovations().size() == told);
    registry::resume_imports(imports.environment);
    if (failing > 1) {
      CHECK(imports.innovations().size() == 20);
    } else {
      CHECK(imports.innovations().empty());  // it had not begun
    }
    CHECK(imports.store.stagings() == 0);
    CHECK(imports.import(list).fates() == std::string(20, failing > 1 ? '=' : 'a'));
    CHECK(imports.organisations().size() == 4);
    imports.store.read([](store::Reader& reader) {
      for (const auto& import :
           reader.all<catalogue::ImportRecord>(*catalogue::RegionCode::parse("32.71"))) {
        CHECK(import.record.state == catalogue::ImportState::kDone);
        CHECK(import.record.rows_applied == 20);
      }
    });
  }
}

TEST_CASE("a write that is tried twice stores its rows once") {
  Imports imports;
  imports.store.repeat_next_write();
  const auto imported = imports.import(kList);
  CHECK(imported.fates() == "aaa");
  CHECK(imports.organisations().size() == 2);
  CHECK(imports.import(kList).fates() == "===");
}

TEST_CASE("the report tells which columns were read, and the mapping file decides") {
  Imports imports;
  const auto path = imports.folder.path() / "peta.json";
  std::ofstream(path) << R"({"Kegiatan": "name", "Dinas Teknis": "owner"})";
  ImportRequest mapped;
  mapped.map = path;
  const auto imported = imports.import("Kegiatan,Dinas Teknis,Warna\nSatu,dishub,biru\n", mapped);
  CHECK(imported.fates() == "a");
  CHECK(imported.report.columns == std::vector<std::pair<std::string, std::string>>{
                                       {"Kegiatan", "name"}, {"Dinas Teknis", "owner"}});
  CHECK(imported.report.unread_columns == Kinds{"Warna"});
}

TEST_CASE("Windows-1252, a BOM and HTML do not matter") {
  Imports imports;
  CHECK(imports
            .import("\xEF\xBB\xBFopd;nama inovasi;penjelasan\ndishub;\x22 <b>Caf\xC3\xA9</b> \x22;"
                    "\"<p>Satu</p><p>Dua &amp; tiga</p>\"\n")
            .fates() == "a");
  CHECK(imports.innovation("Caf\xC3\xA9").summary == "Satu\nDua & tiga");
  CHECK(imports.import("opd;nama inovasi;penjelasan\ndishub;Caf\xE9;\"Satu\nDua & tiga\"\n")
            .fates() == "=");
}
