#include "contract/http/api_client.hpp"
#include "pilah/store/store.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const std::string kPdf = "%PDF-1.4\nisi";

struct Entry {
  std::string place;
  std::string tag;
};

Entry entry_with_indicator(ApiClient& api) {
  const auto created = api.send("POST", "/api/v1/regions/13.11/innovations", R"({"name": "a",
    "benefit": "cepat", "indicators": [{"definition": "waktu",
      "measured": [{"date": "2024-01", "value": "5"}, {"date": "2025-01", "value": "2"}]}]})");
  REQUIRE(created.status == 201);
  return {created.headers.at("location"), created.headers.at("etag")};
}

ClientResponse upload(ApiClient& api, const Entry& entry, const std::string& bytes,
                      const std::string& query = "?field=/benefit&file_name=bukti%20lapangan.pdf") {
  return api.send("POST", entry.place + "/evidence" + query, bytes,
                  "If-Match: " + entry.tag + "\r\n", "application/octet-stream");
}

/// Its address.
std::string verified_entry(ApiClient& api) {
  const auto id =
      api.add_innovation("a", api.add_organisation("DINKES"), "health", R"(, "benefit": "cepat")");
  return "/api/v1/innovations/" + id;
}

int step(ApiClient& api, const Entry& entry, const char* method, const std::string& name) {
  return api.send(method, entry.place + name, "", "If-Match: *\r\n").status;
}

int files_kept(ApiClient& api) {
  int count = 0;
  api.environment().store.evidence().each([&](const std::string&) { ++count; });
  return count;
}

}  // namespace

TEST_CASE("A file proves a field, it is served as what its bytes are, and nothing in it runs") {
  ApiClient api;
  const auto entry = entry_with_indicator(api);
  const auto added = upload(api, entry, kPdf);
  REQUIRE(added.status == 201);
  const auto evidence = json_of(added).at("evidence").at(0);
  CHECK(evidence.at("media_type") == "application/pdf");
  CHECK(evidence.at("file_name") == "bukti lapangan.pdf");
  CHECK(evidence.at("field") == "/benefit");
  CHECK(evidence.at("size") == kPdf.size());

  const auto file = api.get(added.headers.at("location"));
  REQUIRE(file.status == 200);
  CHECK(file.body == kPdf);
  CHECK(file.headers.at("content-type") == "application/pdf");
  CHECK(file.headers.at("content-disposition") == "inline; filename*=UTF-8''bukti%20lapangan.pdf");
  CHECK(file.headers.at("x-content-type-options") == "nosniff");
  CHECK(file.headers.at("content-security-policy").find("sandbox") == 0);

  const auto claims = json_of(api.get(entry.place + "/evidence")).at("claims").as_array();
  REQUIRE(claims.size() == 2);
  CHECK(claims[0].at("field") == "/benefit");
  CHECK(claims[0].at("proven") == true);
  CHECK(claims[0].at("files").as_array().size() == 1);
  CHECK(claims[1].at("proven") == false);
}

TEST_CASE("A file of many megabytes comes in and goes out as it is, and is not sent twice") {
  ApiClient api;
  const auto entry = entry_with_indicator(api);
  std::string bytes = kPdf;
  for (int i = 0; bytes.size() < 5'000'000; ++i) bytes += std::to_string(i) + ' ';
  const auto added = upload(api, entry, bytes);
  REQUIRE(added.status == 201);
  const auto place = added.headers.at("location");
  const auto file = api.get(place);
  CHECK(file.body == bytes);
  CHECK(api.get(place, "If-None-Match: " + file.headers.at("etag") + "\r\n").status == 304);
  CHECK(api.send("HEAD", place, "").body.empty());
  CHECK(files_kept(api) == 1);
}

TEST_CASE("Text is offered to be saved, a page, a picture with scripts and a program are refused") {
  ApiClient api;
  const auto entry = entry_with_indicator(api);
  const std::vector<std::string> refused_files{"<html><script>alert(1)</script>",
                                               "  <svg onload=\"alert(1)\"/>",
                                               "\xEF\xBB\xBF<!doctype html>",
                                               "\x7F"
                                               "ELF\x02\x01",
                                               "MZ\x90",
                                               "PK\x03\x04 any archive",
                                               std::string("a\0b", 3),
                                               std::string()};
  for (const auto& bytes : refused_files) {
    CAPTURE(bytes);
    const auto refused = upload(api, entry, bytes);
    CHECK(refused.status == 422);
    CHECK(errors_of(refused) == " evidence.unknown_type");
  }
  const auto text =
      upload(api, entry, "kolom;nilai\n1;2\n", "?field=/benefit&file_name=..%2Fa.html");
  REQUIRE(text.status == 201);
  const auto file = api.get(text.headers.at("location"));
  CHECK(file.headers.at("content-type") == "text/plain; charset=utf-8");
  CHECK(file.headers.at("content-disposition") == "attachment; filename*=UTF-8''a.html");
}

TEST_CASE("A file is for a field that is filled in, from the revision that was read") {
  ApiClient api;
  const auto entry = entry_with_indicator(api);
  for (const char* field : {"/uniqueness", "/indicators/1", "benefit", "/", "/nothing"}) {
    CAPTURE(field);
    const auto refused = upload(api, entry, kPdf, "?file_name=a.pdf&field=" + std::string(field));
    CHECK(refused.status == 422);
    CHECK(errors_of(refused) == "/field evidence.no_such_field");
  }
  CHECK(upload(api, entry, kPdf, "?field=/benefit").status == 400);
  CHECK(api.send("POST", entry.place + "/evidence?field=/benefit&file_name=a", kPdf).status == 428);
  REQUIRE(upload(api, entry, kPdf).status == 201);
  CHECK(upload(api, entry, kPdf).status == 412);
}

TEST_CASE("A file that is taken out is gone, unless another entry names it") {
  ApiClient api;
  const auto one = entry_with_indicator(api);
  const auto other = entry_with_indicator(api);
  const auto added = upload(api, one, kPdf);
  const auto also = upload(api, other, kPdf);
  REQUIRE(also.status == 201);
  const auto match = [](const ClientResponse& response) {
    return "If-Match: " + response.headers.at("etag") + "\r\n";
  };
  const auto gone = api.send("DELETE", added.headers.at("location"), "", match(added));
  REQUIRE(gone.status == 200);
  CHECK_FALSE(json_of(gone).contains("evidence"));
  CHECK(api.get(added.headers.at("location")).status == 404);
  CHECK(api.get(also.headers.at("location")).status == 200);
  CHECK(api.send("DELETE", added.headers.at("location"), "", match(gone)).status == 404);
}

TEST_CASE("What is added to or taken from a verified entry is published once that is verified") {
  ApiClient api;
  const Entry entry{verified_entry(api), "*"};
  const auto added = upload(api, entry, kPdf);
  REQUIRE(added.status == 201);
  const std::string file = added.headers.at("location");
  CHECK_FALSE(json_of(api.get(entry.place)).contains("evidence"));
  CHECK(json_of(api.get(entry.place)).at("status") == "verified");
  const auto waiting = json_of(api.get(entry.place + "/evidence"));
  CHECK(waiting.at("pending") == true);
  CHECK(waiting.at("claims").at(0).at("proven") == true);
  CHECK(api.get(file).body == kPdf);

  REQUIRE(step(api, entry, "POST", "/submit") == 200);
  CHECK(upload(api, entry, "%PDF-1.4 another").status == 409);
  REQUIRE(step(api, entry, "POST", "/verify") == 200);
  CHECK(json_of(api.get(entry.place)).at("evidence").as_array().size() == 1);

  REQUIRE(api.send("DELETE", file, "", "If-Match: *\r\n").status == 200);
  CHECK(json_of(api.get(entry.place)).at("evidence").as_array().size() == 1);
  CHECK(api.get(file).status == 200);
  REQUIRE(step(api, entry, "POST", "/submit") == 200);
  REQUIRE(step(api, entry, "POST", "/verify") == 200);
  CHECK_FALSE(json_of(api.get(entry.place)).contains("evidence"));
  CHECK(api.get(file).status == 404);
  CHECK(files_kept(api) == 0);
  CHECK(api.environment().store.verify().findings.empty());
}

TEST_CASE("A newer version that is dropped takes along the files that it alone names") {
  ApiClient api;
  const Entry entry{verified_entry(api), "*"};
  REQUIRE(upload(api, entry, kPdf).status == 201);
  REQUIRE(step(api, entry, "POST", "/submit") == 200);
  REQUIRE(step(api, entry, "POST", "/verify") == 200);
  REQUIRE(upload(api, entry, "%PDF-1.4 another").status == 201);
  CHECK(files_kept(api) == 2);
  REQUIRE(step(api, entry, "DELETE", "/pending") == 200);
  CHECK(files_kept(api) == 1);
  CHECK(json_of(api.get(entry.place)).at("evidence").as_array().size() == 1);
  CHECK(api.environment().store.verify().findings.empty());
}

TEST_CASE("A file is everybody's once its entry is published and the region has opened evidence") {
  ApiClient api;
  const Entry entry{verified_entry(api), "*"};
  const auto added = upload(api, entry, kPdf);
  REQUIRE(added.status == 201);
  REQUIRE(step(api, entry, "POST", "/submit") == 200);
  REQUIRE(step(api, entry, "POST", "/verify") == 200);
  const auto waiting = upload(api, entry, "%PDF-1.4 another");
  const std::string draft = entry_with_indicator(api).place;
  const auto of_draft = upload(api, {draft, "*"}, "%PDF-1.4 draft");
  REQUIRE(of_draft.status == 201);
  const std::string publication = "/api/v1/regions/13.11/publication";
  auto open = json_of(api.get(publication));
  const auto status_of = [&](const ClientResponse& upload) {
    api.speak_for(registry::Caller::anonymous());
    const int status = api.get(upload.headers.at("location")).status;
    api.speak_for(registry::Caller::with_data_folder("test"));
    return status;
  };
  CHECK(status_of(added) == 401);
  open.erase("always");
  open.at("fields").as_array().emplace_back("evidence");
  const auto opened = api.send("PUT", publication, boost::json::serialize(open));
  INFO(opened.body);
  REQUIRE(opened.status == 200);
  CHECK(status_of(added) == 200);
  CHECK(status_of(waiting) == 404);   // not published yet
  CHECK(status_of(of_draft) == 401);  // nor is its entry
}

TEST_CASE("Evidence and verified values come by their own addresses alone") {
  ApiClient api;
  const auto entry = entry_with_indicator(api);
  const auto added = upload(api, entry, kPdf);
  const auto patch = [&](const std::string& document) {
    return errors_of(
        api.send("PATCH", entry.place, document, "If-Match: " + added.headers.at("etag") + "\r\n"));
  };
  CHECK(patch(R"({"evidence": null})") == "/evidence evidence.not_by_document");
  CHECK(patch(R"({"evidence": [{"sha256": ")" + std::string(64, 'a') + R"("}]})") ==
        "/evidence evidence.not_by_document");
  CHECK(patch(R"({"indicators": [{"definition": "waktu",
                  "verified": [{"date": "2025-01", "value": "1"}]}]})") ==
        "/indicators/0/verified evidence.verified_not_by_document");
}

TEST_CASE("What a verifier found stands beside what the owner claims") {
  ApiClient api;
  const auto entry = entry_with_indicator(api);
  const auto found = api.send("PUT", entry.place + "/indicators/0/verified",
                              R"({"verified": [{"date": "2025-01", "value": "3"}]})",
                              "If-Match: " + entry.tag + "\r\n");
  REQUIRE(found.status == 200);
  const auto claim = json_of(api.get(entry.place + "/evidence")).at("claims").at(1);
  CHECK(claim.at("claimed") == boost::json::parse(R"({"date": "2025-01", "value": "2"})"));
  CHECK(claim.at("verified") == boost::json::parse(R"({"date": "2025-01", "value": "3"})"));
  CHECK(api.send("PUT", entry.place + "/indicators/9/verified", R"({"verified": []})",
                 "If-Match: " + found.headers.at("etag") + "\r\n")
            .status == 422);
}
