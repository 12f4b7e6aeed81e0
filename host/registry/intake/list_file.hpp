// A list that is to be imported: its file, the importer for it, its mapping.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "pilah/plugin/package/installed_plugins.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/intake/list_sheets.hpp"

namespace pilah::registry {

struct ListFile {
  std::filesystem::path file;
  std::string name;  ///< of the list
  std::shared_ptr<const plugin::InstalledPlugins> plugins;
  const plugin::InstalledPlugin* importer = nullptr;                ///< one of `plugins`
  catalogue::Language language = catalogue::Language::kIndonesian;  ///< of the importer's own words
  ColumnMap map;
  /// Told when the run of the importer failed, and not because of the file.
  std::function<void(const plugin::RunEnd&)> failed = {};
};

/// Throws Refusal for a file that is not there, is empty or is of a type that no
/// importer reads, and for a mapping file that cannot be understood.
ListFile open_list(const Environment& environment, const ImportRequest& request);

/// The headers of such lists.
HeaderSet headers_of(ListKind kind);

/// Runs the importer to the end of the file.
/// Throws Refusal when the run fails or the list is none.
void read_rows(const ListFile& list, ListSheets& sheets);

/// The same, and tells `report` of the columns.
void read_list(const ListFile& list, ListSheets& sheets, ImportReport& report);

}  // namespace pilah::registry
