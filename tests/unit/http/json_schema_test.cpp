// The checker by which the API's answers are held against its description.
#include "support/json_schema.hpp"

#include <boost/json.hpp>

#include "pilah/http/description/schema.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::http;

namespace {

bool is_taken(const schema::Schema& schema, const char* text) {
  const boost::json::value root =
      boost::json::object{{"components", {{"schemas", {{"Code", schema::region_code()}}}}}};
  const auto errors = tests::schema_errors(boost::json::parse(text), schema, root);
  CAPTURE(text, errors);
  return errors.empty();
}

}  // namespace

TEST_CASE("A schema takes what it describes and nothing else") {
  using namespace schema;
  struct Row {
    Schema schema;
    const char* taken;
    const char* not_taken;
  };
  const std::vector<Row> rows = {
      {text("x"), R"("y")", "1"},
      {count(1), "0", "-1"},
      {whole(1), "-1", "1.5"},
      {yes_no(), "true", R"("true")"},
      {uuid(), R"("0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")", R"("0197a1b2")"},
      {date(), R"("2024-03")", R"("03/2024")"},
      {words({"a", "b"}), R"("b")", R"("c")"},
      {or_null(words({"a"})), "null", R"("b")"},
      {or_null(text("x")), "null", "1"},
      {or_null(named("Code")), "null", R"("1311")"},
      {named("Code"), R"("13.11")", R"("1311")"},
      {list(count(1)), "[1, 2]", "[1, true]"},
      {map("a", count(1)), R"({"b": 1})", R"({"b": "1"})"},
      {object({{"a", count(1)}}), R"({"a": 1})", "{}"},
      {object({{"a", count(1)}}), R"({"a": 1})", R"({"a": 1, "b": 2})"},
      {object({maybe("a", count(1))}), "{}", R"({"a": "x"})"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.schema);
    CHECK(is_taken(row.schema, row.taken));
    CHECK_FALSE(is_taken(row.schema, row.not_taken));
  }
}

TEST_CASE("A keyword that the checker does not know is an error, not passed over") {
  CHECK_FALSE(is_taken({{"maxLength", 3}}, R"("abc")"));
  CHECK_FALSE(is_taken({{"format", "email"}}, R"("abc")"));
}

TEST_CASE("A record's schema follows from its fields") {
  const auto schema = schema::of_record<catalogue::Organisation>();
  CHECK(is_taken(schema, R"({"id": "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b", "region": "13.11",
                             "kind": "opd", "name": "Dinas Kesehatan"})"));
  CHECK_FALSE(is_taken(schema, R"({"id": "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
                                   "region": "13.11", "kind": "office"})"));
  CHECK_FALSE(is_taken(schema, R"({"region": "13.11", "kind": "opd"})"));
}

TEST_CASE("What a client sends may lack what the host sets, and a patch may take away") {
  const auto organisation = schema::of_record<catalogue::Organisation>();
  const auto taken = schema::input(organisation, {"id", "region"}, {"name"});
  CHECK(is_taken(taken, R"({"name": "Dinas Kesehatan"})"));
  CHECK_FALSE(is_taken(taken, R"({"code": "DINKES"})"));
  CHECK_FALSE(is_taken(taken, R"({"name": "x", "region": "13.11"})"));
  const auto patch = schema::merge_patch(organisation, {"id", "region"});
  CHECK(is_taken(patch, R"({"valid_to": null})"));
  CHECK_FALSE(is_taken(patch, R"({"valid_to": 2024})"));
}
