#include "pilah/store/sqlite/columns.hpp"

#include <algorithm>

#include "pilah/text/fold.hpp"

namespace pilah::store::sqlite {

using catalogue::Innovation;
using catalogue::Uuid;

InnovationColumns columns_of(const Innovation& innovation) {
  InnovationColumns columns;
  columns.status = static_cast<std::int64_t>(innovation.status);
  columns.entry_kind = static_cast<std::int64_t>(innovation.entry_kind);
  if (innovation.owner) columns.owner = innovation.owner->uuid;
  const auto* primary = catalogue::primary_mapping(innovation);
  columns.mapped = primary && primary->confirmed;
  columns.sort_key = text::sort_key(text::fold(innovation.name));
  auto& areas = columns.areas;
  for (const auto& mapping : innovation.mappings) {
    if (mapping.confirmed && std::find(areas.begin(), areas.end(), mapping.area) == areas.end()) {
      areas.push_back(mapping.area);
    }
  }
  columns.evidence = evidence_of(innovation);
  return columns;
}

std::vector<std::string> evidence_of(const Innovation& innovation) {
  std::vector<std::string> files;
  for (const auto& evidence : innovation.evidence) {
    if (std::find(files.begin(), files.end(), evidence.sha256) == files.end()) {
      files.push_back(evidence.sha256);
    }
  }
  return files;
}

Uuid uuid_of(std::span<const std::uint8_t> bytes) {
  Uuid uuid;
  if (bytes.size() == uuid.bytes.size()) std::copy(bytes.begin(), bytes.end(), uuid.bytes.begin());
  return uuid;
}

}  // namespace pilah::store::sqlite
