#include "pilah/registry/people/organisations.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/innovation_counts.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Organisation;
using catalogue::OrganisationId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

void require_named(const Organisation& organisation) {
  catalogue::Messages missing;
  if (organisation.name.empty()) missing.push_back({"organisation.name_missing", {}, "/name"});
  if (organisation.code.empty()) missing.push_back({"organisation.code_missing", {}, "/code"});
  if (!missing.empty()) throw Refusal(RefusalKind::kInvalid, std::move(missing));
}

}  // namespace

std::vector<OrganisationEntry> organisations(const Environment& environment, const Caller& caller,
                                             const RegionCode& region) {
  std::vector<OrganisationEntry> entries;
  const auto counts = innovation_counts(environment, caller, region);
  environment.store.read([&](store::Reader& reader) {
    reader.each<Organisation>(region, [&](const store::Stored<Organisation>& stored) {
      const std::size_t owned = count_of(counts.owners, stored.record.id.text());
      entries.push_back({stored.record, stored.revision, static_cast<std::int64_t>(owned)});
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
  require(caller, Deed::kAdministerRegion, {organisation.region, {}});
  require_named(organisation);
  const bool is_new = organisation.id == OrganisationId{};
  if (is_new) organisation.id = OrganisationId{environment.new_uuid()};
  OrganisationEntry entry{organisation, 0, 0};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
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
