#include "contract/http/api_client.hpp"

#include "pilah/http/api.hpp"
#include "pilah/http/authentication.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

namespace pilah::tests {

ApiClient::ApiClient()
    : caller_(insider()),
      server_(http::api_routes(host_.environment(), all_sentences()), options()),
      client_(server_.port()),
      described_(json_of(client_.exchange(tests::get(server_.port(), "/api/v1/openapi.json")))) {}

http::ServerOptions ApiClient::options() {
  http::ServerOptions options;
  options.spool_folder = environment().data_folder;
  options.conduct.authenticate = [this](const http::Request& request) {
    const bool signs_in = !request.authorization.empty() || !request.cookie.empty();
    return signs_in ? http::caller_of(environment(), request) : caller_;
  };
  return options;
}

ClientResponse ApiClient::checked(std::string_view method, std::string_view target,
                                  ClientResponse response) const {
  INFO(method << ' ' << target << " -> " << response.status << ' ' << response.body);
  CHECK(described_.errors(method, target, response) == "");
  return response;
}

ClientResponse ApiClient::get(std::string_view target, std::string_view headers) {
  return checked("GET", target, client_.exchange(tests::get(port(), target, headers)));
}

ClientResponse ApiClient::send(std::string_view method, std::string_view target,
                               std::string_view body, std::string_view headers,
                               std::string_view content_type) {
  return checked(method, target,
                 client_.exchange(with_body(port(), method, target, body, headers, content_type)));
}

std::string ApiClient::add_organisation(std::string_view code) {
  const auto response = send("POST", "/api/v1/regions/13.11/organisations",
                             boost::json::serialize(boost::json::object{
                                 {"code", code}, {"name", "Dinas " + std::string(code)}}));
  INFO(response.body);
  REQUIRE(response.status == 201);
  return std::string(json_of(response).at("id").as_string());
}

std::string ApiClient::add_innovation(std::string_view name, std::string_view owner,
                                      std::string_view area, std::string_view more) {
  const std::string body =
      R"({"name": ")" + std::string(name) + R"(", "owner": ")" + std::string(owner) +
      R"(", "status": "verified", "summary": "Contoh.", "mappings": [{"area": ")" +
      std::string(area) + R"(", "primary": true, "mapped_by": "person", "confirmed": true}])" +
      std::string(more) + "}";
  const auto response = send("POST", "/api/v1/regions/13.11/innovations", body);
  INFO(response.body);
  REQUIRE(response.status == 201);
  return std::string(json_of(response).at("id").as_string());
}

boost::json::object json_of(const ClientResponse& response) {
  CAPTURE(response.status, response.body);
  return boost::json::parse(response.body).as_object();
}

std::string next_of(const ClientResponse& response) {
  const auto link = response.headers.find("link");
  if (link == response.headers.end()) return {};
  const std::string_view behind = ">; rel=\"next\"";
  const auto end = link->second.find('>');
  if (link->second.compare(end, std::string::npos, behind) != 0) return "no address of a next page";
  return link->second.substr(1, end - 1);
}

std::string errors_of(const ClientResponse& response) {
  CHECK(response.headers.at("content-type") == "application/problem+json");
  const auto problem = json_of(response);
  CHECK(problem.at("status").as_int64() == response.status);
  for (const char* key : {"type", "title", "detail", "instance"}) {
    CAPTURE(key);
    CHECK_FALSE(problem.at(key).as_string().empty());
  }
  std::string errors;
  for (const auto& error : problem.at("errors").as_array()) {
    const std::string kind(error.at("kind").as_string());
    CAPTURE(kind);
    CHECK(all_sentences().knows(kind));
    errors +=
        (errors.empty() ? "" : "\n") + std::string(error.at("pointer").as_string()) + " " + kind;
  }
  return errors;
}

}  // namespace pilah::tests
