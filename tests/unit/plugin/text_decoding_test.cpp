#include "pilah/plugin/run/text_decoding.hpp"

#include <fstream>
#include <system_error>

#include <fcntl.h>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::plugin;

namespace {

struct Decoded {
  Encoding encoding;
  std::string text;
};

Decoded decoded(const std::string& bytes) {
  const pilah::tests::TemporaryFolder folder;
  const auto path = folder.path() / "list.csv";
  std::ofstream(path, std::ios::binary) << bytes;
  const DecodedFile file = decode_text(path);
  std::string text(static_cast<std::size_t>(file.size), '\0');
  const auto count =
      ::pread(file.descriptor.get(), text.data(), text.size(), static_cast<off_t>(file.skip));
  text.resize(static_cast<std::size_t>(count));
  return {file.found, text};
}

}  // namespace

TEST_CASE("UTF-8 is read as it is, a byte order mark left out") {
  CHECK(decoded("a\xC3\xA9z").text == "a\xC3\xA9z");
  CHECK(decoded("\xEF\xBB\xBFnama").text == "nama");
  CHECK(decoded("").text.empty());
  CHECK(decoded("nama").encoding == Encoding::kUtf8);
}

TEST_CASE("What is no UTF-8 is Windows-1252") {
  const Decoded windows = decoded(
      "Jum\x92"
      "at \x93"
      "Bersih\x94 caf\xE9");
  CHECK(windows.encoding == Encoding::kWindows1252);
  CHECK(windows.text == "Jum\u2019at \u201CBersih\u201D caf\u00E9");
}

TEST_CASE("A byte that stands for nothing becomes the replacement character") {
  CHECK(decoded("a\x81"
                "b")
            .text ==
        "a\uFFFD"
        "b");
}

TEST_CASE("UTF-16 is told by its mark, in either order") {
  CHECK(decoded(std::string("\xFF\xFE"
                            "a\0\xE9\0",
                            6))
            .text == "a\u00E9");
  CHECK(decoded(std::string("\xFE\xFF"
                            "\0a\0\xE9",
                            6))
            .text == "a\u00E9");
}

TEST_CASE("A character cut by the end of a piece is put together again") {
  // 256 KiB is the size of a piece; three bytes straddle it.
  const std::string long_text = std::string(256 * 1024 - 1, 'x') + "\u20AC";
  CHECK(decoded(long_text).text == long_text);
  CHECK(decoded(long_text).encoding == Encoding::kUtf8);
  const std::string cut = std::string(10, 'x') + "\xE2\x82";
  CHECK(decoded(cut).encoding == Encoding::kWindows1252);
}

TEST_CASE("Overlong forms and surrogates are no UTF-8") {
  CHECK(decoded("\xC0\xAF").encoding == Encoding::kWindows1252);
  CHECK(decoded("\xE0\x80\xAF").encoding == Encoding::kWindows1252);
  CHECK(decoded("\xED\xA0\x80").encoding == Encoding::kWindows1252);
  CHECK(decoded("\xF4\x90\x80\x80").encoding == Encoding::kWindows1252);
}

TEST_CASE("A file that is not there is an error of the system") {
  CHECK_THROWS_AS(decode_text("/nowhere/list.csv"), std::system_error);
}
