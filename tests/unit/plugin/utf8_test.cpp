#include "pilah/plugin/system/utf8.hpp"

#include "support/catch.hpp"

using namespace pilah::plugin;

TEST_CASE("UTF-8 is told from what only looks like it") {
  for (const char* text : {"", "plain", "\xC3\xA9", "\xE2\x80\xA6", "\xF0\x9F\x98\x80"}) {
    CHECK(is_utf8(text));
  }
  for (const char* text : {"\x80", "\xC3", "\xC0\xAE", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                           "\xF8\x88\x80\x80\x80", "a\xFFz", "12345678\xC3"}) {
    CAPTURE(text);
    CHECK_FALSE(is_utf8(text));
  }
}

TEST_CASE("A text for people has no broken characters and moves no cursor") {
  CHECK(readable("baris\n17\t\x1B[2J\x7F\xC2\x9B.", 100) == "baris 17  [2J  .");
  CHECK(readable("a\xFFz", 100) == "a\xEF\xBF\xBDz");
  CHECK(readable("ok \xE2\x80", 100) == "ok ");  // cut there by somebody
}

TEST_CASE("A text for people is cut between characters") {
  CHECK(readable("\xC3\xA9\xC3\xA9", 3) == "\xC3\xA9");
  CHECK(readable("abc", 2) == "ab");
  CHECK(readable("abc", 0).empty());
}
