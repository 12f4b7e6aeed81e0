// plugin.json: all that a list of plugins needs, without loading any of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

namespace pilah::plugin {

/// What a plugin.json says. A value.
struct Manifest {
  std::string id;       ///< lower case, digits, '-'
  std::string version;  ///< semantic: 1.0.0
  std::string name_id;  ///< Indonesian
  std::string name_en;
  std::vector<std::string> offers;    ///< "pilah.rule/1", ...
  std::vector<std::string> columns;   ///< a rule's input columns
  std::vector<std::string> criteria;  ///< a rule's criteria
  boost::json::object parameters;     ///< schema (parameters.hpp); empty: takes none
  std::vector<std::string> suffixes;  ///< an importer's, with their dot: ".csv"
  bool text = false;                  ///< an importer that reads text gets it as UTF-8
  std::string library;                ///< file name beside the manifest
  std::string sha256;                 ///< of the library, hexadecimal
  std::string licence;
  std::string contact;

  bool offers_table(std::string_view table) const;
};

/// Reads a plugin.json. Throws std::invalid_argument that says what is wrong
/// and where: an unknown key, a wrong type, a bad id, a missing member.
Manifest read_manifest(std::string_view json);

}  // namespace pilah::plugin
