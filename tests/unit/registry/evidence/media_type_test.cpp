#include "pilah/registry/evidence/media_type.hpp"

#include "pilah/registry/evidence/text_check.hpp"
#include "support/catch.hpp"

using namespace pilah::registry;
using namespace std::string_literals;

namespace {

std::string type_of(const std::string& bytes, const std::string& tail = "") {
  TextCheck text;
  text.feed(bytes);
  return media_type_of({bytes, tail, text.is_text()}).value_or("refused");
}

const std::string kZip = "PK\x03\x04" + std::string(26, '\0');

}  // namespace

TEST_CASE("What a file is follows from its bytes, of which few kinds are taken") {
  const std::vector<std::pair<std::string, std::string>> kinds{
      {"%PDF-1.7\n", "application/pdf"},
      {"\x89PNG\r\n\x1A\n...", "image/png"},
      {"\xFF\xD8\xFF\xE0", "image/jpeg"},
      {"RIFF\x10\0\0\0WEBPVP8 "s, "image/webp"},
      {"RIFF\x10\0\0\0WAVEfmt "s, "refused"},
      {"\0\0\0\x18"
       "ftypisom"s,
       "video/mp4"},
      {"\0\0\0\x18"
       "ftypheic"s,
       "refused"},
      {"GIF89a", "text/plain"},  // nothing but letters; saved as text, it does no harm
      {"a;b\n1;2\n", "text/plain"},
      {"Pelayanan caf\xC3\xA9", "text/plain"},
      {"caf\xE9", "refused"},  // not UTF-8
      {"", "refused"},
      {"\x7F"
       "ELF",
       "refused"},
      {"MZ\x90\0"s, "refused"},
      {"<html>", "refused"},
      {"\n\t <svg xmlns='http://www.w3.org/2000/svg'>", "refused"},
      {"\xEF\xBB\xBF<?xml version='1.0'?>", "refused"},
  };
  for (const auto& [bytes, type] : kinds) {
    CAPTURE(bytes);
    CHECK(type_of(bytes) == type);
  }
}

TEST_CASE("A sheet or a letter is told from its parts, other archives and macros are refused") {
  const std::string types = "[Content_Types].xml ";
  const std::string sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  CHECK(type_of(kZip, types + "xl/workbook.xml") == sheet);
  CHECK(type_of(kZip, types + "word/document.xml") ==
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  CHECK(type_of(kZip, types + "xl/workbook.xml xl/vbaProject.bin") == "refused");
  CHECK(type_of(kZip, "xl/workbook.xml") == "refused");
  CHECK(type_of(kZip, "a.exe") == "refused");
  const std::string open = kZip + "mimetypeapplication/vnd.oasis.opendocument.";
  CHECK(type_of(open + "spreadsheetPK") == "application/vnd.oasis.opendocument.spreadsheet");
  CHECK(type_of(open + "textPK") == "application/vnd.oasis.opendocument.text");
  CHECK(type_of(open + "graphicsPK") == "refused");
}

TEST_CASE("Text in pieces is the text as a whole") {
  const auto is_text = [](const std::vector<std::string>& pieces) {
    TextCheck check;
    for (const auto& piece : pieces) check.feed(piece);
    return check.is_text();
  };
  CHECK(is_text({"caf\xC3", "\xA9"}));
  CHECK(is_text({"\xF0\x9F", "\x98\x80"}));
  CHECK_FALSE(is_text({"caf\xC3"}));           // cut off within a letter
  CHECK_FALSE(is_text({"\xC0\xAF"}));          // overlong
  CHECK_FALSE(is_text({"\xED\xA0\x80"}));      // half of a pair
  CHECK_FALSE(is_text({"\xF4\x90\x80\x80"}));  // beyond the last letter
  CHECK_FALSE(is_text({"a", std::string(1, '\0')}));
  CHECK(is_plain_line("bukti lapangan.pdf"));
  CHECK_FALSE(is_plain_line("a\nb"));
}

TEST_CASE("Pictures and PDF are shown in place, nothing else is") {
  CHECK(is_shown_in_place("image/png"));
  CHECK(is_shown_in_place("application/pdf"));
  CHECK_FALSE(is_shown_in_place("text/plain"));
  CHECK_FALSE(is_shown_in_place("video/mp4"));
}
