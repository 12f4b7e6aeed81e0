#include "pilah/registry/intake/innovation_text.hpp"

#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/document_members.hpp"
#include "pilah/registry/people/sight.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

std::string_view without_quotes(std::string_view text) {
  return text.size() < 2 ? std::string_view() : text.substr(1, text.size() - 2);
}

/// The fields by which sight decides, and no others.
Innovation decided_by(std::string_view document) {
  Innovation entry;
  each_member(document, [&entry](const DocumentMember& member) {
    if (member.key == "owner") {
      entry.owner = catalogue::OrganisationId::parse(without_quotes(member.value));
    } else if (member.key == "status") {
      const auto status = catalogue::enum_named<catalogue::Status>(without_quotes(member.value));
      entry.status = status.value_or(catalogue::Status::kDraft);
    }
  });
  return entry;
}

}  // namespace

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
      const Innovation decided = decided_by(stored->record);
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
