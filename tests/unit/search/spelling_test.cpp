#include "pilah/search/spelling.hpp"

#include "small_index.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

search::Answer asked(const SmallIndex& index, const std::string& text,
                     search::Visibility visibility = search::Visibility::whole_region()) {
  auto query = whole_region();
  query.text = text;
  query.scopes.front().visibility = std::move(visibility);
  return index.search(query);
}

std::string corrections(const search::Answer& answer) {
  std::string all;
  for (const auto& each : answer.corrections) all += each.word + " -> " + each.read_as + "\n";
  return all;
}

}  // namespace

TEST_CASE("A misspelt word is read as the nearest that something has, and the answer says so") {
  const SmallIndex index({named(1, "Antrean Puskesmas"), named(2, "Pengelolaan Sampah")});
  for (const char* text : {"puskemas ", "puskessmas", "pusksemas", "puskesnas"}) {
    CAPTURE(text);
    const auto answer = asked(index, text);
    CHECK(answer.total == 1);
    CHECK(answer.corrections.front().read_as == "puskesmas");
  }
  CHECK(corrections(asked(index, "pengelolan sampah ")) == "pengelolan -> pengelolaan\n");
}

TEST_CASE("A word that something has, or that begins one, is not corrected") {
  const SmallIndex index({named(1, "Antrean Puskesmas"), named(2, "Puskesmas Keliling")});
  CHECK(corrections(asked(index, "puskes")).empty());
  CHECK(corrections(asked(index, "keliling ")).empty());
}

TEST_CASE("Short words, numbers and words that begin otherwise are not corrected") {
  const SmallIndex index({named(1, "Bank 123456 Sampah")});
  for (const char* text : {"bnak ", "123457 ", "xampah ", "sampahkan1 "}) {
    CAPTURE(text);
    CHECK(corrections(asked(index, text)).empty());
    CHECK(asked(index, text).total == 0);
  }
}

TEST_CASE("Among words equally near the one that most have is meant") {
  const SmallIndex index(
      {named(1, "Pangkas"), named(2, "Pangkal"), named(3, "Pangkal Dua"), named(4, "Pangkar")});
  CHECK(corrections(asked(index, "pangkax ")) == "pangkax -> pangkal\n");
}

TEST_CASE("Three words of a text are corrected, further ones are not") {
  const SmallIndex index({named(1, "Antrean Puskesmas Pengelolaan Pembangunan Posyandu")});
  CHECK(asked(index, "puskemas pengelolan pembangunam ").total == 1);
  const auto answer = asked(index, "puskemas pengelolan pembangunam posyando ");
  CHECK(answer.total == 0);
  CHECK(answer.corrections.size() == 3);
  // Once nothing has a word, nothing can have all.
  CHECK(corrections(asked(index, "tidakada puskemas ")).empty());
}

TEST_CASE("What a reader may not see does not show in how words are spelt") {
  auto hidden = named(1, "Rahasia Pembangunan");
  hidden.status = catalogue::Status::kDraft;
  hidden.owner = organisation_id(1);
  const SmallIndex index({hidden, named(2, "Rahayu")});
  CHECK(corrections(asked(index, "rahasja ")) == "rahasja -> rahasia\n");
  CHECK(corrections(asked(index, "rahasja ", search::Visibility::public_only())).empty());
  CHECK(corrections(asked(index, "rahasja ", {false, {organisation_id(1)}})) ==
        "rahasja -> rahasia\n");
  CHECK(corrections(asked(index, "rahasja ", {false, {organisation_id(2)}})).empty());
}

TEST_CASE("Nor does it when what a reader may see has another form of the word") {
  auto hidden = named(1, "Pengawasan");
  hidden.status = catalogue::Status::kDraft;
  const SmallIndex index({hidden, named(2, "Mengawasi Pasar")});
  CHECK(corrections(asked(index, "pengawasam ")) == "pengawasam -> pengawasan\n");
  CHECK(corrections(asked(index, "pengawasam ", search::Visibility::public_only())).empty());
}
