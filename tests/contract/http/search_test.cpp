// Full text, facets and totals of the list of innovations.
#include <set>

#include "contract/http/api_client.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

const std::string kAll = "/api/v1/regions/13.11/innovations";

boost::json::object found(ApiClient& api, const std::string& query) {
  const auto response = api.get(kAll + "?" + query);
  INFO(response.body);
  REQUIRE(response.status == 200);
  return json_of(response);
}

/// The names, in their order, and the total.
std::string names(const boost::json::object& list) {
  std::string all;
  for (const auto& innovation : list.at("innovations").as_array()) {
    all += std::string(innovation.at("name").as_string()) + "; ";
  }
  return all + boost::json::serialize(list.at("total"));
}

/// A host with five innovations of two agencies.
struct SearchedHost {
  SearchedHost() {
    health = api.add_organisation("DINKES");
    roads = api.add_organisation("DISHUB");
    api.add_innovation("Antrean Puskesmas", health, "health", R"(, "applied": "2023-02")");
    api.add_innovation("Pengelolaan Sampah", health, "waste",
                       R"(, "form": "governance", "digital": false)");
    api.add_innovation("Bank Sampah", roads, "waste", R"(, "digital": true, "stage": "trial")");
    api.add_innovation("Jum'at Bersih", roads, "waste",
                       R"(, "budgets": [{"year": 2024, "source": "csr", "amount": 5000000}])");
    REQUIRE(api.send("POST", kAll, R"({"name": "Draf Sampah"})").status == 201);
  }
  ApiClient api;
  std::string health;
  std::string roads;
};

}  // namespace

TEST_CASE("A text finds every form of its words, the most relevant first, with the exact total") {
  SearchedHost host;
  CHECK(names(found(host.api, "q=mengelola%20sampah")) == "Pengelolaan Sampah; 1");
  CHECK(names(found(host.api, "q=sampah")) == "Pengelolaan Sampah; Bank Sampah; Draf Sampah; 3");
  CHECK(names(found(host.api, "q=jumat")) == "Jum'at Bersih; 1");
  CHECK(names(found(host.api, "q=pus")) == "Antrean Puskesmas; 1");
  CHECK(names(found(host.api, "q=pus%20")) == "0");
  CHECK(names(found(host.api, "q=")) ==
        "Antrean Puskesmas; Bank Sampah; Draf Sampah; Jum'at Bersih; Pengelolaan Sampah; 5");
}

TEST_CASE("What is registered is found at once, under its new words alone") {
  SearchedHost host;
  CHECK(names(found(host.api, "q=posyandu")) == "0");
  const auto created = host.api.send("POST", kAll, R"({"name": "Posyandu Remaja"})");
  auto list = found(host.api, "q=posyandu");
  CHECK(names(list) == "Posyandu Remaja; 1");
  CHECK(list.at("revision") == json_of(created).at("revision"));
  CHECK(host.api
            .send("PATCH", created.headers.at("location"), R"({"name": "Kelas Ibu"})",
                  "If-Match: *\r\n")
            .status == 200);
  CHECK(names(found(host.api, "q=posyandu")) == "0");
  CHECK(names(found(host.api, "q=kelas")) == "Kelas Ibu; 1");
}

TEST_CASE("A misspelt word is read as what something has, and the answer says so") {
  SearchedHost host;
  const auto list = found(host.api, "q=puskemas");
  CHECK(names(list) == "Antrean Puskesmas; 1");
  CHECK(boost::json::serialize(list.at("spelling")) ==
        R"([{"word":"puskemas","read_as":"puskesmas"}])");
  CHECK_FALSE(found(host.api, "q=sampah").contains("spelling"));
}

TEST_CASE("Facets count all that a text finds, each but for its own filter") {
  SearchedHost host;
  const auto facet = [&host](const std::string& query, const char* name) {
    const auto list = found(host.api, query);
    return boost::json::serialize(list.at("facets").at(name));
  };
  CHECK(facet("q=sampah&facets=status", "status") ==
        R"([{"value":"verified","count":2},{"value":"draft","count":1}])");
  CHECK(facet("q=sampah&facets=status&status=draft", "status") ==
        R"([{"value":"verified","count":2},{"value":"draft","count":1}])");
  CHECK(facet("q=sampah&facets=digital,area&status=verified", "digital") ==
        R"([{"value":"false","count":1},{"value":"true","count":1}])");
  CHECK(facet("facets=area", "area") ==
        R"([{"value":"waste","count":3},{"value":null,"count":1},{"value":"health","count":1}])");
  CHECK_FALSE(found(host.api, "q=sampah").contains("facets"));
}

TEST_CASE("Every facet can be filtered by, unknown values too") {
  SearchedHost host;
  auto& api = host.api;
  CHECK(names(found(api, "form=governance")) == "Pengelolaan Sampah; 1");
  CHECK(names(found(api, "stage=trial,applied")) == "Bank Sampah; 1");
  CHECK(names(found(api, "digital=true")) == "Bank Sampah; 1");
  CHECK(names(found(api, "year=2023&year=2024")) == "Antrean Puskesmas; 1");
  CHECK(names(found(api, "funding=csr")) == "Jum'at Bersih; 1");
  CHECK(names(found(api, "primary_area=health")) == "Antrean Puskesmas; 1");
  CHECK(names(found(api, "area=waste&dimension=smart-living")) == "0");
  CHECK(names(found(api, "unknown=owner")) == "Draf Sampah; 1");
  CHECK(names(found(api, "q=sampah&unknown=digital,form")) == "Draf Sampah; 1");
  CHECK(names(found(api, "q=sampah&owner=" + host.roads)) == "Bank Sampah; 1");
}

TEST_CASE("A list is sorted as asked for, what is unknown last") {
  SearchedHost host;
  CHECK(names(found(host.api, "sort=budget&limit=1")) == "Jum'at Bersih; 5");
  CHECK(names(found(host.api, "sort=applied&limit=1")) == "Antrean Puskesmas; 5");
  CHECK(names(found(host.api, "sort=changed&limit=2")) == "Draf Sampah; Jum'at Bersih; 5");
  CHECK(names(found(host.api, "q=sampah&sort=name&limit=1")) == "Bank Sampah; 3");
}

TEST_CASE("Pages of a search hold everything once and keep what was asked") {
  ApiClient api;
  for (int i = 0; i < 23; ++i) {
    const std::string summary = i % 3 == 0 ? R"(, "summary": "pasar pasar")" : "";
    const std::string body = R"({"name": ")" + std::string(i % 2 == 0 ? "Pasar " : "Warung ") +
                             std::to_string(i / 4) + R"(", "benefit": "pasar")" + summary + "}";
    REQUIRE(api.send("POST", kAll, body).status == 201);
  }
  for (const char* sort : {"", "&sort=name", "&sort=changed", "&sort=budget"}) {
    CAPTURE(sort);
    std::set<std::string> seen;
    std::size_t entries = 0;
    std::string target = kAll + "?q=pasar&limit=4&facets=status" + sort;
    for (int pages = 0; !target.empty(); ++pages) {
      REQUIRE(pages < 7);
      const auto response = api.get(target);
      REQUIRE(response.status == 200);
      const auto list = json_of(response);
      CHECK(list.at("total") == 23);
      for (const auto& innovation : list.at("innovations").as_array()) {
        seen.insert(std::string(innovation.at("id").as_string()));
        ++entries;
      }
      target = next_of(response);
      CHECK(list.at("next").is_null() == target.empty());
      // Something else comes in between and changes nothing of the pages.
      if (pages == 1) CHECK(api.send("POST", kAll, R"({"name": "Lain"})").status == 201);
    }
    CHECK(seen.size() == 23);
    CHECK(entries == 23);
  }
}

TEST_CASE("A search that cannot be understood is 400, at its parameter") {
  ApiClient api;
  for (const auto& [query, errors] :
       {std::pair{"q=a&q=b", "/q http.parameter_twice"},
        {"q=%ff", "/q http.parameter_no_text"},
        {"facets=colour", "/facets innovation.unknown_facet"},
        {"unknown=colour", "/unknown innovation.unknown_facet"},
        {"sort=colour", "/sort innovation.unknown_sort"},
        {"form=aplikasi", "/form http.parameter_unknown_word"},
        {"stage=x", "/stage http.parameter_unknown_word"},
        {"funding=x", "/funding http.parameter_unknown_word"},
        {"digital=yes", "/digital http.parameter_unknown_word"},
        {"year=20x", "/year http.parameter_no_number"},
        {"year=99999999999", "/year http.parameter_no_number"},
        {"primary_area=kesehatan", "/primary_area innovation.unknown_area"},
        {"q=a&after=nonsense", "/after search.bad_cursor"},
        {"sort=budget&after=R5-00000000000000000000000000000000", "/after search.bad_cursor"}}) {
    CAPTURE(query);
    const auto response = api.get(kAll + "?" + query);
    CHECK(response.status == 400);
    CHECK(errors_of(response) == errors);
  }
  CHECK(errors_of(api.get(kAll + "?q=" + std::string(1'001, 'a'))) == "/q search.text_too_long");
  std::string words;
  for (int i = 0; i < 33; ++i) words += "kata" + std::to_string(i) + "%20";
  CHECK(errors_of(api.get(kAll + "?q=" + words)) == "/q search.too_many_words");
}

TEST_CASE("A list that has not changed is 304, until something of its region changes") {
  SearchedHost host;
  auto& api = host.api;
  for (const std::string query : {"", "?q=sampah&facets=status", "?limit=2", "?sort=changed"}) {
    CAPTURE(query);
    const auto first = api.get(kAll + query);
    const auto again = api.get(kAll + query, "If-None-Match: " + first.headers.at("etag") + "\r\n");
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.headers.at("etag") == first.headers.at("etag"));
    CHECK(again.headers.at("cache-control") == "private, no-cache");
    api.add_organisation("X" + std::to_string(query.size()));
    CHECK(api.get(kAll + query, "If-None-Match: " + first.headers.at("etag") + "\r\n").status ==
          200);
  }
  // What cannot be understood is no list, whatever the client has.
  const auto tag = api.get(kAll + "?q=x").headers.at("etag");
  CHECK(api.get(kAll + "?statsu=draft", "If-None-Match: " + tag + "\r\n").status == 400);
}

TEST_CASE("A list without its total has another tag than the whole one") {
  ApiClient api;
  const auto from_store = api.get(kAll);
  CHECK(json_of(from_store).at("total").is_null());
  CHECK(api.get(kAll + "?q=x").status == 200);
  const auto whole = api.get(kAll, "If-None-Match: " + from_store.headers.at("etag") + "\r\n");
  CHECK(whole.status == 200);
  CHECK(json_of(whole).at("total") == 0);
}

TEST_CASE("One region's search shows nothing of another") {
  SearchedHost host;
  const auto other =
      json_of(host.api.get("/api/v1/regions/16.02/innovations?q=sampah&facets=status"));
  CHECK(other.at("total") == 0);
  CHECK(other.at("facets").at("status").as_array().empty());
}
