#include "pilah/registry/intake/stored_innovation.hpp"

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

store::Stored<Innovation> stored_innovation(store::Reader& reader, catalogue::InnovationId id) {
  const auto region = reader.region_of(id);
  auto stored = region ? reader.find<Innovation>(*region, id) : std::nullopt;
  if (stored) return *std::move(stored);
  throw Refusal(RefusalKind::kNotFound, Message{"innovation.not_found", {{"id", id.text()}}, ""});
}

void require_revision(const store::Stored<Innovation>& stored, std::int64_t expected_revision) {
  if (stored.revision == expected_revision) return;
  throw Refusal(RefusalKind::kStale, Message{"innovation.changed_since",
                                             {{"name", stored.record.name},
                                              {"expected", std::to_string(expected_revision)},
                                              {"revision", std::to_string(stored.revision)}},
                                             ""});
}

}  // namespace pilah::registry
