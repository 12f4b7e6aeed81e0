#include "pilah/registry/intake/stored_innovation.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/sight.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

Refusal not_found(catalogue::InnovationId id) {
  return {RefusalKind::kNotFound, Message{"innovation.not_found", {{"id", id.text()}}, ""}};
}

}  // namespace

store::Stored<Innovation> stored_innovation(store::Reader& reader, catalogue::InnovationId id) {
  const auto region = reader.region_of(id);
  auto stored = region ? reader.find<Innovation>(*region, id) : std::nullopt;
  if (stored) return *std::move(stored);
  throw not_found(id);
}

store::Stored<Innovation> visible_innovation(store::Reader& reader, const Caller& caller,
                                             catalogue::InnovationId id) {
  auto stored = stored_innovation(reader, id);
  if (sees(sight_of(reader, caller, stored.record.region), stored.record)) return stored;
  throw not_found(id);
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
