#include "pilah/text/fold.hpp"

#include <utility>

#include "pilah/text/utf8.hpp"
#include "random_text.hpp"
#include "support/catch.hpp"

using pilah::tests::RandomText;
using pilah::text::cut;
using pilah::text::fold;
using pilah::text::is_utf8;

namespace {

std::string utf8_of(char32_t code_point) {
  std::string bytes;
  const auto byte = [&bytes](char32_t value) { bytes += static_cast<char>(value); };
  if (code_point < 0x80) {
    byte(code_point);
  } else if (code_point < 0x800) {
    byte(0xC0 | code_point >> 6);
    byte(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    byte(0xE0 | code_point >> 12);
    byte(0x80 | (code_point >> 6 & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  } else {
    byte(0xF0 | code_point >> 18);
    byte(0x80 | (code_point >> 12 & 0x3F));
    byte(0x80 | (code_point >> 6 & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  }
  return bytes;
}

}  // namespace

TEST_CASE("Spellings that differ in case, accents, quotes and separators alone fold alike") {
  const auto [written, folded] = GENERATE(table<std::string, std::string>({
      {"SILAK", "silak"},
      {"  E-Tiket   BTS Transpakuan ", "e tiket bts transpakuan"},
      {"Qur'an", "quran"},
      {"Qur\u2019an", "quran"},
      {"Jum`at \"Bersih\"", "jumat bersih"},
      {"Café Mélati", "cafe melati"},
      {"Cafe\u0301", "cafe"},
      {"Ñusa Ånten", "nusa anten"},
      {"ﬁle ＳＭＡＲＴ", "file smart"},
      {"Straße", "strasse"},
      {"satu—dua…tiga", "satu dua tiga"},
      {"TPS3R / 3-R", "tps3r 3 r"},
      {"PBB\tP2\r\n2024", "pbb p2 2024"},
      {"a\u200Bb", "ab"},
      {"", ""},
      {"-", ""},
      {" ... ", ""},
  }));
  CHECK(fold(written) == folded);
}

TEST_CASE("Bytes that are not UTF-8 separate words and are never copied") {
  CHECK(fold("satu\xFF"
             "dua") == "satu dua");
  CHECK(fold("\xC3") == "");
  CHECK(fold("a\xED\xA0\x80z") == "a z");  // a surrogate
  CHECK(fold(std::string("nol\0nol", 7)) == "nol nol");
}

TEST_CASE("Folding every code point once is enough") {
  for (char32_t code_point = 1; code_point < 0x110000; ++code_point) {
    if (code_point >= 0xD800 && code_point < 0xE000) continue;
    const std::string once = fold("x" + utf8_of(code_point) + "y");
    if (fold(once) != once || !is_utf8(once))
      FAIL("U+" << std::hex << static_cast<unsigned>(code_point));
  }
}

TEST_CASE("Folding twice changes nothing, and the result is UTF-8 without stray blanks") {
  constexpr std::uint32_t kSeed = 20261123;
  INFO("seed " << kSeed);
  RandomText random(kSeed);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = i % 2 == 0 ? random.bytes() : random.name() + random.bytes();
    const std::string once = fold(text);
    REQUIRE(fold(once) == once);
    REQUIRE(is_utf8(once));
    REQUIRE(once.find("  ") == std::string::npos);
    REQUIRE((once.empty() || (once.front() != ' ' && once.back() != ' ')));
  }
}

TEST_CASE("A text of a million bytes folds like a short one") {
  CHECK(fold(std::string(1'000'000, 'A')) == std::string(1'000'000, 'a'));
  CHECK(fold(std::string(1'000'000, '\x80')) == "");
  CHECK(fold(std::string(1'000'000, ' ')) == "");
}

TEST_CASE("What is UTF-8 and what is not") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("Mélati — \U0001F33A"));
  const std::string wrong = GENERATE(as<std::string>{}, "\x80", "\xC0\xAF", "a\xC3", "\xED\xA0\x80",
                                     "\xF4\x90\x80\x80", "\xFF", "ab\xE2\x82");
  CHECK_FALSE(is_utf8(wrong));
}

TEST_CASE("A cut never parts a letter") {
  const std::string text = "aé—\U0001F33Az";
  for (std::size_t limit = 0; limit <= text.size() + 1; ++limit) {
    const std::string_view part = cut(text, limit);
    CHECK(part.size() <= limit);
    CHECK(is_utf8(part));
    CHECK(part == std::string_view(text).substr(0, part.size()));
  }
  CHECK(cut("aé", 2) == "a");
  CHECK(cut("aé", 3) == "aé");
}
