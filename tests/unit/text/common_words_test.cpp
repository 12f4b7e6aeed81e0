#include "pilah/text/common_words.hpp"

#include "pilah/text/stemming.hpp"
#include "support/catch.hpp"
#include "support/registry_data.hpp"

using namespace pilah::text;
using Words = std::vector<std::string>;

namespace {

const Stemmer& stemmer() {
  static const Stemming stemming = Stemming::read(pilah::tests::registry_data("stemming.json"));
  static const Stemmer made(stemming);
  return made;
}

Words common(const std::string& text, const std::string& other, std::size_t limit = 10) {
  return words_with_stem(stemmer(), text, telling_stems(stemmer(), other), limit);
}

}  // namespace

TEST_CASE("Words in common are those of one stem, as the first text writes them") {
  CHECK(common("Menabung sampah di Bank Sampah", "Sampah ditabung") == Words{"menabung", "sampah"});
  CHECK(common("Ikan", "Sampah").empty());
  CHECK(common("", "Sampah").empty());
}

TEST_CASE("Words that say little are no words in common, and only so many are told") {
  CHECK(common("Aplikasi yang dan di", "Aplikasi yang dan di").empty());
  CHECK(common("sampah plastik pasar", "pasar plastik sampah", 2) == Words{"sampah", "plastik"});
}
