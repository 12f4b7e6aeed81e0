// What is kept of an import: one named, resumable run over one list.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/catalogue/choice.hpp"
#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

enum class ImportState { kApplying, kDone };

struct ImportRecord {
  ImportId id;
  RegionCode region;   ///< where it was asked for; rows may lie in several regions
  std::string list;    ///< name of the list, by default its file name
  std::string sha256;  ///< of the file
  PluginUse importer;
  ImportState state = ImportState::kApplying;
  std::int64_t rows_staged = 0;
  std::int64_t rows_applied = 0;  ///< a resumed import goes on behind these
  std::int64_t added = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t rejected = 0;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("list", self.list);
    visit("sha256", self.sha256);
    visit("importer", self.importer);
    visit("state", self.state);
    visit("rows_staged", self.rows_staged);
    visit("rows_applied", self.rows_applied);
    visit("added", self.added);
    visit("updated", self.updated);
    visit("unchanged", self.unchanged);
    visit("rejected", self.rejected);
  }
  friend bool operator==(const ImportRecord&, const ImportRecord&) = default;
};

}  // namespace pilah::catalogue
