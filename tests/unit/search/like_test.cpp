#include "pilah/search/like.hpp"

#include <algorithm>

#include "pilah/search/index.hpp"
#include "small_index.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

std::vector<std::uint32_t> like(
    SmallIndex& small, const std::string& name, const std::string& text = "",
    std::size_t limit = 50, search::Visibility visibility = search::Visibility::whole_region()) {
  search::LikeQuery query;
  query.scopes = {{region(), std::move(visibility)}};
  query.name = name;
  query.text = text;
  query.limit = limit;
  std::vector<std::uint32_t> numbers;
  for (const auto& hit : small.index().like(query)) {
    for (std::uint32_t number = 1; number < 100; ++number) {
      if (innovation_id(number) == hit.id) numbers.push_back(number);
    }
  }
  return numbers;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("Not every word has to be there, and rare words weigh most") {
  SmallIndex small({named(1, "Layanan Kesehatan Remaja"), named(2, "Layanan Kependudukan"),
                    named(3, "Layanan Perizinan"), named(4, "Layanan Pengaduan")});
  CHECK(like(small, "Layanan Kesehatan Sekolah").front() == 1);
  CHECK(like(small, "Layanan Kesehatan Sekolah").size() == 4);
  CHECK(like(small, "Irigasi").empty());
  CHECK(like(small, "").empty());
}

TEST_CASE("An equal name comes before longer ones that have all its words") {
  std::vector<catalogue::Innovation> many;
  for (std::uint32_t i = 1; i <= 60; ++i)
    many.push_back(named(i, "Bank Sampah Nagari " + std::to_string(i)));
  many.push_back(named(70, "Bank  sampah"));
  SmallIndex small(many);
  const auto found = like(small, "Bank Sampah", "", 5);
  REQUIRE(found.size() == 5);
  CHECK(found.front() == 70);
}

TEST_CASE("A name is found however its word is split, misspelt or still unfinished") {
  SmallIndex small({named(1, "SI PEDAS"), named(2, "Puskesmas Keliling"), named(3, "Bank Sampah")});
  CHECK(like(small, "Sipedas") == Numbers{1});
  CHECK(like(small, "Puskemas") == Numbers{2});
  CHECK(like(small, "Pusk") == Numbers{2});
  SmallIndex joined({named(1, "SIPEDAS"), named(2, "Bank Sampah")});
  CHECK(like(joined, "Si Pedas") == Numbers{1});
}

TEST_CASE("Words of a summary lead to entries of another name") {
  auto entry = named(1, "SIMANTRA");
  entry.summary = "Pasien mengantre obat kronis dari rumah";
  SmallIndex small({entry, named(2, "Bank Sampah")});
  CHECK(like(small, "Obat Antar", "Antrean obat kronis tanpa ke rumah sakit") == Numbers{1});
}

TEST_CASE("Nothing is proposed that is archived, gone, or that the asker may not see") {
  auto archived = named(1, "Bank Sampah");
  archived.status = catalogue::Status::kArchived;
  auto draft = named(2, "Bank Sampah");
  draft.status = catalogue::Status::kDraft;
  draft.owner = organisation_id(7);
  SmallIndex small({archived, draft, named(3, "Bank Sampah"), named(4, "Bank Sampah")});
  small.remove(4);
  CHECK(like(small, "Bank Sampah") == Numbers{2, 3});
  CHECK(like(small, "Bank Sampah", "", 50, search::Visibility::public_only()) == Numbers{3});
  CHECK(like(small, "Bank Sampah", "", 50, {false, {organisation_id(7)}}) == Numbers{2, 3});
}

TEST_CASE(
    "Endless texts and limits have a bound, and a region that is not complete is passed over") {
  SmallIndex small({named(1, "Bank Sampah")});
  std::string endless;
  for (int i = 0; i < 5'000; ++i) endless += "kata" + std::to_string(i) + " ";
  CHECK(like(small, endless, endless, 1'000'000).empty());
  search::LikeQuery query;
  query.scopes = {{region("16.02"), search::Visibility::whole_region()},
                  {region(), search::Visibility::whole_region()}};
  query.name = "Bank Sampah";
  CHECK(small.index().like(query).size() == 1);
}
