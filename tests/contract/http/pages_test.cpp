// The pages in a browser: served from a folder beside the program, when they were built.
#include <fstream>

#include "contract/http/api_client.hpp"
#include "pilah/http/api.hpp"
#include "pilah/http/pages/web_pages.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const char* const kIndex = "<!doctype html><title>Pilah</title>";
const std::string kHtml = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";

/// A server of a sample host that has pages, and one connection to it.
class ServedPages {
 public:
  ServedPages() : client_(server_.port()) {}

  ClientResponse get(std::string_view target, std::string_view headers = kHtml) {
    return client_.exchange(tests::get(server_.port(), target, headers));
  }
  ClientResponse send(std::string_view method, std::string_view target) {
    return client_.exchange(with_body(server_.port(), method, target, "{}", kHtml));
  }

 private:
  std::shared_ptr<const http::WebPages> pages() {
    std::filesystem::create_directories(folder_.path() / "assets");
    std::ofstream(folder_.path() / "index.html") << kIndex;
    std::ofstream(folder_.path() / "assets/app-1a2b.js") << std::string(5000, 'x');
    std::ofstream(folder_.path() / "assets/font-3c4d.woff2") << std::string(5000, 'y');
    std::ofstream(folder_.path() / "manifest.webmanifest") << R"({"name": "Pilah"})";
    return http::WebPages::read(folder_.path());
  }

  TemporaryFolder folder_;
  SampleHost host_;
  RunningServer server_{http::api_routes(host_.environment(), all_sentences(),
                                         std::make_shared<http::Metrics>(), pages())};
  SocketClient client_;
};

}  // namespace

TEST_CASE("A browser gets the page at every address outside of the API") {
  ServedPages pages;
  for (const char* target : {"/", "/masuk", "/inovasi/0192/sunting?bidang=health", "/set-password",
                             "/sematan-lain", "/apiary", "/%zz"}) {
    CAPTURE(target);
    const auto page = pages.get(target);
    CHECK(page.status == 200);
    CHECK(page.body == kIndex);
    CHECK(page.headers.at("content-type") == "text/html; charset=utf-8");
    CHECK(page.headers.at("cache-control") == "no-cache");
    CHECK(page.headers.at("content-security-policy") ==
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
          "form-action 'self'; frame-ancestors 'none'");
    CHECK(page.headers.at("referrer-policy") == "no-referrer");
    CHECK(page.headers.at("x-content-type-options") == "nosniff");
    CHECK(pages.get(target, kHtml + "If-None-Match: " + page.headers.at("etag") + "\r\n").status ==
          304);
  }
}

TEST_CASE("The map alone may stand in a frame of another site") {
  ServedPages pages;
  const auto map = pages.get("/sematan/13.11/peta");
  CHECK(map.body == kIndex);
  const std::string policy = map.headers.at("content-security-policy");
  CHECK(policy.find("frame-ancestors *") != std::string::npos);
  CHECK(policy.find("script-src 'self'") != std::string::npos);
}

TEST_CASE("What the pages are made of is kept for good, compressed once") {
  ServedPages pages;
  const auto script = pages.get("/assets/app-1a2b.js", "");
  CHECK(script.status == 200);
  CHECK(script.body == std::string(5000, 'x'));
  CHECK(script.headers.at("content-type") == "text/javascript; charset=utf-8");
  CHECK(script.headers.at("cache-control") == "public, max-age=31536000, immutable");
  CHECK(script.headers.at("vary") == "Accept-Encoding");
  CHECK(script.headers.at("x-content-type-options") == "nosniff");
  CHECK_FALSE(script.headers.contains("content-encoding"));

  const auto small = pages.get("/assets/app-1a2b.js", "Accept-Encoding: gzip\r\n");
  CHECK(small.headers.at("content-encoding") == "gzip");
  CHECK(small.body.size() < 100);
  CHECK(small.headers.at("etag") != script.headers.at("etag"));
  const auto again = pages.get("/assets/app-1a2b.js", "If-None-Match: " + small.headers.at("etag") +
                                                          "\r\nAccept-Encoding: gzip\r\n");
  CHECK(again.status == 304);
  CHECK(again.body.empty());

  const auto font = pages.get("/assets/font-3c4d.woff2", "Accept-Encoding: gzip\r\n");
  CHECK_FALSE(font.headers.contains("content-encoding"));
  CHECK(pages.get("/manifest.webmanifest", "").headers.at("cache-control") == "no-cache");
}

TEST_CASE("What is missing stays missing, and no address leads out of the folder") {
  ServedPages pages;
  for (const char* target :
       {"/assets/app-0000.js", "/assets/../index.html", "/assets/%2e%2e/index.html", "/assets",
        "/api/v2", "/api/v1/nothing", "/api"}) {
    CAPTURE(target);
    const auto missing = pages.get(target);
    CHECK(missing.status == 404);
    CHECK(errors_of(missing) == " http.no_such_address");
  }
  // Who asks for a picture or for data gets no page.
  CHECK(pages.get("/favicon.ico", "Accept: image/avif,*/*;q=0.8\r\n").status == 404);
  CHECK(pages.get("/masuk", "Accept: application/json\r\n").status == 404);
  CHECK(pages.send("POST", "/masuk").status == 404);
  CHECK(pages.get("/api/v1").status == 200);
  CHECK(pages.get("/healthz").body == "ok\n");
}

TEST_CASE("Without pages the host lists its addresses, and elsewhere lies nothing") {
  ApiClient api;
  const auto home = api.get("/", kHtml);
  CHECK(home.status == 200);
  CHECK(home.body.find("/api/v1/regions") != std::string::npos);
  CHECK(api.get("/masuk", kHtml).status == 404);
}
