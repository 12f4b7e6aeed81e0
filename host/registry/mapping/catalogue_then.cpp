#include "pilah/registry/mapping/catalogue_then.hpp"

#include <optional>

#include "pilah/catalogue/json.hpp"
#include "pilah/store/change.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;

namespace {

/// Nothing when it came later.
std::optional<Innovation> then(store::Reader& reader, const Innovation& now,
                               std::int64_t revision) {
  const auto document = reader.find_text<Innovation>(now.region, now.id);
  store::UnrolledDocument unrolled(document->record);
  for (const auto& change :
       reader.history(now.region, store::RecordKind::kInnovation, now.id.uuid)) {
    if (change.number <= revision) {
      const auto text = unrolled.text(store::fields_of(store::RecordKind::kInnovation));
      return catalogue::from_json<Innovation>(catalogue::parse_json(text));
    }
    if (!change.change.empty()) unrolled.undo(change.change);
  }
  return std::nullopt;
}

}  // namespace

void each_innovation_then(store::Reader& reader, const catalogue::RegionCode& region,
                          std::int64_t revision,
                          const std::function<void(const Innovation&)>& take) {
  reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
    if (stored.revision <= revision) {
      take(stored.record);
    } else if (const auto before = then(reader, stored.record, revision)) {
      take(*before);
    }
    return true;
  });
}

}  // namespace pilah::registry
