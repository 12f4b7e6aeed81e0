#include "pilah/http/problem.hpp"

#include <boost/json.hpp>

#include "support/catch.hpp"
#include "support/registry_data.hpp"

using namespace pilah::http;
using namespace pilah::catalogue;

namespace {

Sentences sentences() {
  Sentences all;
  all.add(pilah::tests::registry_data("messages/http.json"));
  all.add(R"({"a.b": {"id": "Salah {x}.", "en": "Wrong {x}."}})");
  return all;
}

int status(RefusalKind kind, const char* message = "a.b", bool in_query = false) {
  return status_of(Refusal(kind, Message{message, {}, ""}), in_query);
}

}  // namespace

TEST_CASE("Each kind of refusal has its status") {
  CHECK(status(RefusalKind::kInvalid) == 422);
  CHECK(status(RefusalKind::kInvalid, "json.syntax") == 400);
  CHECK(status(RefusalKind::kInvalid, "a.b", true) == 400);
  CHECK(status(RefusalKind::kNotFound) == 404);
  CHECK(status(RefusalKind::kConflict) == 409);
  CHECK(status(RefusalKind::kStale) == 412);
  CHECK(status(RefusalKind::kForbidden) == 403);
  CHECK(status(RefusalKind::kUnavailable) == 503);
}

TEST_CASE("A problem says what, where and what kind, in the language asked for") {
  const auto response =
      problem(422, {{"a.b", {{"x", "1"}}, "/name"}}, "/api/v1/x", sentences(), Language::kEnglish);
  CHECK(response.status == 422);
  CHECK(response.content_type == "application/problem+json");
  CHECK(response.body ==
        R"({"type":"urn:pilah:problem:invalid","title":"The content needs correction",)"
        R"("status":422,"detail":"Wrong 1.","instance":"/api/v1/x","errors":)"
        R"([{"pointer":"/name","message":"Wrong 1.","kind":"a.b"}]})");
  const auto indonesian =
      problem(422, {{"a.b", {{"x", "1"}}, "/name"}}, "", sentences(), Language::kIndonesian);
  CHECK(indonesian.body.find("Salah 1.") != std::string::npos);
  CHECK(indonesian.body.find("instance") == std::string::npos);
}

TEST_CASE("Several errors are counted in the detail and told one by one") {
  const auto response =
      problem(422, {{"a.b", {}, "/a"}, {"a.b", {}, "/b"}}, "", sentences(), Language::kEnglish);
  const auto document = boost::json::parse(response.body).as_object();
  CHECK(document.at("detail").as_string() == "2 things need to be corrected; see errors.");
  CHECK(document.at("errors").as_array().size() == 2);
}

TEST_CASE("Bytes that are no text do not make a problem unreadable") {
  const auto response =
      problem(400, {{"a.b", {{"x", "\xFF\x01"}}, ""}}, "", sentences(), Language::kEnglish);
  boost::json::error_code error;
  boost::json::parse(response.body, error);
  CHECK_FALSE(error);
}

TEST_CASE("Every status that the server gives has a title in both languages") {
  const auto all = sentences();
  for (const int code :
       {400, 403, 404, 405, 408, 409, 412, 413, 414, 415, 417, 422, 428, 431, 500, 501, 503, 505}) {
    CAPTURE(code);
    const auto response = problem(code, {{"a.b", {}, ""}}, "", all, Language::kEnglish);
    CHECK(response.body.find("http.title_") == std::string::npos);
    CHECK_FALSE(reason_phrase(code).empty());
  }
}
