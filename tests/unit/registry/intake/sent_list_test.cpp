// Lists that are sent: what stands in them is told beside what became of them.
#include "pilah/registry/intake/sent_list.hpp"

#include <utility>

#include "imports.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/registry/support/refusal_of.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

registry::ImportRequest request(bool dry_run = false) {
  registry::ImportRequest request;
  request.region = "32.71";
  request.file_name = "daftar.csv";
  request.dry_run = dry_run;
  return request;
}

registry::SentImport send(Imports& imports, const registry::ImportRequest& request,
                          const std::string& text, const registry::Caller& caller = insider()) {
  imports.environment.data_folder = imports.folder.path();
  bool given = false;
  return registry::import_sent_list(
      imports.environment, caller, request, [&]() -> std::string_view {
        return std::exchange(given, true) ? std::string_view() : std::string_view(text);
      });
}

std::size_t files_in(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    static_cast<void>(entry);
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("Of each column a few different texts are told, shortened") {
  Imports imports;
  std::string text = "nama inovasi,opd,,aneh\n";
  for (int i = 0; i < 9; ++i) {
    text += "Inovasi " + std::to_string(i) + ",DLH,tanpa judul," + std::string(300, 'x') + "\n";
  }
  const auto sent = send(imports, request(true), text);
  const auto& columns = sent.contents.columns;
  REQUIRE(columns.size() == 3);  // that without a header is no column to choose
  CHECK(columns[0].field == "name");
  CHECK(columns[0].samples.size() == registry::kMostSamples);
  CHECK(columns[1].samples == std::vector<std::string>{"DLH"});
  CHECK(columns[2].field == "");
  CHECK(columns[2].samples.at(0).size() == 200);
  CHECK(imports.innovations().empty());
}

TEST_CASE("Cells are told of rejected rows alone, under the columns of their sheet") {
  Imports imports;
  const auto sent =
      send(imports, request(), "nama inovasi,,opd\nBank Sampah,x,DLH\n,y,DINKES\nPosyandu,z\n");
  CHECK(sent.report.added == 2);
  REQUIRE(sent.contents.cells.size() == 1);
  const auto& [place, cells] = *sent.contents.cells.begin();
  CHECK(place.second == 3);
  CHECK(cells == std::vector<std::string>{"", "DINKES"});
  CHECK(sent.rows.size() == 3);
  CHECK(imports.innovations().size() == 2);
}

TEST_CASE("Cells that are too much together are counted, not told") {
  Imports imports;
  std::string text = "nama inovasi,manfaat\n";
  const std::string long_text(60'000, 'm');
  for (int i = 0; i < 80; ++i) text += "," + long_text + "\n";
  const auto sent = send(imports, request(true), text);
  CHECK(sent.report.rejected == 80);
  CHECK(sent.contents.cells_left_out > 0);
  CHECK(sent.contents.cells.size() + sent.contents.cells_left_out == 80);
  CHECK(sent.contents.cells.size() * 60'000 <= registry::kMostCells);
}

TEST_CASE("A list without a header that is known tells its columns with the refusal") {
  Imports imports;
  const std::string text = "LAPORAN\nJudul Hebat,Kantor\nBank Sampah,DLH\n";
  try {
    send(imports, request(), text);
    FAIL("it was taken");
  } catch (const registry::ListRefused& refusal) {
    CHECK(refusal.messages().front().kind == "intake.no_header");
    REQUIRE(refusal.columns().size() == 2);
    CHECK(refusal.columns()[0].header == "Judul Hebat");
    CHECK(refusal.columns()[0].samples == std::vector<std::string>{"Bank Sampah"});
  }
  auto mapped = request();
  mapped.map_json = R"({"Judul Hebat": "name", "Kantor": "owner"})";
  CHECK(send(imports, mapped, text).report.added == 1);
}

TEST_CASE(
    "Nothing of a list stays on the disk, and none of it is put there for who may not import") {
  Imports imports;
  const auto before = files_in(imports.folder.path());
  send(imports, request(true), "nama inovasi,opd\nBank Sampah,DLH\n");
  CHECK(files_in(imports.folder.path()) == before);
  auto asked = false;
  CHECK(refusal_of([&] {
          registry::import_sent_list(imports.environment, registry::Caller::anonymous(), request(),
                                     [&]() -> std::string_view {
                                       asked = true;
                                       return "";
                                     });
        }) != "");
  CHECK_FALSE(asked);
}
