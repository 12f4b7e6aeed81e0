#include "pilah/registry/drafts/drafts.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/utf8.hpp"

namespace pilah::registry {
namespace {

using catalogue::InnovationId;
using catalogue::Message;
using catalogue::OrganisationId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

Draft draft_of(const store::WorkingCopy& copy) {
  Draft draft;
  draft.region = copy.region;
  draft.innovation = copy.innovation;
  draft.base = copy.base;
  draft.version = copy.version;
  draft.at = copy.at;
  draft.document = copy.document;
  return draft;
}

/// Empty where none was typed: anything may lie there.
std::string typed_text(const boost::json::object& document, std::string_view field) {
  const auto* found = document.if_contains(field);
  const auto* text = found ? found->if_string() : nullptr;
  return text ? std::string(*text) : std::string();
}

std::optional<OrganisationId> typed_owner(const boost::json::object& document) {
  return OrganisationId::parse(typed_text(document, "owner"));
}

/// As it stands in a list.
Draft listed(const store::WorkingCopy& copy) {
  Draft draft = draft_of(copy);
  const auto document = boost::json::parse(copy.document).as_object();
  draft.name = text::cut(typed_text(document, "name"), kLongestDraftName);
  draft.owner = typed_owner(document);
  draft.document.clear();
  return draft;
}

Refusal not_found(InnovationId id) {
  return Refusal(RefusalKind::kNotFound, Message{"draft.not_found", {{"id", id.text()}}, ""});
}

std::string checked(const boost::json::object& document) {
  auto text = boost::json::serialize(document);
  if (text.size() <= kLargestDraft) return text;
  throw Refusal(RefusalKind::kInvalid, Message{"draft.too_large",
                                               {{"found", std::to_string(text.size())},
                                                {"largest", std::to_string(kLargestDraft)}},
                                               ""});
}

/// Whether the caller may register something in the region, for whomever.
bool registers_in(const Caller& caller, const RegionCode& region) {
  return may(caller, Deed::kRegister, {region, {}}) ||
         std::any_of(caller.grants.begin(), caller.grants.end(), [&](const auto& grant) {
           return may(caller, Deed::kRegister, {region, grant.organisation});
         });
}

/// A new entry may have no owner yet.
void require_register(const Caller& caller, const RegionCode& region,
                      const boost::json::object& document) {
  const auto owner = typed_owner(document);
  if (!owner && registers_in(caller, region)) return;
  require(caller, Deed::kRegister, {region, owner});
}

std::optional<store::WorkingCopy> own_copy(store::Reader& reader, const Caller& caller,
                                           InnovationId id) {
  const auto region = reader.region_of_working_copy(caller.actor, id);
  return region ? reader.working_copy(*region, caller.actor, id) : std::nullopt;
}

void require_room(store::Reader& reader, const Caller& caller, const RegionCode& region) {
  if (reader.working_copies(region, caller.actor).size() < kMostDrafts) return;
  throw Refusal(RefusalKind::kInvalid,
                Message{"draft.too_many", {{"largest", std::to_string(kMostDrafts)}}, ""});
}

void require_version(const std::optional<store::WorkingCopy>& present,
                     std::optional<std::int64_t> expected) {
  if (!present && !expected) return;
  if (present && expected == present->version) return;
  throw Refusal(RefusalKind::kStale, Message{"draft.changed_since", {}, ""});
}

/// The copy that the document becomes: of the entry as it is now when it is the first.
store::WorkingCopy copy_for(store::Reader& reader, const Caller& caller, InnovationId id,
                            const boost::json::object& document,
                            const std::optional<store::WorkingCopy>& present) {
  store::WorkingCopy copy;
  copy.account = caller.actor;
  copy.innovation = id;
  const auto entry_region = reader.region_of(id);
  if (!entry_region) {
    if (!present) throw not_found(id);
    copy.region = present->region;
    require_register(caller, copy.region, document);
    return copy;
  }
  const auto stored = stored_innovation(reader, id);
  require(caller, Deed::kRegister, {stored.record.region, stored.record.owner});
  copy.region = *entry_region;
  copy.base = present ? present->base : stored.revision;
  return copy;
}

/// Stores it; answers it as it lies there now.
Draft kept(store::Writer& writer, const store::WorkingCopy& copy) {
  writer.put_working_copy(copy);
  return draft_of(writer.working_copy(copy.region, copy.account, copy.innovation).value());
}

}  // namespace

Draft draft(const Environment& environment, const Caller& caller, InnovationId id) {
  std::optional<store::WorkingCopy> copy;
  environment.store.read([&](store::Reader& reader) { copy = own_copy(reader, caller, id); });
  if (!copy) throw not_found(id);
  return draft_of(*copy);
}

std::vector<Draft> drafts(const Environment& environment, const Caller& caller,
                          const RegionCode& region) {
  require_somewhere(caller, Deed::kRegister, region);
  std::vector<Draft> all;
  environment.store.read([&](store::Reader& reader) {
    all.clear();
    for (const auto& copy : reader.working_copies(region, caller.actor)) {
      // One at a time: a hundred large ones need not lie in memory together.
      const auto whole = reader.working_copy(region, caller.actor, copy.innovation);
      if (whole) all.push_back(listed(*whole));
    }
  });
  return all;
}

Draft begin_draft(const Environment& environment, const Caller& caller, const RegionCode& region,
                  const boost::json::object& document) {
  require_register(caller, region, document);
  store::WorkingCopy copy;
  copy.region = region;
  copy.account = caller.actor;
  copy.innovation = InnovationId{environment.new_uuid()};
  copy.document = checked(document);
  Draft begun;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    require_room(writer, caller, region);
    begun = kept(writer, copy);
  });
  return begun;
}

Draft put_draft(const Environment& environment, const Caller& caller, InnovationId id,
                const boost::json::object& document, std::optional<std::int64_t> expected_version) {
  const auto text = checked(document);
  Draft made;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto present = own_copy(writer, caller, id);
    auto copy = copy_for(writer, caller, id, document, present);
    require_version(present, expected_version);
    if (!present) require_room(writer, caller, copy.region);
    copy.document = text;
    made = kept(writer, copy);
  });
  return made;
}

void drop_draft(const Environment& environment, const Caller& caller, InnovationId id) {
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const auto region = writer.region_of_working_copy(caller.actor, id);
    if (region) writer.drop_working_copy(*region, caller.actor, id);
  });
}

}  // namespace pilah::registry
