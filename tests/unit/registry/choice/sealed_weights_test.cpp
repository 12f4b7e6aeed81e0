// Weights that are sealed before the scores are seen, opened later, and what a selection
// says of them.
#include "pilah/registry/choice/sealed_weights.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/intake/file_digest.hpp"
#include "sample_region.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/registry/relations/related_region.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah;
using catalogue::Panel;
using catalogue::Round;
using registry::SealedWeights;
using tests::insider;
using tests::refusals_of;
using List = std::vector<std::string>;

namespace {

constexpr const char* kChanged =
    R"(, "weights": {"quick-win-national/leverage": {"weight": 9, "reason": "rapat", "by": "Ani"}})";

/// A region with one candidate, whose fourth round has a panel.
struct SealingRegion : tests::SampleRegion {
  Round round;
  Panel panel;
  std::string today = "2026-03-01";

  SealingRegion() {
    environment.today = [this] { return today; };
    environment.random = [this](std::span<std::uint8_t> bytes) {
      for (auto& byte : bytes) byte = ++last_byte_;
    };
    add("Antrean");
    round.id = {environment.new_uuid()};
    round.region = region;
    round.name = "Bimtek IV";
    panel.id = {environment.new_uuid()};
    panel.region = region;
    panel.name = "Panel ahli";
    panel.round = round.id;
    keep();
  }
  void keep() {
    store.write({"tester"}, [&](store::Writer& writer) {
      writer.put(round, "changed");
      writer.put(panel, "changed");
    });
  }
  void close_panel() {
    panel.closed_on = catalogue::PartialDate{2026, 3, 5};
    keep();
  }
  static std::string scenario(const std::string& more = "") {
    return R"({"name": "Delapan", "rules": [{"plugin": "quick-win-national"}],
               "values": "claimed")" +
           more + "}";
  }
  SealedWeights seal(const std::string& more = "", const std::string& in = "bimtek iv",
                     const std::string& by = "Ani") {
    return registry::seal_weights(environment, insider(), region,
                                  {catalogue::parse_json(scenario(more)).as_object(), in, by});
  }
  registry::SealEntry open(const SealedWeights& sealed) { return open(sealed, sealed.envelope); }
  registry::SealEntry open(const SealedWeights& sealed, const registry::SealEnvelope& envelope) {
    return registry::open_weights(environment, insider(), region, sealed.entry.seal.id, envelope);
  }
  std::vector<registry::SealEntry> seals() {
    return registry::weights_seals(environment, insider(), region, {});
  }
  boost::json::object chosen(const std::string& more = "") {
    return select(scenario(R"(, "round": "Bimtek IV")" + more)).selection.result;
  }
  /// English sentences of the notes on seals.
  List said(const boost::json::object& result) {
    List all;
    for (const auto& note : result.at("notes").as_array()) {
      const auto text =
          registry::say(note.as_object(), tests::sentences(), catalogue::Language::kEnglish);
      if (text.find("sealed") != std::string::npos) all.push_back(text);
    }
    return all;
  }

 private:
  std::uint8_t last_byte_ = 0;
};

}  // namespace

TEST_CASE("What is sealed is not kept but for its digest, which anybody can check") {
  SealingRegion region;
  const auto sealed = region.seal(kChanged);
  const auto& seal = sealed.entry.seal;
  CHECK(seal.salt.empty());
  CHECK(seal.content.empty());
  CHECK_FALSE(seal.opened_on);
  CHECK(seal.by == "Ani");
  CHECK(seal.sealed_on.text() == "2026-03-01");
  CHECK(seal.scenario == "Delapan");
  CHECK(sealed.entry.round == "Bimtek IV");
  CHECK(sealed.envelope.salt.size() == 43);
  const std::string content = R"({"rules":[{"plugin":"quick-win-national","version":"1.0.0"}],)"
                              R"("weights":{"quick-win-national/leverage":9}})";
  CHECK(registry::canonical(sealed.envelope.content) == content);
  registry::PiecewiseDigest digest;
  digest.feed(sealed.envelope.salt + content);
  CHECK(seal.digest == std::move(digest).hexadecimal());
  // The same weights under another salt have another digest: nobody finds them by trying.
  CHECK(region.seal(kChanged).entry.seal.digest != seal.digest);
}

TEST_CASE("The canonical form does not hang on the order of keys") {
  const auto form = [](const char* json) { return registry::canonical(boost::json::parse(json)); };
  CHECK(form(R"({"b": 1, "a": {"d": [2, 1], "c": {}}})") == R"({"a":{"c":{},"d":[2,1]},"b":1})");
  CHECK(form(R"([{"b": "x\"y", "a": null}, []])") == R"([{"a":null,"b":"x\"y"},[]])");
  CHECK(form("{}") == "{}");
}

TEST_CASE("A seal is opened by its own envelope, once, and shows then what was sealed") {
  SealingRegion region;
  const auto sealed = region.seal(kChanged);
  auto other = sealed.envelope;
  other.content.at("weights").as_object()["quick-win-national/leverage"] = 8;
  CHECK(refusals_of([&] { region.open(sealed, other); }) ==
        "/content weights_seal.another_envelope");
  other = sealed.envelope;
  other.salt.front() = other.salt.front() == 'A' ? 'B' : 'A';
  CHECK(refusals_of([&] { region.open(sealed, other); }) ==
        "/content weights_seal.another_envelope");
  CHECK_FALSE(region.seals().front().seal.opened_on);
  region.today = "2026-03-09";
  const auto opened = region.open(sealed).seal;
  CHECK(opened.opened_on->text() == "2026-03-09");
  CHECK(opened.content == sealed.envelope.content);
  CHECK(refusals_of([&] { region.open(sealed); }) == " weights_seal.open_already");
}

TEST_CASE("A seal says which panels had closed before it, and which since") {
  SealingRegion region;
  region.seal();
  CHECK(region.seals().front().closed_since.empty());
  region.close_panel();
  region.seal();
  const auto seals = region.seals();
  REQUIRE(seals.size() == 2);
  CHECK(seals[0].closed_before.empty());
  CHECK(seals[0].closed_since == List{"Panel ahli"});
  CHECK(seals[1].closed_before == List{"Panel ahli"});
  CHECK(seals[1].closed_since.empty());
}

TEST_CASE("A selection of the round says that its weights are as they were sealed, and when") {
  SealingRegion region;
  const auto sealed = region.seal(kChanged);
  region.close_panel();
  auto result = region.chosen(kChanged);
  CHECK(region.said(result) == List{"Weights were sealed on 2026-03-01 by Ani, before Panel ahli "
                                    "closed, but not opened yet, so they cannot be compared: "
                                    "pilah weights open"});
  CHECK(result.at("seals").at(0).at("as_sealed").is_null());
  region.open(sealed);
  result = region.chosen(kChanged);
  CHECK(region.said(result) == List{"The weights were sealed on 2026-03-01 by Ani, before Panel "
                                    "ahli closed, and are as they were sealed."});
  CHECK(result.at("seals").at(0).at("as_sealed") == true);
}

TEST_CASE("A selection whose weights are not those that were sealed says in what they differ") {
  SealingRegion region;
  region.open(region.seal(kChanged));
  const auto result = region.chosen();  // with the rule's own weights
  const auto& seal = result.at("seals").at(0);
  CHECK(seal.at("as_sealed") == false);
  REQUIRE(seal.at("differences").as_array().size() == 1);
  CHECK(seal.at("differences").at(0).at("criterion") == "quick-win-national/leverage");
  CHECK(seal.at("differences").at(0).at("sealed") == 9);
  REQUIRE(region.said(result).size() == 1);
  CHECK(region.said(result).front().find("The weights differ from those that were sealed on "
                                         "2026-03-01 by Ani, when no panel of the round had "
                                         "closed: ") == 0);
  CHECK(region.said(result).front().find("was sealed as 9, now it is ") != std::string::npos);
}

TEST_CASE("Sealed without weights are the rule's own") {
  SealingRegion region;
  region.open(region.seal());
  CHECK(region.chosen().at("seals").at(0).at("as_sealed") == true);
  CHECK(region.chosen(kChanged).at("seals").at(0).at("as_sealed") == false);
}

TEST_CASE("A way to weigh is sealed as such, whatever the reason for it is called later") {
  SealingRegion region;
  const auto ranked = [](const char* first, const char* reason) {
    return std::string(R"(, "weighting": {"rank": [["quick-win-national/)") + first +
           R"("]], "reason": ")" + reason + R"(", "by": "Ani"})";
  };
  region.open(region.seal(ranked("leverage", "rapat")));
  CHECK(region.chosen(ranked("leverage", "bimtek")).at("seals").at(0).at("as_sealed") == true);
  for (const auto& more : {ranked("felt", "rapat"), std::string()}) {
    const auto result = region.chosen(more);
    CHECK(result.at("seals").at(0).at("as_sealed") == false);
    CHECK(region.said(result).front().find("the weights come about in another way") !=
          std::string::npos);
  }
}

TEST_CASE("Sealing after a panel has closed is allowed, and said") {
  SealingRegion region;
  region.close_panel();
  region.open(region.seal());
  CHECK(region.said(region.chosen()) ==
        List{"The weights were sealed on 2026-03-01 by Ani, after Panel ahli had closed, so the "
             "scores could be seen, and are as they were sealed."});
}

TEST_CASE("All seals of the round are told, so that nobody seals two and opens the one that fits") {
  SealingRegion region;
  region.seal(kChanged);
  region.open(region.seal());
  const auto result = region.chosen();
  CHECK(result.at("seals").as_array().size() == 2);
  CHECK(region.said(result).size() == 2);
  // A selection outside of the round knows nothing of them.
  CHECK_FALSE(region.select(SealingRegion::scenario()).selection.result.contains("seals"));
}

TEST_CASE("What cannot be sealed is refused in a sentence, and nothing is stored") {
  SealingRegion region;
  CHECK(refusals_of([&] { region.seal("", ""); }) == "/round weights_seal.round_missing");
  CHECK(refusals_of([&] { region.seal("", "Bimtek IX"); }) ==
        "/round choice.scenario.unknown_round");
  CHECK(refusals_of([&] { region.seal("", "Bimtek IV", " "); }) == "/by weights_seal.by_missing");
  CHECK(refusals_of([&] { region.seal(R"(, "weights": {"quick-win-national/x": 1})"); }) ==
        "/weights/quick-win-national~1x choice.scenario.unknown_criterion");
  region.round.state = catalogue::RoundState::kClosed;
  region.keep();
  CHECK(refusals_of([&] { region.seal(); }) == " round.is_closed");
  CHECK(region.seals().empty());
  CHECK(refusals_of([&] {
          registry::open_weights(region.environment, insider(), region.region, {}, {});
        }) == " weights_seal.not_found");
}

TEST_CASE("A round takes only so many seals") {
  SealingRegion region;
  for (std::size_t i = 0; i < registry::kMostSeals; ++i) region.seal();
  CHECK(refusals_of([&] { region.seal(); }) == "/round weights_seal.too_many");
}
