// Lists as tables: which form is asked for, which columns there are, how CSV is written.
#include <algorithm>

#include <boost/json.hpp>

#include "pilah/http/description/schemas.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/http/tables/csv.hpp"
#include "pilah/http/tables/table_answer.hpp"
#include "support/catch.hpp"

using namespace pilah::http;

namespace {

std::string csv_of(const boost::json::value& cell) {
  std::string text;
  append_csv_row(text, {"a"}, {{"a", cell}});
  return text;
}

}  // namespace

TEST_CASE("An Accept header asks for the form with the greatest weight, else for JSON") {
  const std::vector<std::pair<const char*, TableFormat>> rows = {
      {"", TableFormat::kJson},
      {"*/*", TableFormat::kJson},
      {"application/json", TableFormat::kJson},
      {"text/csv", TableFormat::kCsv},
      {"text/csv; header=present", TableFormat::kCsv},
      {"application/x-ndjson", TableFormat::kLines},
      {"text/csv, */*;q=0.1", TableFormat::kCsv},
      {"text/csv;q=0.5, application/json", TableFormat::kJson},
      {"text/csv;q=0.9, application/x-ndjson;q=0.95", TableFormat::kLines},
      {"text/csv;q=0", TableFormat::kJson},
      {"text/html,application/xhtml+xml,*/*;q=0.8", TableFormat::kJson},
      {"text/csv;q=nonsense", TableFormat::kJson},
  };
  for (const auto& [accept, format] : rows) {
    CAPTURE(accept);
    CHECK(format_asked(accept) == format);
  }
}

TEST_CASE("Cells are quoted where RFC 4180 says so, and what is unknown is empty") {
  CHECK(csv_of("Antrean") == "Antrean\r\n");
  CHECK(csv_of("a,b") == "\"a,b\"\r\n");
  CHECK(csv_of("\"Sapu Pasa\"") == "\"\"\"Sapu Pasa\"\"\"\r\n");
  CHECK(csv_of("a\nb") == "\"a\nb\"\r\n");
  CHECK(csv_of(nullptr) == "\r\n");
  CHECK(csv_of(320'000'000) == "320000000\r\n");
  CHECK(csv_of(true) == "true\r\n");
  CHECK(csv_of(boost::json::array{"health", "a,b"}) == "\"health; a,b\"\r\n");
  std::string text;
  append_csv_row(text, {"a", "b.c", "b.d", "e"}, {{"a", 1}, {"b", {{"c", 2}}}});
  CHECK(text == "1,2,,\r\n");
}

TEST_CASE("No text cell can begin like a formula, numbers stay numbers") {
  for (const char* cell : {"=1+1", "+62", "-", "@x", "\tx", "\rx"}) {
    CAPTURE(cell);
    CHECK(csv_of(cell) == "\"'" + std::string(cell) + "\"\r\n");
  }
  CHECK(csv_of("a=b") == "a=b\r\n");
  CHECK(csv_of(-5) == "-5\r\n");
  // Within a list as well: what stands first counts.
  CHECK(csv_of(boost::json::array{"=x", "y"}) == "\"'=x; y\"\r\n");
}

TEST_CASE("The columns of a table follow from the schema of its rows") {
  const auto all = schemas();
  CHECK(columns_of("AreaCoverage", all) ==
        std::vector<std::string>{"area", "dimension", "primary", "secondary", "hole"});
  const auto region = columns_of("Region", all);
  // What the region decided about plugins is a list of objects: JSON alone has it.
  CHECK(region == std::vector<std::string>{"code", "name", "kind", "time_zone",
                                           "submission.approved_by_head", "submission.until",
                                           "publication.statuses", "publication.fields",
                                           "publication.quick_win_sets"});
  const auto innovation = columns_of("InnovationRow", all);
  CHECK(innovation.front() == "id");
  CHECK(innovation.back() == "revision");
  const auto selection = columns_of("SelectionSummary", all);
  CHECK(std::find(selection.begin(), selection.end(), "considered.candidates") != selection.end());
}

TEST_CASE("Each form of a list has its own tag, which is understood again") {
  CHECK(tag_in("\"57-1\"", TableFormat::kJson) == "\"57-1\"");
  CHECK(tag_in("\"57-1\"", TableFormat::kCsv) == "\"57-1-csv\"");
  CHECK(tag_in("\"57-1\"", TableFormat::kLines) == "\"57-1-lines\"");
  CHECK(tags_of_json("W/\"57-1-csv-gzip\", \"56-1-lines\"") == "W/\"57-1-gzip\", \"56-1\"");
}

TEST_CASE("The mark for Excel is asked for by true or false") {
  Request request;
  request.query = {{"q", "x"}, {"bom", "true"}};
  CHECK(take_mark(request));
  CHECK(request.query.size() == 1);
  CHECK_FALSE(take_mark(request));
  request.query = {{"bom", "yes"}};
  CHECK_THROWS_AS(take_mark(request), HttpRefusal);
}
