#include <string>
#include <utility>
#include <vector>

#include "pilah/registry/intake/plain_text.hpp"
#include "support/catch.hpp"

using pilah::registry::plain_line;
using pilah::registry::plain_text;

TEST_CASE("HTML goes, its text and its lines stay") {
  const std::vector<std::pair<std::string, std::string>> cells = {
      {"<p>Satu</p><p>Dua</p>", "Satu\nDua"},
      {"Satu<br/>Dua<BR>Tiga", "Satu\nDua\nTiga"},
      {"<ul><li>a</li><li>b</li></ul>", "a\nb"},
      {"<b>te</b>bal", "tebal"},
      {"<table><tr><td>a</td><td>b</td></tr></table>", "a b"},
      {"<a href=\"x>y\" onclick='z'>tautan</a>", "tautan"},
      {"a<!-- <p>rahasia</p> -->b", "ab"},
      {"<script>alert('x')</script>aman", "aman"},
      {"<STYLE type=a>p { color: red }</Style>aman", "aman"},
      {"<o:p>Word</o:p>", "Word"},
      {"<span style=\"font-size:12px\">E&amp;S &lt;5&gt; &nbsp; &#8220;x&#x201D;</span>",
       "E&S <5> “x”"},
      {"&amp;lt;p&amp;gt;", "&lt;p&gt;"},
  };
  for (const auto& [cell, text] : cells) {
    CAPTURE(cell);
    CHECK(plain_text(cell) == text);
  }
}

TEST_CASE("what only looks like HTML stays as it was written") {
  for (const char* cell : {"< 5 menit", "a < b dan c > d", "<nama desa>", "5 <6", "R&D", "A & B; C",
                           "&bukan;", "<p", "a <", "<>", "&#;", "&#xZZ;", "x &", "<bukan tag"}) {
    CAPTURE(cell);
    CHECK(plain_text(cell) == cell);
  }
}

TEST_CASE("blanks are tidied and lines kept") {
  CHECK(plain_text("  E-Tiket \t BTS  ") == "E-Tiket BTS");
  CHECK(plain_text("a\r\nb\rc\nd") == "a\nb\nc\nd");
  CHECK(plain_text("a \n \n\n\n b") == "a\n\nb");
  CHECK(plain_text("\n\na\n\n") == "a");
  CHECK(plain_text("a\xC2\xA0\xE2\x80\x8B b") == "a b");
  CHECK(plain_text("   ") == "");
  CHECK(plain_text("") == "");
  CHECK(plain_line(" a \n\n b<br>c ") == "a b c");
}

TEST_CASE("control characters and marks of writing direction go, bad UTF-8 becomes U+FFFD") {
  CHECK(plain_text(std::string("a\0b\x01\x7F"
                               "c",
                               6)) == "abc");
  CHECK(plain_text("a\xE2\x80\xAE"
                   "b") == "ab");
  CHECK(plain_text("a\xFF"
                   "b") ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(plain_text("\xC3") == "\xEF\xBF\xBD");
  CHECK(plain_text("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(plain_text("\xED\xA0\x80").find("\xED\xA0") == std::string::npos);
  CHECK(plain_text("&#xD800;&#0;") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(plain_text("\xF0\x9F\x98\x80") == "\xF0\x9F\x98\x80");
}

TEST_CASE("hostile cells cost one pass") {
  // Each of these made a careless stripper quadratic: a million bytes would take minutes.
  const auto repeated = [](const std::string& part, std::size_t times) {
    std::string cell;
    for (std::size_t i = 0; i < times; ++i) cell += part;
    return cell;
  };
  CHECK(plain_text(repeated("<a ", 300'000)).size() > 300'000);
  CHECK(plain_text(repeated("<script>", 100'000) + "x") == "x");
  CHECK(plain_text(repeated("<!--", 200'000) + "x>").size() > 200'000);
  CHECK(plain_text(repeated("<b \"", 200'000) + ">x") == "x");
  CHECK(plain_text(repeated("&amp", 200'000)).size() == 800'000);
  CHECK(plain_text(repeated("<div>", 200'000) + "x" + repeated("</div>", 200'000)) == "x");
}
