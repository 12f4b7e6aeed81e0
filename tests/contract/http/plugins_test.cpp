// Plugins over HTTP: keys, packages, what a region uses, what went wrong last.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "contract/http/api_client.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/plugins/sign_plugin.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::tests;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

const std::string kRegion = "/api/v1/regions/13.11";
const std::string kPlugins = "/api/v1/plugins";

struct SignedPackage {
  std::string bytes;
  std::string key;
};

/// One of the tests' plugins, signed by a key that is new and trusted.
SignedPackage signed_package(ApiClient& api, const std::string& plugin) {
  registry::SignRequest asked;
  asked.source = std::filesystem::path(PILAH_MISBEHAVING) / plugin;
  asked.key_file = api.environment().data_folder / (plugin + ".key");
  asked.new_key = true;
  asked.key_name = "Penulis";
  asked.output = api.environment().data_folder / (plugin + ".pilah");
  const auto made = registry::sign_plugin(api.environment(), insider(), asked);
  std::ifstream file(made.package, std::ios::binary);
  return {{std::istreambuf_iterator<char>(file), {}}, made.key};
}

ClientResponse install(ApiClient& api, const std::string& bytes) {
  return api.send("POST", kPlugins + "?file_name=paket.pilah", bytes, "",
                  "application/octet-stream");
}

boost::json::object plugin_named(const boost::json::object& list, const char* id) {
  for (const auto& plugin : list.at("plugins").as_array()) {
    if (plugin.at("id") == id) return plugin.as_object();
  }
  return {};
}

boost::json::object in_region(ApiClient& api, const std::string& plugin,
                              const std::string& region = kRegion) {
  return json_of(api.get(region + "/plugins/" + plugin));
}

}  // namespace

TEST_CASE("A package is installed by whom its signature is trusted, and used where it is enabled") {
  ApiClient api;
  const auto package = signed_package(api, "behaves");
  const auto keys = json_of(api.get("/api/v1/plugin-keys")).at("keys").as_array();
  REQUIRE(keys.size() == 1);
  CHECK(keys[0].at("key").as_string() == package.key);
  CHECK(keys[0].at("name") == "Penulis");

  const std::string key = "/api/v1/plugin-keys/" + package.key;
  CHECK(api.send("DELETE", key, "").status == 204);
  const auto refused = install(api, package.bytes);
  CHECK(refused.status == 409);
  CHECK(errors_of(refused) == " plugin.package.revoked_key");
  CHECK(json_of(refused).at("detail").as_string().find("paket.pilah") != std::string::npos);
  CHECK(plugin_named(json_of(api.get(kPlugins)), "behaves").empty());

  CHECK(api.send("PUT", key, R"({"name": "Tim"})").status == 204);
  const auto installed = install(api, package.bytes);
  INFO(installed.body);
  REQUIRE(installed.status == 200);
  CHECK(json_of(installed).at("signer") == "Tim");
  CHECK(json_of(installed).at("built_in") == false);
  CHECK(json_of(installed).at("parameters").at("type") == "object");
  CHECK(install(api, package.bytes).status == 200);  // again: nothing
  CHECK(plugin_named(json_of(api.get(kPlugins)), "behaves").at("version") == "1.0.0");

  CHECK(in_region(api, "behaves").at("enabled") == false);
  const auto enabled = api.send("PUT", kRegion + "/plugins/behaves", R"({"enabled": true})");
  CHECK(json_of(enabled).at("enabled") == true);
  const auto listed = plugin_named(json_of(api.get(kRegion + "/plugins")), "behaves");
  CHECK(listed.at("enabled") == true);
  CHECK(listed.at("versions").at(0).at("enabled_in") == boost::json::array{"13.11"});
  CHECK(in_region(api, "behaves", "/api/v1/regions/16.02").at("enabled") == false);

  CHECK(api.send("DELETE", kPlugins + "/behaves/versions/1.0.0", "").status == 204);
  CHECK(api.get(kRegion + "/plugins/behaves").status == 404);
}

TEST_CASE("What is no package, and what nobody knows, is refused") {
  ApiClient api;
  const auto broken = install(api, "bukan paket");
  CHECK(broken.status == 409);
  CHECK(errors_of(broken).find("plugin.package.") != std::string::npos);
  CHECK(errors_of(api.send("PUT", "/api/v1/plugin-keys/abc", R"({"name": "Tim"})")) ==
        " plugin.no_key");
  CHECK(api.send("DELETE", kPlugins + "/behaves/versions/9.9.9", "").status == 409);
  CHECK(api.get(kRegion + "/plugins/no-such").status == 404);
  CHECK(api.send("PUT", kRegion + "/plugins/no-such", R"({"enabled": true})").status == 404);
  CHECK(api.send("PUT", kRegion + "/plugins/quick-win-national", R"({"enabled": 1})").status ==
        422);
  CHECK(api.get("/api/v1/regions/99.99/plugins").status == 404);
}

TEST_CASE("A region that does not use a plugin cannot choose by it") {
  ApiClient api;
  const auto place = kRegion + "/plugins/quick-win-national";
  const auto before = in_region(api, "quick-win-national");
  CHECK(before.at("enabled") == true);
  CHECK(before.at("scenario").is_null());
  CHECK(before.at("versions").at(0).at("criteria").as_array().size() == 9);
  const char* const scenario = R"({"rules": [{"plugin": "quick-win-national"}]})";
  api.add_innovation("A", api.add_organisation("DINKES"), "health");
  CHECK(api.send("POST", kRegion + "/selections/tried", scenario).status == 200);
  CHECK(json_of(api.send("PUT", place, R"({"enabled": false})")).at("enabled") == false);
  const auto refused = api.send("POST", kRegion + "/selections/tried", scenario);
  CHECK(refused.status == 403);
  CHECK(errors_of(refused) == "/rules/0/plugin plugin.not_enabled");
}

TEST_CASE("What went wrong last with a plugin is told in the region where it did") {
  ApiClient api;
  const auto package = signed_package(api, "aborts");
  REQUIRE(install(api, package.bytes).status == 200);
  api.send("PUT", kRegion + "/plugins/aborts", R"({"enabled": true})");
  api.add_innovation("A", api.add_organisation("DINKES"), "health",
                     R"(, "duration_months": 6, "budgets": [{"year": 2025, "amount": 5}])");
  CHECK(in_region(api, "aborts").at("failures").as_array().empty());
  const auto chosen =
      api.send("POST", kRegion + "/selections/tried", R"({"rules": [{"plugin": "aborts"}]})");
  CHECK(chosen.status == 409);
  const auto failures = in_region(api, "aborts").at("failures").as_array();
  REQUIRE(failures.size() == 1);
  CHECK(failures[0].at("kind") == "plugin.killed_by_signal");
  CHECK(failures[0].at("version") == "1.0.0");
  CHECK(failures[0].at("text").as_string().find("aborts") != std::string::npos);
  CHECK(in_region(api, "aborts", "/api/v1/regions/16.02").at("failures").as_array().empty());
  // A planner of another region may read which plugins there are, not what went wrong here.
  api.speak_for(
      {"citra", {{catalogue::Role::kPlanner, catalogue::RegionCode::parse("16.02"), {}}}});
  CHECK(in_region(api, "aborts").at("failures").as_array().empty());
}

TEST_CASE("What the check of a plugin found is told with it, until it is checked again") {
  ApiClient api;
  const auto package = signed_package(api, "behaves");
  REQUIRE(install(api, package.bytes).status == 200);
  CHECK(plugin_named(json_of(api.get(kPlugins)), "behaves").at("check").is_null());
  const std::string place = kPlugins + "/behaves/versions/1.0.0/check";
  const auto checked = api.send("POST", place, "");
  INFO(checked.body);
  REQUIRE(checked.status == 200);
  const auto check = json_of(checked);
  const auto& findings = check.at("findings").as_array();
  const auto count_of = [&findings](std::string_view severity) {
    return std::count_if(findings.begin(), findings.end(), [&](const auto& one) {
      return one.at("severity").as_string() == severity;
    });
  };
  // A sanitizer is a library that the plugin needs.
  CHECK(check.at("errors").as_int64() == count_of("error"));
  for (const auto& one : findings) {
    if (one.at("severity") == "error") CHECK((kIsSanitized && one.at("kind") == "check.needs"));
  }
  CHECK(check.at("tests").as_int64() > 20);
  CHECK(check.at("notes").as_int64() == count_of("note"));
  CHECK(check.at("warnings") == 0);
  const auto& first = check.at("findings").at(0);
  CHECK(first.at("severity") == "note");
  CHECK(first.at("kind") == "check.no_contact");
  CHECK(first.at("text").as_string().find("tidak menyebut kontak") != std::string::npos);
  CHECK(plugin_named(json_of(api.get(kPlugins)), "behaves").at("check") == check);
  CHECK(in_region(api, "behaves").at("versions").at(0).at("check") == check);
  const auto english = json_of(api.get(kPlugins, "Accept-Language: en\r\n"));
  CHECK(plugin_named(english, "behaves")
            .at("check")
            .at("findings")
            .at(0)
            .at("text")
            .as_string()
            .find("names no contact") != std::string::npos);
}

TEST_CASE("A plugin that fails is found out in its sandbox, and the host goes on") {
  ApiClient api;
  const auto package = signed_package(api, "aborts");
  REQUIRE(install(api, package.bytes).status == 200);
  const auto check = json_of(api.send("POST", kPlugins + "/aborts/versions/1.0.0/check", ""));
  CHECK(check.at("errors").as_int64() > 0);
  std::string texts;
  for (const auto& finding : check.at("findings").as_array()) {
    texts += finding.at("text").as_string();
  }
  CHECK(texts.find("sinyal 6") != std::string::npos);
  CHECK(api.get("/api/v1/regions").status == 200);
}

TEST_CASE("A plugin that is not there is not checked, and only the host's administrator checks") {
  ApiClient api;
  CHECK(api.send("POST", kPlugins + "/no-such/versions/1.0.0/check", "").status == 404);
  const auto unknown = api.send("POST", kPlugins + "/quick-win-national/versions/9.9.9/check", "");
  CHECK(unknown.status == 404);
  CHECK(errors_of(unknown) == " plugin.not_installed");
  api.speak_for(
      {"dewi",
       {{catalogue::Role::kRegionAdministrator, catalogue::RegionCode::parse("13.11"), {}}}});
  CHECK(api.send("POST", kPlugins + "/quick-win-national/versions/1.0.0/check", "").status == 403);
  CHECK(api.get(kRegion + "/plugins/quick-win-national").status == 200);
}

TEST_CASE("While one plugin is checked another is told to come again") {
  ApiClient api;
  const auto package = signed_package(api, "behaves");
  REQUIRE(install(api, package.bytes).status == 200);
  auto environment = api.environment();
  const catalogue::Sentences sentences;
  http::RouteTable routes;
  const auto ask = [&] {
    const auto match = routes.find("POST", kPlugins + "/behaves/versions/1.0.0/check");
    http::Request request;
    request.caller = insider();
    return match.route->handler(request, match.values);
  };
  int refused = 0;
  bool within = true;
  environment.now = [&] {
    if (!std::exchange(within, false)) return std::int64_t{0};
    try {
      ask();
    } catch (const http::HttpRefusal& refusal) {
      CHECK(refusal.status() == 503);
      CHECK(refusal.message().kind == "http.check_under_way");
      ++refused;
    }
    return std::int64_t{0};
  };
  http::add_plugins(routes, environment, sentences);
  CHECK(ask().status == 200);
  CHECK(refused == 1);
  CHECK(ask().status == 200);
}

TEST_CASE("Parameters come in the order of their author, titled in the language asked for") {
  ApiClient api;
  const auto properties_in = [&](const char* language) {
    const auto headers = std::string("Accept-Language: ") + language + "\r\n";
    return json_of(api.get(kRegion + "/plugins/quick-win-national", headers))
        .at("versions")
        .at(0)
        .at("parameters")
        .at("properties")
        .as_object();
  };
  const auto indonesian = properties_in("id");
  REQUIRE(indonesian.size() == 2);
  CHECK(indonesian.begin()->key() == "horizon_months");
  CHECK(indonesian.at("horizon_months").at("title") == "Horison");
  CHECK(indonesian.at("demand_owner").at("title") == "Wajib pemilik");
  CHECK(properties_in("en").at("demand_owner").at("title") == "Owner demanded");
}

TEST_CASE("What is wrong with a parameter is said in one language throughout") {
  ApiClient api;
  const auto said = [&](const char* parameters, const char* language) {
    const auto refused = api.send("POST", kRegion + "/selections/tried",
                                  R"({"rules": [{"plugin": "quick-win-national", "parameters": )" +
                                      std::string(parameters) + "}]}",
                                  std::string("Accept-Language: ") + language + "\r\n");
    CHECK(refused.status == 422);
    return std::string(json_of(refused).at("errors").at(0).at("message").as_string());
  };
  const char* const high = R"({"horizon_months": 99})";
  CHECK(said(high, "id") ==
        "Parameter untuk \"quick-win-national\" keliru: seharusnya paling banyak 36, tetapi "
        "isinya 99.");
  CHECK(said(high, "en") ==
        "A parameter of \"quick-win-national\" is wrong: it must be at most 36, but it is 99.");
  const char* const text = R"({"horizon_months": "lama"})";
  CHECK(said(text, "id") ==
        "Parameter untuk \"quick-win-national\" keliru: seharusnya bilangan bulat, tetapi isinya "
        "lama.");
  const auto wrong = api.send("POST", kRegion + "/organisations", R"({"code": "A", "name": 5})");
  CHECK(json_of(wrong).at("errors").at(0).at("message") ==
        "/name harus berupa teks, tetapi isinya angka.");
}
