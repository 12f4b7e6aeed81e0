#include "pilah/registry/panels/results.hpp"

#include "panel_host.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

registry::PanelResults results(PanelHost& host, const registry::PanelEntry& panel) {
  return registry::panel_results(host.environment, insider(), host.region, panel.panel.id);
}

}  // namespace

TEST_CASE("What a panel found is told once it is closed, and not before") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  host.judge(panel, 1, 0, 3);
  CHECK(refusals_of([&] { results(host, panel); }) == " panel.still_open");
  host.close(panel);
  CHECK(results(host, panel).entries[0].criteria[0].scores[0].step == catalogue::Step{3});
}

TEST_CASE("Medians come in halves of a step, and an entry that nobody judged has none") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  host.judge(panel, 1, 0, 2);
  host.judge(panel, 2, 0, 3);
  host.judge(panel, 1, 1, 4);
  host.close(panel);
  const auto found = results(host, panel);
  CHECK(found.entries[0].criteria[0].median == 5);
  CHECK(found.entries[0].criteria[0].spread == 1);
  CHECK_FALSE(found.entries[0].criteria[0].far_apart);
  CHECK(found.entries[1].criteria[0].median == 8);
  CHECK_FALSE(found.entries[2].criteria[0].median);
}

TEST_CASE("Scores two steps apart are worth a talk") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  host.judge(panel, 1, 0, 1);
  host.judge(panel, 2, 0, 3);
  host.close(panel);
  CHECK(results(host, panel).entries[0].criteria[0].far_apart);
}

TEST_CASE("Missing scores are listed while the panel is open, without the own organisation's") {
  PanelHost host;
  const auto panel = host.open(host.usual());
  const auto missing = [&] {
    std::string told;
    for (const auto& each :
         registry::missing_scores(host.environment, insider(), host.region, panel.panel.id)) {
      told += each.name + ":" + each.entry + " ";
    }
    return told;
  };
  host.judge(panel, 1, 0, 1);
  host.judge(panel, 1, 2, 1);
  host.judge(panel, 0, 1, 1);
  for (const std::size_t entry : {0U, 1U, 2U}) host.judge(panel, 2, entry, 1);
  CHECK(missing() == "Ani:Taman Nagari Budi:Bank Sampah Budi:Taman Nagari Citra:Taman Nagari ");
}

TEST_CASE("Agreement is told of each criterion, with the word that one has for it") {
  PanelHost host;
  auto asked = host.usual();
  asked.criteria = {"leverage", "felt", "novelty"};
  const auto panel = host.open(asked);
  for (const std::size_t member : {1U, 2U}) {
    for (const std::size_t entry : {0U, 1U, 2U, 3U}) {
      host.judge(panel, member, entry, static_cast<std::int32_t>(entry), "leverage");
      host.judge(panel, member, entry, static_cast<std::int32_t>((entry + member) % 4), "felt");
    }
  }
  host.close(panel);
  const auto agreement = results(host, panel).agreement;
  REQUIRE(agreement.size() == 3);
  CHECK(agreement[0].alpha == 1'000'000);
  CHECK(agreement[0].level == registry::AgreementLevel::kReliable);
  CHECK(agreement[1].level == registry::AgreementLevel::kLow);
  CHECK(agreement[2].level == registry::AgreementLevel::kUnknown);
}

TEST_CASE("Two panels keep their scores apart") {
  PanelHost host;
  const auto first = host.open(host.usual());
  const auto second = host.open(host.usual());
  host.judge(first, 1, 0, 1);
  host.judge(second, 1, 0, 4);
  host.close(first);
  host.close(second);
  CHECK(results(host, first).entries[0].criteria[0].median == 2);
  CHECK(results(host, second).entries[0].criteria[0].median == 8);
}
