#include "pilah/registry/people/organisations.hpp"

#include <algorithm>
#include <map>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Organisation;
using catalogue::OrganisationId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

std::map<OrganisationId, std::int64_t> owned_innovations(store::Reader& reader,
                                                         const RegionCode& region) {
  std::map<OrganisationId, std::int64_t> owned;
  reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
    const Innovation& innovation = stored.record;
    if (innovation.owner && innovation.status != catalogue::Status::kArchived) {
      ++owned[*innovation.owner];
    }
    return true;
  });
  return owned;
}

void require_named(const Organisation& organisation) {
  catalogue::Messages missing;
  if (organisation.name.empty()) missing.push_back({"organisation.name_missing", {}, "/name"});
  if (organisation.code.empty()) missing.push_back({"organisation.code_missing", {}, "/code"});
  if (!missing.empty()) throw Refusal(RefusalKind::kInvalid, std::move(missing));
}

}  // namespace

std::vector<OrganisationEntry> organisations(const Environment& environment,
                                             const RegionCode& region) {
  std::vector<OrganisationEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    const auto owned = owned_innovations(reader, region);
    reader.each<Organisation>(region, [&](const store::Stored<Organisation>& stored) {
      const auto count = owned.find(stored.record.id);
      entries.push_back({stored.record, stored.revision, count == owned.end() ? 0 : count->second});
      return true;
    });
  });
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    return std::pair(a.organisation.kind, a.organisation.code) <
           std::pair(b.organisation.kind, b.organisation.code);
  });
  return entries;
}

OrganisationEntry put_organisation(const Environment& environment, const Caller& caller,
                                   Organisation organisation) {
  require_named(organisation);
  const bool is_new = organisation.id == OrganisationId{};
  if (is_new) organisation.id = OrganisationId{environment.new_uuid()};
  OrganisationEntry entry{organisation, 0, 0};
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    if (!is_new && !writer.find<Organisation>(organisation.region, organisation.id)) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"organisation.not_found", {{"id", organisation.id.text()}}, "/id"});
    }
    entry.revision = writer.put(organisation, is_new ? "added" : "changed");
  });
  return entry;
}

std::optional<OrganisationId> organisation_named(const std::vector<Organisation>& organisations,
                                                 std::string_view name) {
  const std::string wanted = text::fold(name);
  if (wanted.empty()) return std::nullopt;
  std::optional<OrganisationId> named;
  for (const auto& organisation : organisations) {
    const bool fits =
        text::fold(organisation.code) == wanted || text::fold(organisation.name) == wanted ||
        std::any_of(organisation.aliases.begin(), organisation.aliases.end(),
                    [&](const std::string& alias) { return text::fold(alias) == wanted; });
    if (!fits) continue;
    if (named) return std::nullopt;
    named = organisation.id;
  }
  return named;
}

}  // namespace pilah::registry
