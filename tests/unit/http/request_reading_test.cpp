#include "pilah/http/request_reading.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "pilah/http/http_refusal.hpp"
#include "support/catch.hpp"

using namespace pilah::http;

namespace {

Request with_query(std::vector<std::pair<std::string, std::string>> query) {
  Request request;
  request.query = std::move(query);
  return request;
}

template <class Use>
std::string refused(Use use) {
  try {
    use();
  } catch (const HttpRefusal& refusal) {
    return std::to_string(refusal.status()) + " " + refusal.message().kind;
  } catch (const pilah::catalogue::Refusal& refusal) {
    return refusal.messages().front().kind;
  }
  return {};
}

std::string document_refused(const char* type, const char* body,
                             DocumentKind kind = DocumentKind::kWhole, const char* coding = "") {
  Request request;
  request.content_type = type;
  request.content_encoding = coding;
  request.body = body;
  return refused([&] { document_of(request, kind); });
}

}  // namespace

TEST_CASE("A document is one JSON object under its content type") {
  CHECK(document_refused("application/json", "{}").empty());
  CHECK(document_refused("Application/JSON; charset=utf-8", "{}").empty());
  CHECK(document_refused("application/merge-patch+json", "{}", DocumentKind::kPatch).empty());
  CHECK(document_refused("application/json", "{}", DocumentKind::kPatch).empty());
  CHECK(document_refused("application/merge-patch+json", "{}") == "415 http.unsupported_type");
  CHECK(document_refused("", "{}") == "415 http.unsupported_type");
  CHECK(document_refused("text/plain", "{}") == "415 http.unsupported_type");
  CHECK(document_refused("application/json", "{}", DocumentKind::kWhole, "gzip") ==
        "415 http.unsupported_type");
  CHECK(document_refused("application/json", "") == "json.syntax");
  CHECK(document_refused("application/json", "{\"a\": }") == "json.syntax");
  CHECK(document_refused("application/json", "{\"a\": \"\xFF\"}") == "json.syntax");
  CHECK(document_refused("application/json", "[]") == "http.not_an_object");
}

TEST_CASE("A parameter that the address does not know is refused, not passed over") {
  CHECK(refused([] {
          Query(with_query({{"statsu", "draft"}}), {"status"});
        }) == "400 http.unknown_parameter");
  CHECK(refused([] {
          Query(with_query({{"status", std::string("a\0b", 3)}}), {"status"});
        }) == "400 http.parameter_no_text");
  CHECK(refused([] {
          Query(with_query({{"status", "\xFF"}}), {"status"});
        }) == "400 http.parameter_no_text");
}

TEST_CASE("Values may be repeated or separated by commas") {
  const auto request = with_query({{"a", "1,2"}, {"b", "x"}, {"a", ",3"}});
  const Query query(request, {"a", "b"});
  CHECK(query.all("a") == std::vector<std::string>{"1", "2", "3"});
  CHECK(query.all("c").empty());
  CHECK(query.one("b") == "x");
  CHECK(refused([&] { query.one("a"); }) == "400 http.parameter_twice");
}

TEST_CASE("Numbers and words are held to their bounds") {
  const auto number = [](const char* text) {
    const auto request = with_query({{"limit", text}});
    return Query(request, {"limit"}).number("limit", 50, 1, 1000);
  };
  CHECK(number("1") == 1);
  CHECK(number("1000") == 1000);
  for (const char* text : {"0", "1001", "-1", "", "1x", " 1", "99999999999999999999"}) {
    CAPTURE(text);
    CHECK(refused([&] { number(text); }) == "400 http.parameter_no_number");
  }
  const auto request = with_query({{"x", "TRUE"}});
  const Query query(request, {"x", "y"});
  CHECK(refused([&] { query.yes_or_no("x"); }) == "400 http.parameter_unknown_word");
  CHECK_FALSE(query.yes_or_no("y").has_value());
}
