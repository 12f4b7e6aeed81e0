#include "pilah/http/pages/web_pages.hpp"

#include <fstream>

#include "pilah/catalogue/refusal.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah;
using namespace pilah::http;

namespace {

void put(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("A folder without an index holds no pages") {
  const tests::TemporaryFolder folder;
  CHECK(WebPages::read(folder.path()) == nullptr);
  CHECK(WebPages::read(folder.path() / "nowhere") == nullptr);
  put(folder.path() / "assets/app-1a2b.js", "let x");
  CHECK(WebPages::read(folder.path()) == nullptr);
}

TEST_CASE("Pages are found by the names that the folder had, and by no other") {
  const tests::TemporaryFolder outside;
  put(outside.path() / "secret.js", "secret");
  const tests::TemporaryFolder folder;
  const std::string script(5000, 'x');
  put(folder.path() / "index.html", "<!doctype html>");
  put(folder.path() / "assets/app-1a2b.js", script);
  put(folder.path() / "favicon.svg", "<svg/>");
  std::filesystem::create_symlink(outside.path() / "secret.js", folder.path() / "link.js");
  std::filesystem::create_directory_symlink(outside.path(), folder.path() / "more");
  const auto pages = WebPages::read(folder.path());
  REQUIRE(pages);
  CHECK(pages->index().body == "<!doctype html>");
  CHECK(pages->index().content_type == "text/html; charset=utf-8");
  const auto* app = pages->find("/assets/app-1a2b.js");
  REQUIRE(app);
  CHECK(app->body == script);
  CHECK(app->content_type == "text/javascript; charset=utf-8");
  REQUIRE(app->gzipped);
  CHECK(app->gzipped->size() < 100);
  CHECK(pages->find("/favicon.svg")->content_type == "image/svg+xml");
  put(folder.path() / "assets/later.js", "let y");
  for (const char* name :
       {"/index.html", "/assets/later.js", "/link.js", "/more/secret.js", "/assets", "/assets/",
        "assets/app-1a2b.js", "/assets/../favicon.svg", "/../secret.js", "//favicon.svg", ""}) {
    CAPTURE(name);
    CHECK(pages->find(name) == nullptr);
  }
}

TEST_CASE("Pages that are too large together are refused, saying where they lie") {
  const tests::TemporaryFolder folder;
  put(folder.path() / "index.html", std::string(600, 'x'));
  put(folder.path() / "assets/a.js", std::string(600, 'x'));
  CHECK(WebPages::read(folder.path(), 1200));
  try {
    WebPages::read(folder.path(), 1199);
    FAIL("they were taken");
  } catch (const catalogue::Refusal& refusal) {
    CHECK(refusal.messages().front().kind == "http.pages_too_large");
    CHECK(refusal.messages().front().arguments.at(0).second == folder.path().string());
  }
}
