// openapi.json against the server, in both directions. Beside these, every answer that
// any contract test gets from ApiClient is held against it.
#include "pilah/http/description/openapi.hpp"

#include <set>

#include "contract/http/api_client.hpp"
#include "contract/http/described_api.hpp"
#include "pilah/http/description/schemas.hpp"
#include "support/catch.hpp"
#include "support/json_schema.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

/// Calls `use` with each described operation: its method, path and description.
template <class Use>
void each_operation(const boost::json::object& document, Use use) {
  for (const auto& [path, operations] : document.at("paths").as_object()) {
    for (const auto& [method, operation] : operations.as_object()) {
      use(std::string(method), std::string(path), operation.as_object());
    }
  }
}

}  // namespace

TEST_CASE("Every route is described, and nothing is described that is no route") {
  ApiClient api;
  const DescribedApi described(json_of(api.get("/api/v1/openapi.json")));
  std::size_t routes = 0;
  for (const auto& route : api.server().server().routes().routes()) {
    ++routes;
    INFO(route.method << ' ' << route.pattern
                      << " has no description. Add its Operation to the file of its area in "
                         "host/http/description/operations_*.cpp, the schemas of what it answers "
                         "and takes to schemas_*.cpp, and its sentences to "
                         "registry-data/messages/api.json.");
    CHECK(described.operation(route.method, route.pattern) != nullptr);
  }
  std::size_t operations = 0;
  each_operation(described.document(),
                 [&](const auto&, const auto&, const auto&) { ++operations; });
  CHECK(operations == routes);
}

TEST_CASE("Every word of the description is there in Indonesian and in English") {
  ApiClient api;
  for (const char* language : {"id", "en"}) {
    const auto response =
        api.get("/api/v1/openapi.json", "Accept-Language: " + std::string(language) + "\r\n");
    // A sentence that nobody wrote is answered by its kind.
    const auto at = response.body.find("\"api.");
    INFO(response.body.substr(at == std::string::npos ? 0 : at, 80)
         << " is missing in registry-data/messages/api.json");
    CHECK(at == std::string::npos);
  }
}

TEST_CASE("Each operation has its own id, and each parameter a schema that takes its example") {
  ApiClient api;
  const DescribedApi described(json_of(api.get("/api/v1/openapi.json")));
  std::set<std::string> ids;
  each_operation(described.document(), [&](const std::string& method, const std::string& path,
                                           const boost::json::object& operation) {
    CAPTURE(method, path);
    CHECK(ids.insert(std::string(operation.at("operationId").as_string())).second);
    CHECK(operation.at("security").as_array().size() >= 2);
    for (const auto& parameter : operation.at("parameters").as_array()) {
      const auto& schema = parameter.at("schema").as_object();
      const auto example = http::schema::example_of(schema, {});
      CHECK(schema_errors(example, schema, described.document()) == "");
    }
  });
}

TEST_CASE("Every example is what its schema says, and every schema is used") {
  ApiClient api;
  const auto response = api.get("/api/v1/openapi.json");
  const auto document = json_of(response);
  std::size_t examples = 0;
  each_operation(document, [&](const std::string& method, const std::string& path,
                               const boost::json::object& operation) {
    CAPTURE(method, path);
    std::vector<const boost::json::value*> places;
    if (const auto* body = operation.if_contains("requestBody")) places.push_back(body);
    for (const auto& answer : operation.at("responses").as_object()) {
      places.push_back(&answer.value());
    }
    for (const auto* place : places) {
      const auto* content = place->as_object().if_contains("content");
      if (!content) continue;
      for (const auto& [media, form] : content->as_object()) {
        const auto* example = form.as_object().if_contains("example");
        if (!example) continue;
        ++examples;
        CHECK(schema_errors(*example, form.at("schema"), document) == "");
      }
    }
  });
  CHECK(examples > 20);
  for (const auto& schema : document.at("components").at("schemas").as_object()) {
    CAPTURE(schema.key());
    CHECK(response.body.find("#/components/schemas/" + std::string(schema.key()) + "\"") !=
          std::string::npos);
  }
}

TEST_CASE("The description does not change while nothing else does") {
  ApiClient api;
  const auto first = api.get("/api/v1/openapi.json");
  const auto again =
      api.get("/api/v1/openapi.json", "If-None-Match: " + first.headers.at("etag") + "\r\n");
  CHECK(again.status == 304);
}
