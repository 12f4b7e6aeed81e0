#include "pilah/plugin/manifest.hpp"

#include <algorithm>
#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/plugin/parameters.hpp"

namespace pilah::plugin {
namespace {

constexpr std::size_t kMostNames = 256;

std::string text(const boost::json::value& value, const std::string& pointer) {
  const auto* text = value.if_string();
  if (!text) throw std::invalid_argument(pointer + " must be a text");
  return std::string(*text);
}

std::vector<std::string> texts(const boost::json::value& value, const std::string& pointer) {
  const auto* array = value.if_array();
  if (!array || array->size() > kMostNames) {
    throw std::invalid_argument(pointer + " must be an array of at most 256 texts");
  }
  std::vector<std::string> all;
  for (const auto& element : *array) all.push_back(text(element, pointer));
  return all;
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && id.front() != '-' &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

void require(bool holds, const char* sentence) {
  if (!holds) throw std::invalid_argument(sentence);
}

void read_member(Manifest& manifest, std::string_view key, const boost::json::value& value) {
  const std::string pointer = "/" + std::string(key);
  if (key == "id") {
    manifest.id = text(value, pointer);
  } else if (key == "version") {
    manifest.version = text(value, pointer);
  } else if (key == "name") {
    const auto* names = value.if_object();
    require(names && names->size() == 2 && names->contains("id") && names->contains("en"),
            "/name must have the members \"id\" and \"en\"");
    manifest.name_id = text(names->at("id"), pointer + "/id");
    manifest.name_en = text(names->at("en"), pointer + "/en");
  } else if (key == "abi") {
    require(value.is_int64() && value.get_int64() == 1, "/abi must be 1: this host knows no other");
  } else if (key == "offers") {
    manifest.offers = texts(value, pointer);
  } else if (key == "columns") {
    manifest.columns = texts(value, pointer);
  } else if (key == "criteria") {
    manifest.criteria = texts(value, pointer);
  } else if (key == "parameters") {
    require(value.is_object(), "/parameters must be an object");
    manifest.parameters = value.get_object();
    check_schema(manifest.parameters, pointer);
  } else if (key == "suffixes") {
    manifest.suffixes = texts(value, pointer);
  } else if (key == "text") {
    require(value.is_bool(), "/text must be true or false");
    manifest.text = value.get_bool();
  } else if (key == "library") {
    manifest.library = text(value, pointer);
  } else if (key == "sha256") {
    manifest.sha256 = text(value, pointer);
  } else if (key == "licence") {
    manifest.licence = text(value, pointer);
  } else if (key == "contact") {
    manifest.contact = text(value, pointer);
  } else {
    throw std::invalid_argument("/" + std::string(key) + " is no member of a plugin.json");
  }
}

}  // namespace

bool Manifest::offers_table(std::string_view table) const {
  return std::find(offers.begin(), offers.end(), table) != offers.end();
}

Manifest read_manifest(std::string_view json) {
  boost::json::error_code error;
  const auto document = boost::json::parse(json, error);
  if (error) throw std::invalid_argument("plugin.json is no JSON: " + error.message());
  require(document.is_object(), "plugin.json must be an object");
  Manifest manifest;
  for (const auto& member : document.get_object()) {
    read_member(manifest, member.key(), member.value());
  }
  require(is_id(manifest.id), "/id must be 1 to 64 lower-case letters, digits and '-'");
  require(!manifest.version.empty() && manifest.version.size() <= 32, "/version is missing");
  require(!manifest.offers.empty(), "/offers names no table");
  require(manifest.library.find('/') == std::string::npos && !manifest.library.empty(),
          "/library must be a file name without folders");
  require(manifest.sha256.size() == 64, "/sha256 must be 64 hexadecimal digits");
  return manifest;
}

}  // namespace pilah::plugin
