#include "pilah/registry/people/link_cards.hpp"

#include "support/catch.hpp"
#include "unit/registry/support/reference.hpp"

using namespace pilah::tests;
namespace registry = pilah::registry;

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
