#include "pilah/plugin/parameters.hpp"

#include <stdexcept>

#include <boost/json.hpp>

#include "support/catch.hpp"

using namespace pilah::plugin;

namespace {

const boost::json::object& schema() {
  static const auto read = boost::json::parse(R"({"type": "object", "required": ["name"],
    "properties": {
      "months": {"type": "integer", "minimum": 3, "maximum": 36, "default": 12},
      "name": {"type": "string", "minLength": 1, "maxLength": 5},
      "share": {"type": "number", "minimum": 0},
      "way": {"type": "string", "enum": ["a", "b"]},
      "list": {"type": "array", "maxItems": 2, "items": {"type": "boolean"}},
      "inner": {"type": "object", "properties": {"x": {"type": "integer", "default": 1}}}}})")
                               .as_object();
  return read;
}

std::string problems(const char* parameters) {
  auto object = boost::json::parse(parameters).as_object();
  std::string all;
  for (const auto& problem : complete_parameters(schema(), object)) {
    all += (all.empty() ? "" : " ") + problem.pointer;
  }
  return all;
}

}  // namespace

TEST_CASE("Parameters that meet their schema are taken, defaults filled in") {
  auto parameters = boost::json::parse(R"({"name": "x", "inner": {}})").as_object();
  CHECK(complete_parameters(schema(), parameters).empty());
  CHECK(parameters.at("months") == 12);
  CHECK(parameters.at("inner").at("x") == 1);
  CHECK_FALSE(parameters.contains("share"));
}

TEST_CASE("Each parameter that does not meet its schema is named by its pointer") {
  CHECK(problems(R"({})") == "/name");
  CHECK(problems(R"({"name": "x", "colour": 1})") == "/colour");
  CHECK(problems(R"({"name": "x", "months": 2})") == "/months");
  CHECK(problems(R"({"name": "x", "months": 37})") == "/months");
  CHECK(problems(R"({"name": "x", "months": "12"})") == "/months");
  CHECK(problems(R"({"name": "x", "months": 12.5})") == "/months");
  CHECK(problems(R"({"name": ""})") == "/name");
  CHECK(problems(R"({"name": "123456"})") == "/name");
  CHECK(problems(R"({"name": "x", "share": -0.5})") == "/share");
  CHECK(problems(R"({"name": "x", "way": "c"})") == "/way");
  CHECK(problems(R"({"name": "x", "list": [true, 1]})") == "/list/1");
  CHECK(problems(R"({"name": "x", "list": [true, true, true]})") == "/list");
  CHECK(problems(R"({"name": "x", "inner": {"y": 1}})") == "/inner/y");
}

TEST_CASE("A schema with a keyword beyond the small language is refused") {
  const auto refused = [](const char* text) {
    try {
      check_schema(boost::json::parse(text).as_object(), "");
    } catch (const std::invalid_argument&) {
      return true;
    }
    return false;
  };
  CHECK(refused(R"({"$ref": "#"})"));
  CHECK(refused(R"({"type": "string", "pattern": "(a+)+$"})"));
  CHECK(refused(R"({"type": "object", "properties": {"a": {"anyOf": []}}})"));
  CHECK(refused(R"({"type": "null"})"));
  CHECK(refused(R"({"properties": {}})"));
  std::string deep = R"({"type": "string"})";
  for (int i = 0; i < 9; ++i) deep = R"({"type": "array", "items": )" + deep + "}";
  CHECK(refused(deep.c_str()));
  CHECK_FALSE(refused("{}"));
}
