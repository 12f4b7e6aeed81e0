#include "pilah/registry/plugins/plugin_failures.hpp"

#include <string>

#include "support/catch.hpp"

using namespace pilah;
using registry::PluginFailures;

namespace {

registry::PluginFailure failure(std::int64_t at) {
  return {at, *catalogue::RegionCode::parse("13.11"), "1.0.0", {"plugin.timed_out", {}, ""}};
}

}  // namespace

TEST_CASE("What went wrong last is told first, and only so much of it is kept") {
  PluginFailures failures;
  CHECK(failures.of("cepat").empty());
  for (std::int64_t at = 1; at <= 25; ++at) failures.note("cepat", failure(at));
  const auto told = failures.of("cepat");
  REQUIRE(told.size() == PluginFailures::kMostOfOne);
  CHECK(told.front().at == 25);
  CHECK(told.back().at == 6);
  CHECK(failures.of("lain").empty());
}

TEST_CASE("Failures are kept of a bounded number of plugins") {
  PluginFailures failures;
  for (std::size_t i = 0; i < PluginFailures::kMostPlugins; ++i) {
    failures.note("rule-" + std::to_string(i), failure(1));
  }
  failures.note("one-more", failure(2));
  CHECK(failures.of("one-more").empty());
  failures.note("rule-0", failure(2));
  CHECK(failures.of("rule-0").size() == 2);
}
