// Lists as CSV and JSON lines, files at addresses that stay, counts for charts.
#include <algorithm>
#include <set>

#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";

std::vector<std::string> lines_of(const std::string& text, const std::string& end) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto stop = text.find(end, at);
    REQUIRE(stop != std::string::npos);
    lines.push_back(text.substr(at, stop - at));
    at = stop + end.size();
  }
  return lines;
}

struct Filled {
  ApiClient api;
  std::string dinkes = api.add_organisation("DINKES");
  std::string disdik = api.add_organisation("DISDIK");
  std::string queue = api.add_innovation(
      "=Antrean, Daring", dinkes, "health",
      R"(, "budgets": [{"year": 2026, "source": "apbd", "amount": 5000000}], "digital": true)");
  std::string school = api.add_innovation("Sekolah Sungai", disdik, "learning");
  std::string post =
      api.add_innovation("Posyandu Malam", dinkes, "health", R"(, "stage": "trial")");
};

}  // namespace

TEST_CASE("Every list answers as CSV and as JSON lines with the same rows") {
  Filled filled;
  for (const char* path :
       {"/api/v1/regions", "/organisations", "/innovations", "/coverage", "/scenarios",
        "/selections", "/counts?by=status", "/months", "/options/dimension", "/dictionary"}) {
    CAPTURE(path);
    const std::string target = std::string(path).find("/api") == 0 ? path : kRegion + path;
    const auto json = json_of(filled.api.get(target));
    std::size_t rows = 0;
    for (const auto& member : json) {
      if (member.value().is_array() && member.key() != "silent") {
        rows = member.value().as_array().size();
      }
    }
    const auto csv = filled.api.get(target, "Accept: text/csv\r\n");
    CHECK(csv.headers.at("content-type") == "text/csv; charset=utf-8; header=present");
    CHECK(lines_of(csv.body, "\r\n").size() == rows + 1);
    const auto lines = filled.api.get(target, "Accept: application/x-ndjson\r\n");
    CHECK(lines.headers.at("content-type") == "application/x-ndjson");
    CHECK(lines_of(lines.body, "\n").size() == rows);
    for (const auto& line : lines_of(lines.body, "\n")) {
      CHECK(boost::json::parse(line).is_object());
    }
  }
}

TEST_CASE("The forms of a list have tags of their own, and each is 304 to who has it") {
  Filled filled;
  std::set<std::string> tags;
  for (const char* accept : {"application/json", "text/csv", "application/x-ndjson"}) {
    const std::string header = "Accept: " + std::string(accept) + "\r\n";
    const auto first = filled.api.get(kRegion + "/innovations", header);
    CHECK(tags.insert(first.headers.at("etag")).second);
    const auto again = filled.api.get(
        kRegion + "/innovations", header + "If-None-Match: " + first.headers.at("etag") + "\r\n");
    CHECK(again.status == 304);
  }
  CHECK(tags.size() == 3);
}

TEST_CASE("A region's innovations are one CSV file that spreadsheets read") {
  Filled filled;
  const auto file = filled.api.get(kRegion + "/innovations.csv");
  CHECK(file.status == 200);
  CHECK(file.headers.at("content-type") == "text/csv; charset=utf-8; header=present");
  const auto lines = lines_of(file.body, "\r\n");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].find("id,region,name,short_name,summary,status,") == 0);
  // By name; a name that begins like a formula is a text for every spreadsheet.
  CHECK(lines[1].find(filled.queue + ",13.11,\"'=Antrean, Daring\",,Contoh.,verified,existing,"
                                     "DINKES,Dinas DINKES,,smart-living,") == 0);
  CHECK(lines[1].find(",5000000,apbd,") != std::string::npos);
  CHECK(lines[2].find("Posyandu Malam") != std::string::npos);

  const auto marked = filled.api.get(kRegion + "/innovations.csv?bom=true&stage=trial");
  CHECK(marked.body.substr(0, 3) == "\xef\xbb\xbf");
  CHECK(lines_of(marked.body, "\r\n").size() == 2);

  const auto tag = file.headers.at("etag");
  CHECK(filled.api.get(kRegion + "/innovations.csv", "If-None-Match: " + tag + "\r\n").status ==
        304);
  filled.api.add_innovation("Baru", filled.dinkes, "health");
  CHECK(filled.api.get(kRegion + "/innovations.csv", "If-None-Match: " + tag + "\r\n").status ==
        200);
}

TEST_CASE("A file by what the region does not show is refused before it begins") {
  Filled filled;
  filled.api.speak_for(registry::Caller::anonymous());
  CHECK(filled.api.get(kRegion + "/innovations.csv").status == 200);
  const auto refused = filled.api.get(kRegion + "/innovations.csv?funding=apbd");
  CHECK(refused.status == 401);
  CHECK(refused.headers.at("content-type") == "application/problem+json");
}

TEST_CASE("A file longer than a piece is whole and has no row twice") {
  ApiClient api;
  const auto owner = api.add_organisation("DINKES");
  constexpr int kMany = 600;
  for (int i = 0; i < kMany; ++i)
    api.add_innovation("Inovasi " + std::to_string(i), owner, "health");
  const auto file = api.get(kRegion + "/innovations.csv");
  auto lines = lines_of(file.body, "\r\n");
  CHECK(lines.size() == kMany + 1);
  std::sort(lines.begin(), lines.end());
  CHECK(std::unique(lines.begin(), lines.end()) == lines.end());
}

TEST_CASE("Each list has an address that ends in .csv") {
  Filled filled;
  for (const char* list : {"organisations", "coverage", "counts", "months", "dictionary"}) {
    CAPTURE(list);
    const auto file = filled.api.get(kRegion + "/" + list + ".csv");
    CHECK(file.status == 200);
    const auto asked = filled.api.get(kRegion + "/" + list, "Accept: text/csv\r\n");
    CHECK(file.body == asked.body);
  }
  CHECK(filled.api.get("/api/v1/regions.csv").body.find("13.11,Kabupaten Solok Selatan") !=
        std::string::npos);
  const auto refused = filled.api.get(kRegion + "/organisations.csv?bom=maybe");
  CHECK(errors_of(refused) == "/bom http.parameter_unknown_word");
}

TEST_CASE("Counts are flat rows with their names, and may be split and filtered") {
  Filled filled;
  const auto english = "Accept-Language: en\r\n";
  CHECK(boost::json::serialize(
            json_of(filled.api.get(kRegion + "/counts?by=dimension", english)).at("rows")) ==
        R"([{"value":"smart-living","name":"Smart Living","count":2},)"
        R"({"value":"smart-society","name":"Smart Society","count":1}])");
  CHECK(
      boost::json::serialize(
          json_of(filled.api.get(kRegion + "/counts?by=owner&split=stage", english)).at("rows")) ==
      R"([{"value":")" + filled.dinkes +
          R"(","name":"Dinas DINKES","split_value":null,"split_name":null,"count":1},)" +
          R"({"value":")" + filled.dinkes +
          R"(","name":"Dinas DINKES","split_value":"trial","split_name":"trial","count":1},)" +
          R"({"value":")" + filled.disdik +
          R"(","name":"Dinas DISDIK","split_value":null,"split_name":null,"count":1}])");
  // A filter on what is counted holds, too: a chart shows no bar that was not asked for.
  const auto filtered =
      json_of(filled.api.get(kRegion + "/counts?by=dimension&dimension=smart-living"));
  CHECK(filtered.at("rows").as_array().size() == 1);
  const auto plain = json_of(filled.api.get(kRegion + "/counts"));
  CHECK(boost::json::serialize(plain.at("rows")) ==
        R"([{"value":"verified","name":"terverifikasi","count":3}])");
  CHECK(errors_of(filled.api.get(kRegion + "/counts?by=colour")) ==
        "/facets innovation.unknown_facet");
}

TEST_CASE("Options are the values that a filter can have, in words") {
  Filled filled;
  const auto options = json_of(filled.api.get(kRegion + "/options/area")).at("options");
  CHECK(boost::json::serialize(options) ==
        R"([{"value":"health","text":"prasarana kesehatan","count":2},)"
        R"({"value":"learning","text":"ekosistem belajar","count":1}])");
  const auto digital = json_of(filled.api.get(kRegion + "/options/digital")).at("options");
  CHECK(boost::json::serialize(digital) == R"([{"value":"true","text":"digital","count":1}])");
}

TEST_CASE("Months tell how many were registered, and how many there are") {
  Filled filled;
  const auto months = json_of(filled.api.get(kRegion + "/months"));
  CHECK(boost::json::serialize(months.at("rows")) ==
        R"([{"month":"2025-06-01","count":3,"total":3}])");
  const auto one = json_of(filled.api.get(kRegion + "/months?stage=trial"));
  CHECK(boost::json::serialize(one.at("rows")) ==
        R"([{"month":"2025-06-01","count":1,"total":1}])");
  CHECK(json_of(filled.api.get("/api/v1/regions/16.02/months")).at("rows").as_array().empty());
}

TEST_CASE("Counts that have not changed are 304") {
  Filled filled;
  for (const char* path : {"/counts?by=area", "/months", "/options/owner"}) {
    CAPTURE(path);
    const auto first = filled.api.get(kRegion + path);
    const auto again =
        filled.api.get(kRegion + path, "If-None-Match: " + first.headers.at("etag") + "\r\n");
    CHECK(again.status == 304);
  }
}

TEST_CASE("The dictionary explains every column of every table in both languages") {
  ApiClient api;
  const auto dictionary = json_of(api.get(kRegion + "/dictionary"));
  CHECK(dictionary.at("revision").as_int64() == 0);
  std::size_t innovation_columns = 0;
  for (const auto& column : dictionary.at("columns").as_array()) {
    CAPTURE(column);
    // A sentence that nobody wrote is answered by its kind.
    for (const char* language : {"id", "en"}) {
      CHECK(column.at(language).as_string().find("api.column.") == std::string::npos);
    }
    innovation_columns += column.at("table").as_string() == "innovations" ? 1 : 0;
  }
  const auto header = lines_of(api.get(kRegion + "/innovations.csv").body, "\r\n").front();
  CHECK(static_cast<std::size_t>(std::count(header.begin(), header.end(), ',')) + 1 ==
        innovation_columns);
}
