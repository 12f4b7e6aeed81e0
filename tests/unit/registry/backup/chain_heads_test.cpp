#include "pilah/registry/backup/chain_heads.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/package/signature.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::registry;

namespace {

const std::vector<catalogue::ChainHead> kHeads{{"13.11", 73, std::string(64, 'a')},
                                               {"51.08", 9, std::string(64, '0')}};

std::string refusal_of(const std::string& text) {
  try {
    read_signed_heads(text);
  } catch (const catalogue::Refusal& refusal) {
    return refusal.messages().front().kind;
  }
  return "read";
}

}  // namespace

TEST_CASE("Signed heads are read back, and any other character breaks the signature") {
  const auto key = plugin::SecretKey::make();
  const std::string text = signed_heads(kHeads, "2026-01-31", key);
  const auto read = read_signed_heads(text);
  CHECK(read.heads == kHeads);
  CHECK(read.taken_on == "2026-01-31");
  CHECK(read.key == key.public_key().hex());
  for (const char* altered : {"73", "13.11", "2026-01-31", "aaaa"}) {
    CAPTURE(altered);
    std::string other = text;
    char& digit = other[other.find(altered)];
    digit = digit == '1' ? '2' : '1';
    CHECK(refusal_of(other) != "read");
  }
}

TEST_CASE("What is no list of heads is refused, whatever it is") {
  for (const char* text : {"", "{}", "[]", "null", R"({"heads": 3})", "\xFF", "13.11"}) {
    CAPTURE(text);
    CHECK(refusal_of(text) != "read");
  }
}

TEST_CASE("A head is one word that can be copied, and nothing else is taken for one") {
  CHECK(head_text(kHeads[0]) == "13.11:73:" + std::string(64, 'a'));
  CHECK(parse_head(head_text(kHeads[0])) == kHeads[0]);
  const std::vector<std::string> others{"",
                                        ":",
                                        "13.11:73",
                                        "heads.json",
                                        "13.11:x:" + std::string(64, 'a'),
                                        "13.11:73:" + std::string(63, 'a'),
                                        "13.11:73:" + std::string(64, 'G')};
  for (const auto& text : others) {
    CAPTURE(text);
    CHECK_FALSE(parse_head(text));
  }
}
