#include "pilah/registry/people/qr_picture.hpp"

#include <stdexcept>
#include <vector>

#include "support/catch.hpp"

using pilah::registry::qr_svg;

namespace {

/// The dark modules of the picture, without the quiet zone, as lines of '#' and '.'.
std::vector<std::string> modules_of(const std::string& svg) {
  const auto size = std::stoul(svg.substr(svg.find("viewBox=\"0 0 ") + 13)) - 8;
  std::vector<std::string> lines(size, std::string(size, '.'));
  const std::string end = "v1h-";
  for (auto at = svg.find(end); at != std::string::npos; at = svg.find(end, at + 1)) {
    const auto move = svg.rfind('M', at);
    const auto x = std::stoul(svg.substr(move + 1)) - 4;
    const auto y = std::stoul(svg.substr(svg.find(' ', move) + 1)) - 4;
    lines.at(y).replace(x, std::stoul(svg.substr(at + end.size())),
                        std::stoul(svg.substr(at + end.size())), '#');
  }
  return lines;
}

}  // namespace

TEST_CASE("A QR code has its finder patterns within a quiet zone, and is another for every text") {
  const std::string svg = qr_svg("https://pilah.example.go.id/set-password#a");
  const auto lines = modules_of(svg);
  REQUIRE(lines.size() >= 25);
  const char* const finder[] = {"#######", "#.....#", "#.###.#", "#.###.#",
                                "#.###.#", "#.....#", "#######"};
  for (std::size_t y = 0; y < 7; ++y) {
    CHECK(lines[y].substr(0, 7) == finder[y]);
    CHECK(lines[y].substr(lines.size() - 7) == finder[y]);
    CHECK(lines[lines.size() - 7 + y].substr(0, 7) == finder[y]);
  }
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(qr_svg("a") != qr_svg("b"));
  CHECK(qr_svg("a") == qr_svg("a"));
}

TEST_CASE("What no code can hold is told") {
  CHECK_THROWS_AS(qr_svg(std::string(5'000, 'x')), std::length_error);
}
