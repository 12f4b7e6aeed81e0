// Lists that agencies have already, sent as files, and accounts for those on them.
#include <set>

#include "contract/http/api_client.hpp"
#include "pilah/http/percent_encoding.hpp"
#include "pilah/registry/intake/sent_list.hpp"
#include "pilah/registry/list_words.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

const std::string kRegion = "/api/v1/regions/13.11";
const std::string kInnovations = kRegion + "/lists/innovations?file_name=daftar.csv";
const std::string kOrganisations = kRegion + "/lists/organisations?file_name=opd.csv";

const char* const kList =
    "No,Nama Inovasi,OPD,Manfaat\n"
    "1,Bank Sampah,DLH,Sampah berkurang\n"
    "2,,DINKES,Antrean lebih pendek\n"
    "3,Posyandu Remaja,DINKES,\n";

ClientResponse send_list(ApiClient& api, const std::string& address, const std::string& list) {
  return api.send("POST", address, list, "Accept-Language: en\r\n", "text/csv");
}

std::size_t innovations(ApiClient& api) {
  return json_of(api.get(kRegion + "/innovations")).at("innovations").as_array().size();
}

boost::json::object column_named(const boost::json::object& document, const char* name) {
  for (const auto& column : document.at("columns").as_array()) {
    if (column.at("column") == name) return column.as_object();
  }
  return {};
}

/// Three organisations: an agency, and two villages of which one has ended.
void add_organisations(ApiClient& api) {
  const auto answer = send_list(api, kOrganisations,
                                "kode,nama,jenis,berlaku sampai\n"
                                "DLH,Dinas Lingkungan Hidup,opd,\n"
                                "N1,Nagari Satu,nagari,\n"
                                "N2,Nagari Dua,nagari,2019\n");
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  REQUIRE(json_of(answer).at("added") == 3);
}

std::set<std::string> organisations_of(const boost::json::object& document) {
  std::set<std::string> names;
  for (const auto& row : document.at("rows").as_array()) {
    names.emplace(row.at("organisation").as_string());
  }
  return names;
}

}  // namespace

TEST_CASE("A list is looked at before it is taken: columns, samples, the fate of each row") {
  ApiClient api;
  const auto answer = send_list(api, kInnovations + "&dry_run=true", kList);
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto document = json_of(answer);
  CHECK(document.at("dry_run") == true);
  CHECK(document.at("added") == 2);
  CHECK(document.at("rejected") == 1);
  CHECK(document.at("list") == "daftar.csv");
  const auto name = column_named(document, "Nama Inovasi");
  CHECK(name.at("field") == "name");
  CHECK(name.at("samples") == boost::json::array{"Bank Sampah", "Posyandu Remaja"});
  CHECK(column_named(document, "No").at("field").is_null());
  CHECK(column_named(document, "OPD").at("samples") == boost::json::array{"DLH", "DINKES"});
  REQUIRE(document.at("rows").as_array().size() == 3);
  const auto& rejected = document.at("rows").at(1).as_object();
  CHECK(rejected.at("row") == 3);
  CHECK(rejected.at("fate") == "rejected");
  CHECK(rejected.at("column") == "Nama Inovasi");
  CHECK(rejected.at("cells") == boost::json::array{"2", "", "DINKES", "Antrean lebih pendek"});
  CHECK_FALSE(document.at("rows").at(0).as_object().contains("cells"));
  CHECK(document.at("rows_left_out") == 0);
  bool has_label = false;
  for (const auto& field : document.at("fields").as_array()) {
    has_label = has_label || (field.at("field") == "benefit" && field.at("label") == "Benefit");
  }
  CHECK(has_label);
  CHECK(innovations(api) == 0);
}

TEST_CASE("A list is taken, and taken again it changes nothing") {
  ApiClient api;
  const auto first = json_of(send_list(api, kInnovations, kList));
  CHECK(first.at("added") == 2);
  CHECK(first.at("dry_run") == false);
  CHECK(innovations(api) == 2);
  const std::string id(first.at("rows").at(0).at("id").as_string());
  CHECK(json_of(api.get("/api/v1/innovations/" + id)).at("name") == "Bank Sampah");
  const auto again = json_of(send_list(api, kInnovations, kList));
  CHECK(again.at("unchanged") == 2);
  CHECK(again.at("rejected") == 1);
  CHECK(innovations(api) == 2);
}

TEST_CASE("A list whose columns nobody knows tells them, and is taken once they are named") {
  ApiClient api;
  const std::string list = "Judul Kegiatan Hebat,Kantor,Ket\nBank Sampah,DLH,baik\n";
  const auto refused = send_list(api, kInnovations, list);
  INFO(refused.body);
  CHECK(refused.status == 422);
  CHECK(errors_of(refused) == " intake.no_header");
  const auto problem = json_of(refused);
  const auto title = column_named(problem, "Judul Kegiatan Hebat");
  REQUIRE_FALSE(title.empty());
  CHECK(title.at("field").is_null());
  CHECK(title.at("samples") == boost::json::array{"Bank Sampah"});
  CHECK(problem.at("fields").as_array().size() > 20);

  const auto columns = http::percent_encoded(R"({"Judul Kegiatan Hebat": "name", "Ket": null})");
  const auto taken = send_list(api, kInnovations + "&columns=" + columns, list);
  INFO(taken.body);
  REQUIRE(taken.status == 200);
  CHECK(json_of(taken).at("added") == 1);
  CHECK(column_named(json_of(taken), "Ket").at("field").is_null());
  CHECK(innovations(api) == 1);
}

TEST_CASE("A list that is none is refused with what is wrong, and nothing is taken") {
  ApiClient api;
  const auto refusal = [&](const std::string& address, const std::string& list) {
    const auto answer = send_list(api, address, list);
    CHECK(answer.status >= 400);
    return std::to_string(answer.status) + errors_of(answer);
  };
  const auto address = [](const std::string& query) {
    return kRegion + "/lists/innovations?" + query;
  };
  CHECK(refusal(kInnovations, "") == "422 intake.file_empty");
  CHECK(refusal(address("file_name=daftar.pdf"), kList) == "422 intake.file_type_unknown");
  CHECK(refusal(address("dry_run=true"), kList) == "400/file_name http.parameter_missing");
  CHECK(refusal(address("file_name="), kList) == "400/file_name http.parameter_missing");
  CHECK(refusal(kInnovations + "&dry_run=maybe", kList) ==
        "400/dry_run http.parameter_unknown_word");
  CHECK(refusal(kInnovations + "&format=x", kList) == "422 intake.format_unknown");
  CHECK(refusal(kInnovations + "&columns=x", kList) == "422 intake.map_syntax");
  CHECK(refusal(kInnovations + "&columns=" + http::percent_encoded(R"({"OPD": "x"})"), kList) ==
        "422 intake.map_field_unknown");
  CHECK(refusal(kInnovations + "&columns=" + http::percent_encoded(R"({"Lain": "name"})"), kList) ==
        "422 intake.map_column_missing");
  CHECK(refusal("/api/v1/regions/99.99/lists/innovations?file_name=a.csv", kList) ==
        "404 region.unknown_code");
  CHECK(innovations(api) == 0);
  CHECK(api.get(kRegion + "/lists/innovations").status == 405);
}

TEST_CASE("A list that is too long to be told row by row tells what calls for somebody") {
  ApiClient api;
  std::string list = "nama inovasi,opd\n";
  const std::size_t most = registry::kMostToldRows;
  for (std::size_t i = 0; i <= most; ++i) list += "Inovasi nomor " + std::to_string(i) + ",DLH\n";
  list += ",DLH\n";
  const auto document = json_of(send_list(api, kInnovations + "&dry_run=true", list));
  const auto& rows = document.at("rows").as_array();
  CHECK(rows.size() == most);
  CHECK(document.at("rows_left_out") == 2);
  CHECK(rows.front().at("row") == 2);
  CHECK(rows.back().at("fate") == "rejected");
}

TEST_CASE("Every field of a list has a name in Indonesian and in English") {
  ApiClient api;
  for (const auto& [set, name] : {std::pair{registry::HeaderSet::kInnovations, "innovations"},
                                  std::pair{registry::HeaderSet::kOrganisations, "organisations"},
                                  std::pair{registry::HeaderSet::kAccounts, "accounts"}}) {
    for (const auto& field : api.environment().list_words.fields(set)) {
      CAPTURE(name, field);
      CHECK(all_sentences().knows(std::string("list.") + name + "." + field));
    }
  }
}

TEST_CASE("Organisations come from a list, and each that has no account gets one with its link") {
  ApiClient api;
  add_organisations(api);
  const std::string place = kRegion + "/accounts/for-organisations";
  const auto villages = json_of(api.send("POST", place + "?kind=village", ""));
  CHECK(villages.at("added") == 1);
  CHECK(organisations_of(villages) == std::set<std::string>{"Nagari Satu"});  // Dua has ended
  const auto& row = villages.at("rows").at(0);
  CHECK(row.at("account").at("login") == "n1");
  CHECK(row.at("account").at("name") == "Nagari Satu");
  CHECK_FALSE(row.as_object().contains("qr_svg"));

  const auto rest = json_of(api.send("POST", place + "?address=https://pilah.example.go.id", ""));
  CHECK(organisations_of(rest) == std::set<std::string>{"Dinas Lingkungan Hidup"});
  CHECK(rest.at("rows").at(0).at("qr_svg").as_string().find("<svg") != std::string::npos);
  CHECK(json_of(api.send("POST", place, "")).at("rows").as_array().empty());

  // Whoever has set no password yet can be given a new link; the former one ends.
  const std::string former(row.at("link").as_string());
  const auto renewed = json_of(api.send("POST", place + "?renew=true&kind=village", ""));
  REQUIRE(renewed.at("rows").as_array().size() == 1);
  CHECK(renewed.at("added") == 0);
  const std::string link(renewed.at("rows").at(0).at("link").as_string());
  const auto redeem = [&](const std::string& path) {
    return api
        .send("POST", "/api/v1/links/redeem",
              R"({"link": ")" + path.substr(path.find('#') + 1) +
                  R"(", "password": "tiga ekor kambing"})")
        .status;
  };
  CHECK(redeem(former) == 404);
  CHECK(redeem(link) == 200);
  CHECK(json_of(api.send("POST", place + "?renew=true&kind=village", ""))
            .at("rows")
            .as_array()
            .empty());
}

TEST_CASE(
    "Accounts for organisations are wanted of kinds that are there, at an address that is one") {
  ApiClient api;
  const std::string place = kRegion + "/accounts/for-organisations";
  CHECK(errors_of(api.send("POST", place + "?kind=kota", "")) ==
        "/kind http.no_such_organisation_kind");
  CHECK(errors_of(api.send("POST", place + "?address=pilah", "")) ==
        " http.public_address_malformed");
  CHECK(json_of(api.send("POST", place, "")).at("rows").as_array().empty());
}

TEST_CASE("A list of people makes their accounts, with links where they are wanted") {
  ApiClient api;
  add_organisations(api);
  const std::string place = kRegion + "/lists/accounts?file_name=orang.csv";
  const std::string list = "opd,nama,peran\nDLH,Ani Rahma,\nDINKES,Budi,\n";
  const auto made = json_of(send_list(api, place, list));
  CHECK(made.at("added") == 1);
  CHECK(made.at("rejected") == 1);
  CHECK(made.at("links") == 0);
  CHECK(made.at("rows").at(1).at("reasons").at(0).at("kind") == "people.unknown_organisation");
  const auto again = json_of(send_list(api, place + "&links=true", list));
  CHECK(again.at("unchanged") == 1);
  CHECK(again.at("links") == 1);
  // The agency has somebody now.
  const auto missing = json_of(api.send("POST", kRegion + "/accounts/for-organisations", ""));
  CHECK(organisations_of(missing) == std::set<std::string>{"Nagari Satu"});
}
