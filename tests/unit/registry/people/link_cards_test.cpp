#include "pilah/registry/people/link_cards.hpp"

#include <set>

#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah::tests;
namespace registry = pilah::registry;

namespace {

/// The dark modules of the picture, without the quiet zone, as lines of '#' and '.'.
std::vector<std::string> modules_of(const std::string& svg) {
  const auto box = svg.find("viewBox=\"0 0 ");
  const int size = std::stoi(svg.substr(box + 13)) - 8;
  std::vector<std::string> lines(static_cast<std::size_t>(size),
                                 std::string(static_cast<std::size_t>(size), '.'));
  const std::string end = "h1v1h-1z";
  for (auto at = svg.find(end); at != std::string::npos; at = svg.find(end, at + 1)) {
    const auto move = svg.rfind('M', at);
    const int x = std::stoi(svg.substr(move + 1)) - 4;
    const int y = std::stoi(svg.substr(svg.find(' ', move) + 1)) - 4;
    lines.at(static_cast<std::size_t>(y)).at(static_cast<std::size_t>(x)) = '#';
  }
  return lines;
}

}  // namespace

TEST_CASE("A QR code has its finder patterns, and is different for every link") {
  const auto lines = modules_of(registry::qr_code("https://pilah.example.go.id/set-password#a"));
  REQUIRE(lines.size() >= 25);
  const char* const finder[] = {"#######", "#.....#", "#.###.#", "#.###.#",
                                "#.###.#", "#.....#", "#######"};
  for (std::size_t y = 0; y < 7; ++y) {
    CHECK(lines[y].substr(0, 7) == finder[y]);
    CHECK(lines[y].substr(lines.size() - 7) == finder[y]);
    CHECK(lines[lines.size() - 7 + y].substr(0, 7) == finder[y]);
  }
  CHECK(registry::qr_code("a") != registry::qr_code("b"));
  CHECK_THROWS_AS(registry::qr_code(std::string(5'000, 'a')), std::length_error);
}

TEST_CASE("A card for each link, in the reader's language, and nothing from elsewhere") {
  registry::AccountRow with, without;
  with.account = pilah::catalogue::Account{{}, "dinkes", "Ani & Budi", "", false, {}};
  with.organisation = "Dinas \"Kesehatan\"";
  with.link = registry::OneTimeLink{"link-abc", 1'770'000'000'000};
  without.account = pilah::catalogue::Account{{}, "lain", "Tidak Ada", "", false, {}};
  const auto page = registry::link_cards({with, without}, "https://pilah.example.go.id",
                                         sentences(), pilah::catalogue::Language::kIndonesian);
  for (const char* part :
       {"<html lang=\"id\">", "Ani &amp; Budi", "Dinas &quot;Kesehatan&quot;", "Nama masuk: dinkes",
        "sampai 2026-02-02", "https://pilah.example.go.id/set-password#link-abc"}) {
    CAPTURE(part);
    CHECK(page.find(part) != std::string::npos);
  }
  CHECK(page.find("Tidak Ada") == std::string::npos);
  for (const char* part : {"src=", "href=", "<script", "url("}) {
    CAPTURE(part);
    CHECK(page.find(part) == std::string::npos);
  }
}
