#include "pilah/plugin/package/manifest.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/plugin.h"
#include "pilah/plugin/package/parameters.hpp"

namespace pilah::plugin {
namespace {

constexpr std::size_t kMostNames = 256;
constexpr std::size_t kMostDataFiles = 32;
constexpr std::array<std::string_view, 3> kOffers = {PILAH_RULE_ID, PILAH_IMPORTER_ID,
                                                     PILAH_EXPORTER_ID};

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

/// Bytes that are written as hexadecimal digits: "504b0304".
std::vector<std::string> signatures(const boost::json::value& value, const std::string& pointer) {
  constexpr std::size_t kLongest = 16;
  std::vector<std::string> all = texts(value, pointer);
  for (auto& digits : all) {
    const bool fits = !digits.empty() && digits.size() <= 2 * kLongest && digits.size() % 2 == 0 &&
                      digits.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!fits) throw std::invalid_argument(pointer + " must be 1 to 16 bytes in hexadecimal each");
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
      bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
    }
    digits = std::move(bytes);
  }
  return all;
}

bool is_sha256(std::string_view digest) {
  return digest.size() == 64 && digest.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Three numbers of at most six digits.
bool is_version(std::string_view version) {
  int parts = 1;
  int digits = 0;
  for (const char c : version) {
    if (c == '.') {
      if (digits == 0 || ++parts > 3) return false;
      digits = 0;
    } else if (c < '0' || c > '9' || ++digits > 6) {
      return false;
    }
  }
  return parts == 3 && digits > 0;
}

std::vector<long> version_parts(const std::string& version) {
  std::vector<long> parts;
  for (std::size_t at = 0; at <= version.size();) {
    const std::size_t dot = std::min(version.find('.', at), version.size());
    parts.push_back(std::strtol(version.substr(at, dot - at).c_str(), nullptr, 10));
    at = dot + 1;
  }
  return parts;
}

std::vector<DataFile> data_files(const boost::json::value& value) {
  const auto* array = value.if_array();
  if (!array || array->size() > kMostDataFiles) {
    throw std::invalid_argument("/data must be an array of at most 32 files");
  }
  std::vector<DataFile> files;
  for (std::size_t i = 0; i < array->size(); ++i) {
    const std::string pointer = "/data/" + std::to_string(i);
    const auto* file = (*array)[i].if_object();
    if (!file || file->size() != 2 || !file->contains("name") || !file->contains("sha256")) {
      throw std::invalid_argument(pointer + " must have the members \"name\" and \"sha256\"");
    }
    files.push_back(
        {text(file->at("name"), pointer + "/name"), text(file->at("sha256"), pointer + "/sha256")});
    if (!is_file_name(files.back().name)) {
      throw std::invalid_argument(pointer + "/name must be a file name without folders");
    }
    if (!is_sha256(files.back().sha256)) {
      throw std::invalid_argument(pointer + "/sha256 must be 64 hexadecimal digits");
    }
  }
  return files;
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
  } else if (key == "tables") {
    manifest.tables = texts(value, pointer);
  } else if (key == "data") {
    manifest.data = data_files(value);
  } else if (key == "parameters") {
    require(value.is_object(), "/parameters must be an object");
    manifest.parameters = value.get_object();
    check_schema(manifest.parameters, pointer);
  } else if (key == "suffixes") {
    manifest.suffixes = texts(value, pointer);
  } else if (key == "signatures") {
    manifest.signatures = signatures(value, pointer);
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

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && id.front() != '-' &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

bool is_file_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-' || c == '_';
         });
}

bool version_before(const std::string& a, const std::string& b) {
  return version_parts(a) < version_parts(b);
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
  require(is_version(manifest.version), "/version must be three numbers, as in 1.0.0");
  require(!manifest.offers.empty(), "/offers names no table");
  for (const auto& offer : manifest.offers) {
    require(std::find(kOffers.begin(), kOffers.end(), offer) != kOffers.end(),
            "/offers may name pilah.rule/1, pilah.importer/1 and pilah.exporter/1");
  }
  require(is_file_name(manifest.library), "/library must be a file name without folders");
  require(is_sha256(manifest.sha256), "/sha256 must be 64 hexadecimal digits");
  return manifest;
}

}  // namespace pilah::plugin
