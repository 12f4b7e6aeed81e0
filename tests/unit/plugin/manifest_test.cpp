#include "pilah/plugin/package/manifest.hpp"

#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/plugin/package/installed_plugins.hpp"
#include "support/catch.hpp"

using namespace pilah::plugin;

namespace {

boost::json::object good() {
  return boost::json::parse(R"({"id": "my-rule", "version": "1.0.0", "abi": 1,
    "name": {"id": "Aturan", "en": "Rule"}, "offers": ["pilah.rule/1"], "columns": ["name"],
    "criteria": ["a"], "library": "my-rule.so",
    "sha256": "0000000000000000000000000000000000000000000000000000000000000000"})")
      .as_object();
}

std::string refused(const boost::json::object& manifest) {
  try {
    read_manifest(boost::json::serialize(manifest));
  } catch (const std::invalid_argument& failure) {
    return failure.what();
  }
  return "";
}

std::string refused_with(const char* key, boost::json::value value) {
  auto manifest = good();
  manifest[key] = std::move(value);
  return refused(manifest);
}

}  // namespace

TEST_CASE("A manifest tells what a plugin is without loading it") {
  const auto manifest = read_manifest(boost::json::serialize(good()));
  CHECK(manifest.id == "my-rule");
  CHECK(manifest.name_en == "Rule");
  CHECK(manifest.offers_table("pilah.rule/1"));
  CHECK_FALSE(manifest.offers_table("pilah.importer/1"));
}

TEST_CASE("A manifest that is not as it must be is refused with its place") {
  CHECK(refused(good()).empty());
  CHECK(refused_with("colour", "red") == "/colour is no member of a plugin.json");
  CHECK(refused_with("id", "My Rule").find("/id") == 0);
  CHECK(refused_with("id", 7) == "/id must be a text");
  CHECK(refused_with("abi", 2).find("/abi") == 0);
  CHECK(refused_with("library", "../x.so").find("/library") == 0);
  CHECK(refused_with("sha256", "abc").find("/sha256") == 0);
  CHECK(refused_with("offers", boost::json::array()).find("/offers") == 0);
  CHECK(refused_with("parameters", boost::json::object{{"$ref", "#"}}).find("/parameters/$ref") ==
        0);
  CHECK_THROWS_AS(read_manifest("{"), std::invalid_argument);
}

TEST_CASE("What a file begins with says more than its name which importer reads it") {
  const InstalledPlugins plugins(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  const auto importer_of = [&](std::string_view suffix, std::string_view start) {
    const auto found = plugins.importers_of(suffix, start);
    return found.size() == 1 ? found.front()->manifest.id : "none, or several";
  };
  CHECK(importer_of(".xlsx", "PK\x03\x04...") == "workbook");
  CHECK(importer_of(".csv", "PK\x03\x04...") == "workbook");
  CHECK(importer_of("", "PK\x03\x04...") == "workbook");
  CHECK(importer_of(".xlsx", "Nama;Tahun") == "workbook");
  CHECK(importer_of(".csv", "PK") == "table");
}

TEST_CASE("Signatures are bytes in hexadecimal") {
  for (const char* wrong : {"", "5", "5G", "PK", "00112233445566778899aabbccddeeff00"}) {
    CAPTURE(wrong);
    CHECK(refused_with("signatures", boost::json::array{wrong}).find("/signatures") == 0);
  }
}

TEST_CASE("The plugins that are built with the host are found, the newest version of each") {
  const InstalledPlugins plugins(PILAH_PLUGIN_FOLDER, {PILAH_RUNNER, {}});
  CHECK(plugins.unusable().empty());
  for (const char* id : {"quick-win-national", "solok-selatan", "table"}) {
    CAPTURE(id);
    REQUIRE(plugins.find(id));
    CHECK(plugins.find(id)->manifest.version == "1.0.0");
    CHECK(plugins.find(id, "1.0.0"));
    CHECK_FALSE(plugins.find(id, "9.9.9"));
  }
  REQUIRE(plugins.importers_of(".csv", "Nama,Tahun").size() == 1);
  CHECK(plugins.importers_of(".csv", "").front()->manifest.id == "table");
  CHECK(plugins.importers_of(".exe", "").empty());
  CHECK(InstalledPlugins("/nowhere", {PILAH_RUNNER, {}}).all().empty());
}
