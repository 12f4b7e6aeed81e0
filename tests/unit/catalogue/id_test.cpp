#include "pilah/catalogue/id.hpp"

#include <algorithm>

#include "support/catch.hpp"

using pilah::catalogue::InnovationId;
using pilah::catalogue::Uuid;
using pilah::catalogue::UuidMaker;

namespace {

void fill_with_ones(std::span<std::uint8_t> bytes) {
  std::fill(bytes.begin(), bytes.end(), std::uint8_t{0xFF});
}

}  // namespace

TEST_CASE("An id is a UUID of version 7 that begins with the time") {
  UuidMaker maker([] { return std::int64_t{0x0123456789AB}; }, fill_with_ones);
  CHECK(maker.next().text() == "01234567-89ab-7fff-bfff-ffffffffffff");
}

TEST_CASE("Ids of one maker rise, within a millisecond and when the clock goes back") {
  std::int64_t now = 1000;
  UuidMaker maker([&now] { return now; },
                  [](std::span<std::uint8_t> bytes) {
                    std::fill(bytes.begin(), bytes.end(), std::uint8_t{0x42});
                  });
  Uuid last = maker.next();
  for (int i = 0; i < 1000; ++i) {
    if (i == 500) now = 10;
    const Uuid next = maker.next();
    REQUIRE(last < next);
    REQUIRE(next.text()[14] == '7');
    last = next;
  }
}

TEST_CASE("An id reads back from its text in either case, and from nothing else") {
  const std::string text = "01920000-abcd-7abc-8def-0123456789ab";
  const auto id = InnovationId::parse(text);
  REQUIRE(id);
  CHECK(id->text() == text);
  CHECK(InnovationId::parse("01920000-ABCD-7ABC-8DEF-0123456789AB") == id);
  for (const char* wrong :
       {"", "01920000-abcd-7abc-8def-0123456789a", "01920000-abcd-7abc-8def-0123456789ag",
        "01920000xabcd-7abc-8def-0123456789ab", "01920000abcd7abc8def0123456789ab----"}) {
    CAPTURE(wrong);
    CHECK_FALSE(InnovationId::parse(wrong));
  }
}
