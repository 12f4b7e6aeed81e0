// plugin.json: all that a list of plugins needs, without loading any of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

namespace pilah::plugin {

/// A file of the package that reaches create() as read-only memory.
struct DataFile {
  std::string name;    ///< without folders
  std::string sha256;  ///< hexadecimal
};

/// What a plugin.json says. A value.
struct Manifest {
  std::string id;       ///< lower case, digits, '-'
  std::string version;  ///< three numbers: 1.0.0
  std::string name_id;  ///< Indonesian
  std::string name_en;
  std::vector<std::string> offers;    ///< "pilah.rule/1", ...
  std::vector<std::string> columns;   ///< a rule's input columns
  std::vector<std::string> criteria;  ///< a rule's; empty: they follow from its parameters
  std::vector<std::string> tables;    ///< an exporter's input tables
  boost::json::object parameters;     ///< schema (parameters.hpp); empty: takes none
  std::vector<std::string> suffixes;  ///< of an importer's or exporter's files, with their dot
  /// Bytes with which an importer's files begin, whatever they are named.
  std::vector<std::string> signatures;
  bool text = false;  ///< an importer that reads text gets it as UTF-8
  std::vector<DataFile> data;
  std::string library;  ///< file name beside the manifest
  std::string sha256;   ///< of the library, hexadecimal
  std::string licence;
  std::string contact;

  bool offers_table(std::string_view table) const;
};

/// Reads a plugin.json. Throws std::invalid_argument that says what is wrong
/// and where: an unknown key, a wrong type, a bad id, a missing member.
Manifest read_manifest(std::string_view json);

/// An id of a plugin, a criterion, a reason or a group: 1 to 64 lower-case letters,
/// digits and '-', which it does not begin with.
bool is_id(std::string_view id);

/// A name of a file of a plugin: no folders, no leading dot, at most 64 letters,
/// digits, '.', '-' and '_'.
bool is_file_name(std::string_view name);

/// Compares versions by number, part for part: "1.10.2" comes after "1.9.0".
bool version_before(const std::string& a, const std::string& b);

}  // namespace pilah::plugin
