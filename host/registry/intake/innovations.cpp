#include "pilah/registry/intake/innovations.hpp"

#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/merge_patch.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"
#include "pilah/registry/intake/vouched_fields.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

Refusal not_found(InnovationId id) {
  return Refusal(RefusalKind::kNotFound, Message{"innovation.not_found", {{"id", id.text()}}, ""});
}

void require_valid(const Innovation& innovation, const catalogue::Taxonomy& taxonomy) {
  auto messages = catalogue::validate(innovation, taxonomy);
  if (!messages.empty()) throw Refusal(RefusalKind::kInvalid, std::move(messages));
}

/// Statuses that a verifier gives.
bool is_decision(catalogue::Status status) {
  return status != catalogue::Status::kDraft && status != catalogue::Status::kSubmitted;
}

/// Who may register an entry changes it and hands it in; who may verify decides what
/// becomes of it, and nothing that was verified changes without them.
void require_change(const Caller& caller, const Innovation& from, const Innovation& to) {
  Innovation decided = from;
  decided.status = to.status;
  const bool only_status = decided == to;
  const bool decides = from.status != to.status &&
                       (is_decision(to.status) ||
                        (is_decision(from.status) && from.status != catalogue::Status::kReturned));
  const bool is_revision = !only_status && from.status == catalogue::Status::kVerified;
  const Subject subject{from.region, from.owner};
  if (is_revision && !may(caller, Deed::kVerify, subject) &&
      may(caller, Deed::kRegister, subject)) {
    throw Refusal(RefusalKind::kConflict,
                  Message{"workflow.is_verified", {{"name", from.name}}, ""});
  }
  if (decides || is_revision) require(caller, Deed::kVerify, subject);
  if (!decides || !only_status) {
    require(caller, Deed::kRegister, {from.region, from.owner});
    require(caller, Deed::kRegister, {to.region, to.owner});
  }
}

}  // namespace

InnovationEntry innovation(const Environment& environment, const Caller& caller, InnovationId id) {
  InnovationEntry entry;
  environment.store.read([&](store::Reader& reader) {
    auto stored = stored_innovation(reader, id);
    const Sight sight = sight_of(reader, caller, stored.record.region);
    if (!sees(sight, stored.record)) throw not_found(id);
    entry.revision = stored.revision;
    if (!sees_whole(sight, stored.record)) entry.view = mark_of({false, {}, sight.published});
    entry.innovation = shown(sight, std::move(stored.record));
  });
  return entry;
}

InnovationEntry add_innovation(const Environment& environment, const Caller& caller,
                               const RegionCode& region, const boost::json::object& document) {
  require_not_set_by_host(document);
  InnovationEntry entry;
  catalogue::read_json(document, entry.innovation);
  entry.innovation.id = InnovationId{environment.new_uuid()};
  entry.innovation.region = region;
  require(caller, Deed::kRegister, {region, entry.innovation.owner});
  if (is_decision(entry.innovation.status)) {
    require(caller, Deed::kVerify, {region, entry.innovation.owner});
  }
  require_vouched({}, entry.innovation);
  require_valid(entry.innovation, environment.taxonomy);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    entry.revision = writer.put(entry.innovation, "added");
  });
  return entry;
}

InnovationEntry change_innovation(const Environment& environment, const Caller& caller,
                                  InnovationId id, const boost::json::object& patch,
                                  std::int64_t expected_revision) {
  require_not_set_by_host(patch);
  InnovationEntry entry;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto stored = stored_innovation(writer, id);
    if (!sees(sight_of(writer, caller, stored.record.region), stored.record)) throw not_found(id);
    const Subject subject{stored.record.region, stored.record.owner};
    if (!may(caller, Deed::kVerify, subject)) require(caller, Deed::kRegister, subject);
    require_revision(stored, expected_revision);
    auto document = catalogue::to_json(stored.record).as_object();
    merge_patch(document, patch);
    entry.innovation = catalogue::from_json<Innovation>(document);
    require_change(caller, stored.record, entry.innovation);
    require_vouched(stored.record, entry.innovation);
    require_valid(entry.innovation, environment.taxonomy);
    entry.revision = writer.put(entry.innovation, "changed");
    // What was typed is saved by now.
    writer.drop_working_copy(entry.innovation.region, caller.actor, id);
  });
  return entry;
}

}  // namespace pilah::registry
