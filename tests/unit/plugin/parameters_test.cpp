#include "pilah/plugin/package/parameters.hpp"

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

TEST_CASE("What is wrong with a parameter is told with the bound that it breaks") {
  const auto told = [](const char* parameters) {
    auto object = boost::json::parse(parameters).as_object();
    const auto problems = complete_parameters(schema(), object);
    REQUIRE(problems.size() == 1);
    return problems[0].what + " " + problems[0].limit + " " + problems[0].found;
  };
  CHECK(told(R"({})") == "missing  ");
  CHECK(told(R"({"name": "x", "colour": 1})") == "unknown  colour");
  CHECK(told(R"({"name": "x", "months": 2})") == "at_least 3 2");
  CHECK(told(R"({"name": "x", "months": 37})") == "at_most 36 37");
  CHECK(told(R"({"name": "x", "months": 12.5})") == "type integer 12.5");
  CHECK(told(R"({"name": "x", "months": "dua belas"})") == "type integer dua belas");
  CHECK(told(R"({"name": ""})") == "too_short 1 0");
  CHECK(told(R"({"name": "123456"})") == "too_long 5 6");
  CHECK(told(R"({"name": "x", "share": -0.5})") == "at_least 0 -0.5");
  CHECK(told(R"({"name": "x", "way": "c"})") == "one_of a, b c");
  CHECK(told(R"({"name": "x", "list": [true, true, true]})") == "too_many 2 3");
}

TEST_CASE("A schema is told in one language, and else stays as it was written") {
  const auto schema = boost::json::parse(R"({"type": "object", "properties": {
      "zeta": {"type": "integer", "title": {"id": "Horison", "en": "Horizon"}, "default": 3},
      "title": {"type": "object", "description": "Sama", "properties": {
        "alfa": {"type": "array", "items": {
          "type": "string", "description": {"id": "Kata", "en": "A word"}}}}}}})")
                          .as_object();
  CHECK_NOTHROW(check_schema(schema, ""));
  CHECK(boost::json::serialize(schema_in(schema, SchemaLanguage::kEnglish)) ==
        R"({"type":"object","properties":{"zeta":{"type":"integer","title":"Horizon","default":3},)"
        R"("title":{"type":"object","description":"Sama","properties":{"alfa":{"type":"array",)"
        R"("items":{"type":"string","description":"A word"}}}}}})");
  const auto indonesian = schema_in(schema, SchemaLanguage::kIndonesian);
  CHECK(indonesian.at("properties").at("zeta").at("title") == "Horison");
  CHECK(schema_in({}, SchemaLanguage::kEnglish).empty());
}

TEST_CASE("A default is completed as if it had been given") {
  const auto schema = boost::json::parse(R"({"type": "object", "properties": {
      "needs": {"type": "object", "default": {},
                "properties": {"living": {"type": "integer", "default": 100}}},
      "table": {"type": "array", "default": [{"column": "stage"}],
                "items": {"type": "object", "properties": {
                  "column": {"type": "string"}, "weight": {"type": "integer", "default": 1}}}}}})")
                          .as_object();
  boost::json::object parameters;
  CHECK(complete_parameters(schema, parameters).empty());
  CHECK(parameters.at("needs").at("living") == 100);
  CHECK(parameters.at("table").at(0).at("weight") == 1);
}

TEST_CASE("Lengths of texts count characters, not bytes") {
  const auto schema =
      boost::json::parse(
          R"({"type": "object", "properties": {"a": {"type": "string", "maxLength": 2}}})")
          .as_object();
  boost::json::object parameters{{"a", "\u00E9\u00E9"}};
  CHECK(complete_parameters(schema, parameters).empty());
}

TEST_CASE("A schema with anything beyond the small language is refused") {
  const auto refused = [](const std::string& text) {
    try {
      check_schema(boost::json::parse(text).as_object(), "");
    } catch (const std::invalid_argument&) {
      return true;
    }
    return false;
  };
  const auto refused_property = [&](const std::string& schema) {
    return refused(R"({"type": "object", "properties": {"a": )" + schema + "}}");
  };
  CHECK_FALSE(refused("{}"));
  CHECK_FALSE(refused(R"({"type": "object"})"));
  CHECK_FALSE(refused_property(R"({"type": "integer", "minimum": 1, "default": 1})"));
  CHECK(refused(R"({"$ref": "#"})"));
  CHECK(refused(R"({"type": "string"})"));
  CHECK(refused(R"({"properties": {}})"));
  CHECK(refused_property(R"({"type": "string", "pattern": "(a+)+$"})"));
  CHECK(refused_property(R"({"anyOf": []})"));
  CHECK(refused_property(R"({"type": "null"})"));
  CHECK(refused_property(R"({"type": "integer", "minimum": "1"})"));
  CHECK(refused_property(R"({"type": "string", "maxLength": -1})"));
  CHECK(refused_property(R"({"type": "string", "maxLength": 1.5})"));
  CHECK_FALSE(refused_property(R"({"type": "string", "title": {"id": "a", "en": "b"}})"));
  CHECK(refused_property(R"({"type": "string", "title": 1})"));
  CHECK(refused_property(R"({"type": "string", "title": {"id": "a"}})"));
  CHECK(refused_property(R"({"type": "string", "description": {"id": "a", "en": 1}})"));
  CHECK(refused_property(R"({"type": "string", "title": {"id": "a", "en": "b", "ms": "c"}})"));
  CHECK(refused_property(R"({"type": "string", "enum": []})"));
  CHECK(refused_property(R"({"type": "string", "enum": ["a", 1]})"));
  CHECK(refused_property(R"({"type": "array"})"));
  CHECK(refused_property(R"({"type": "array", "items": true})"));
  CHECK(refused_property(R"({"type": "object", "required": [1]})"));
  CHECK(refused_property(R"({"type": "integer", "maximum": 5, "default": 6})"));
  std::string deep = R"({"type": "string"})";
  for (int i = 0; i < 9; ++i) deep = R"({"type": "array", "items": )" + deep + "}";
  CHECK(refused_property(deep));
  std::string wide = R"({"type": "object", "properties": {"a0": {"type": "string"})";
  for (int i = 1; i < 600; ++i) wide += ", \"a" + std::to_string(i) + R"(": {"type": "string"})";
  CHECK(refused(wide + "}}"));
}
