#include "pilah/registry/intake/staged_row.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/row_identity.hpp"
#include "support/catch.hpp"

namespace {

using namespace pilah::registry;
using namespace pilah::catalogue;

StagedRow entry(std::int64_t number, const char* key, const char* name, std::uint8_t owner = 1) {
  StagedRow row;
  row.row = number;
  row.region = *RegionCode::parse("32.71");
  row.key = key;
  row.keyed = row.key != "";
  row.cells[Field::kName] = name;
  row.owner = StagedOwner{OrganisationId{Uuid{{owner}}}, "", ""};
  return row;
}

RowRepeat enter(RowIdentities& identities, StagedRow row) {
  return identities.enter(row, row.cells.source());
}

}  // namespace

TEST_CASE("a staged row comes back as it was") {
  StagedRow row = entry(7, "8", "Kebun \"A\"\nB");
  row.sheet = "Lembar 1";
  row.id = InnovationId{Uuid{{9, 8, 7}}};
  row.first_of_name = false;
  row.owner = StagedOwner{OrganisationId{Uuid{{3}}}, "DINKES", "Dinas Kesehatan"};
  row.cells[Field::kSummary] = std::string(100'000, 'x');
  row.cells.attributes = {{"tags", "a"}, {"notes", ""}};
  row.warnings.push_back({Field::kOwner, {"intake.owner_added", {{"read", "x"}}, ""}});
  std::string bytes;
  write_staged(row, bytes);
  StagedRow back;
  back.cells[Field::kRisks] = "left over";
  read_staged(bytes, back);
  CHECK(back.row == 7);
  CHECK(back.sheet == "Lembar 1");
  CHECK(back.key == "8");
  CHECK(back.keyed);
  CHECK(back.id == row.id);
  CHECK_FALSE(back.first_of_name);
  CHECK(back.owner->new_name == "Dinas Kesehatan");
  CHECK(back.cells == row.cells);
  CHECK(back.warnings.at(0).message == row.warnings.at(0).message);
}

TEST_CASE("a rejected row keeps column and reason") {
  StagedRow row;
  row.kind = StagedRow::Kind::kRejected;
  row.row = 12;
  row.column = "Nama";
  row.reason = {"intake.name_missing", {{"column", "Nama"}}, ""};
  std::string bytes;
  write_staged(row, bytes);
  StagedRow back;
  read_staged(bytes, back);
  CHECK(back.kind == StagedRow::Kind::kRejected);
  CHECK(back.column == "Nama");
  CHECK(back.reason == row.reason);
}

TEST_CASE("damaged bytes are refused, wherever they are cut") {
  std::string bytes;
  write_staged(entry(7, "8", "Kebun"), bytes);
  StagedRow back;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_THROWS_AS(read_staged(std::string_view(bytes).substr(0, size), back), Refusal);
  }
  std::string wrong = bytes;
  wrong[0] = 99;
  CHECK_THROWS_AS(read_staged(wrong, back), Refusal);
}

TEST_CASE("the source of a row is JSON that reads back as the same cells") {
  RowCells cells;
  cells[Field::kName] = "A \"b\" \\ \x01 é";
  cells[Field::kSummary] = "satu\ndua\tTiga";
  cells.attributes = {{"notes", "x"}, {"tags", "y"}};
  CHECK(RowCells::from_source(cells.source()) == cells);
  CHECK(RowCells{}.source() == "{}");
  CHECK(RowCells::from_source(R"({"name": "a", "gone": "b", "pending": ["name"]})")[Field::kName] ==
        "a");
}

TEST_CASE("a key that comes again is no entry: equal rows say nothing, others are refused") {
  RowIdentities identities;
  CHECK(enter(identities, entry(2, "1", "a")).first_row == 0);
  CHECK(enter(identities, entry(3, "2", "a")).first_row == 0);  // two keys: two entries
  const auto equal = enter(identities, entry(4, "1", "a"));
  CHECK(equal.first_row == 2);
  CHECK(equal.equal);
  const auto other = enter(identities, entry(5, "1", "b"));
  CHECK(other.first_row == 2);
  CHECK_FALSE(other.equal);
}

TEST_CASE("without keys the folded name within owner and region is the identity") {
  RowIdentities identities;
  CHECK(enter(identities, entry(2, "", "E-Tiket")).first_row == 0);
  CHECK(enter(identities, entry(3, "", "E-Tiket", 2)).first_row == 0);
  CHECK(enter(identities, entry(4, "", "e tiket")).first_row == 2);
  auto elsewhere = entry(5, "", "E-Tiket");
  elsewhere.region = *RegionCode::parse("13.11");
  CHECK(enter(identities, elsewhere).first_row == 0);
  // A row without a key cannot be told from one of its name with a key.
  CHECK(enter(identities, entry(6, "9", "E-Tiket")).first_row == 2);
}

TEST_CASE("only the first row of a name may be an entry that is there already") {
  RowIdentities identities;
  auto first = entry(2, "1", "a");
  identities.enter(first, "x");
  auto second = entry(3, "2", "A");
  identities.enter(second, "x");
  CHECK(first.first_of_name);
  CHECK_FALSE(second.first_of_name);
}
