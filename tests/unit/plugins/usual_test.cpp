#include "pilah/usual.hpp"

#include "support/catch.hpp"

namespace usual = pilah::usual;

TEST_CASE("What takes no longer than a quick start is worth 1, what takes the horizon 0") {
  CHECK(usual::soon(1, 6, 24).value == 1.0);
  CHECK(usual::soon(6, 6, 24).value == 1.0);
  CHECK(usual::soon(15, 6, 24).value == 0.5);
  CHECK(usual::soon(24, 6, 24).value == 0.0);
  CHECK(usual::soon(240, 6, 24).value == 0.0);
  CHECK(usual::soon(15, 6, 24).why_en == "duration 15 of 24 months");
}

TEST_CASE("A horizon within the quick months still tells quick from late") {
  CHECK(usual::soon(6, 6, 6).value == 1.0);
  CHECK(usual::soon(7, 6, 6).value == 0.0);
}

TEST_CASE("Readiness is the mean of the pillars that are known") {
  CHECK(usual::mean_readiness({4, 2, 0}) == 2.0);
  CHECK(usual::mean_readiness({std::nullopt, 3, std::nullopt}) == 3.0);
  CHECK_FALSE(usual::mean_readiness({std::nullopt, std::nullopt}));
  CHECK(usual::ready(3.0).value == 0.75);
}

TEST_CASE("What nobody knows stays unknown") {
  CHECK_FALSE(usual::soon(std::nullopt, 6, 24).value);
  CHECK_FALSE(usual::ready(std::nullopt).value);
  CHECK_FALSE(usual::running(std::nullopt).value);
  CHECK_FALSE(usual::felt(false, false).value);
  CHECK_FALSE(usual::measurable(std::nullopt, std::nullopt).value);
  CHECK_FALSE(usual::in_rpjmd(std::nullopt).value);
  CHECK_FALSE(usual::aligned(std::nullopt, std::nullopt).value);
}

TEST_CASE("One part of two is worth half") {
  CHECK(usual::felt(true, true, 0.8).value == 0.8);
  CHECK(usual::felt(true, false, 0.8).value == 0.4);
  CHECK(usual::aligned(true, true).value == 1.0);
  CHECK(usual::aligned(std::nullopt, true).value == 0.5);
  CHECK(usual::aligned(false, false).value == 0.0);
}

TEST_CASE("An indicator with baseline and target counts fully, one without a little") {
  CHECK(usual::measurable(3, 1).value == 1.0);
  CHECK(usual::measurable(3, 0).value == 0.4);
  CHECK(usual::measurable(0, std::nullopt).value == 0.0);
}
