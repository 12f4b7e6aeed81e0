// The selector's own English sentences and the message catalogue say the same.
#include <fstream>
#include <set>
#include <sstream>

#include <boost/json.hpp>

#include "pilah/selection/message.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

std::set<std::string> places(std::string_view sentence) {
  std::set<std::string> result;
  for (std::size_t open = sentence.find('{'); open != std::string_view::npos;
       open = sentence.find('{', open + 1)) {
    result.emplace(sentence.substr(open, sentence.find('}', open) - open));
  }
  return result;
}

}  // namespace

TEST_CASE("each kind has the same English sentence here and in the catalogue, and an Indonesian") {
  std::ifstream file(PILAH_SELECTION_MESSAGES);
  std::stringstream text;
  text << file.rdbuf();
  const auto catalogue = boost::json::parse(text.str()).as_object();
  CHECK(catalogue.size() == english_sentences().size());
  for (const auto& [kind, sentence] : english_sentences()) {
    INFO(std::string(kind));
    const auto* both = catalogue.if_contains(boost::json::string_view(kind.data(), kind.size()));
    REQUIRE(both != nullptr);
    CHECK(both->at("en").as_string() == boost::json::string_view(sentence.data(), sentence.size()));
    const auto& indonesian = both->at("id").as_string();
    CHECK(places(std::string_view(indonesian.data(), indonesian.size())) == places(sentence));
  }
}

TEST_CASE("an argument may itself look like a place") {
  const Message message{"selection.requires", {{"candidate", "{other}"}, {"other", "b"}}};
  CHECK(message.text() == "{other} requires b");
}

}  // namespace pilah::selection::tests
