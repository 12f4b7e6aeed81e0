#include "pilah/registry/intake/innovation_text.hpp"

#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/sight.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

InnovationText innovation_text(const Environment& environment, const Caller& caller,
                               InnovationId id) {
  InnovationText entry;
  bool is_found = false;
  environment.store.read([&](store::Reader& reader) {
    const auto region = reader.region_of(id);
    auto stored = region ? reader.find_text<Innovation>(*region, id) : std::nullopt;
    if (!stored) return;
    const Sight sight = sight_of(reader, caller, *region);
    if (!sight.whole_region) {
      const Innovation decided = decided_by(sight, stored->record);
      if (!sees(sight, decided)) return;
      if (!sees_whole(sight, decided)) entry.view = mark_of({false, {}, sight.published});
    }
    is_found = true;
    entry.revision = stored->revision;
    entry.document = shown(sight, std::move(stored->record));
  });
  if (is_found) return entry;
  throw Refusal(RefusalKind::kNotFound, Message{"innovation.not_found", {{"id", id.text()}}, ""});
}

}  // namespace pilah::registry
