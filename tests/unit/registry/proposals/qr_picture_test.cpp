#include "pilah/registry/proposals/qr_picture.hpp"

#include <stdexcept>

#include "support/catch.hpp"

using pilah::registry::qr_svg;

TEST_CASE("A QR code is drawn with its quiet zone, and its first finder pattern") {
  const std::string svg = qr_svg("https://pilah.example/api/v1/intake/x");
  CHECK(svg.find("viewBox=\"0 0 37 37\"") != std::string::npos);  // 29 modules and 2 x 4 around
  // The upper edge of the finder: seven black modules behind four white ones.
  CHECK(svg.find("M4 4h7v1h-7z") != std::string::npos);
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(qr_svg("a") != qr_svg("b"));
  CHECK(qr_svg("a") == qr_svg("a"));
}

TEST_CASE("What no code can hold is told") {
  CHECK_THROWS_AS(qr_svg(std::string(5'000, 'x')), std::runtime_error);
}
