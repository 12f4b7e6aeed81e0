#include "pilah/registry/workflow/steps.hpp"

#include <algorithm>
#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/local_time.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/evidence/leaving_files.hpp"
#include "pilah/registry/intake/merge_patch.hpp"
#include "pilah/registry/intake/vouched_fields.hpp"
#include "pilah/registry/notifications/tell.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::HappeningKind;
using catalogue::Innovation;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::Region;
using catalogue::Status;

namespace {

constexpr std::size_t kMostReasons = 100;
constexpr std::size_t kMostAtOnce = 1000;

Refusal conflict(const char* kind, const Innovation& entry,
                 std::vector<std::pair<std::string, std::string>> arguments = {}) {
  arguments.insert(arguments.begin(), {"name", entry.name});
  return Refusal(RefusalKind::kConflict, Message{kind, std::move(arguments), ""});
}

void require_valid(const Environment& environment, const Innovation& entry) {
  auto messages = catalogue::validate(entry, environment.taxonomy);
  if (!messages.empty()) throw Refusal(RefusalKind::kInvalid, std::move(messages));
}

/// One step: `make` changes the version within a write that may be run again.
template <class Make>
ReviewEntry step(const Environment& environment, const Caller& caller, const FromVersion& from,
                 Make make) {
  WorkingVersion version;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    version = working_version(writer, from.id, from.expected_revision);
    make(writer, version);
  });
  Innovation submitted = version.entry;
  submitted.status = Status::kSubmitted;
  return {std::move(version), catalogue::validate(submitted, environment.taxonomy)};
}

/// A step behind which one of two versions is gone, and files that it alone named with it.
template <class Make>
ReviewEntry leaving(const Environment& environment, const Caller& caller, const FromVersion& from,
                    Make make) {
  const auto files = LeavingFiles::of_versions(environment, from.id);
  auto entry = step(environment, caller, from, make);
  files.remove_unnamed();
  return entry;
}

void require_open(const Environment& environment, const Caller& caller, const Region& region,
                  const Innovation& entry) {
  const auto until = catalogue::end_of_minute(region.submission.until, region.time_zone);
  if (!until || environment.now() <= *until) return;
  if (may(caller, Deed::kVerify, subject_of(entry))) return;
  throw conflict("workflow.deadline_passed", entry,
                 {{"until", region.submission.until},
                  {"zone", std::string(catalogue::name_of(region.time_zone))}});
}

}  // namespace

ReviewEntry submit(const Environment& environment, const Caller& caller, const FromVersion& from) {
  return step(environment, caller, from, [&](store::Writer& writer, WorkingVersion& version) {
    require(caller, Deed::kRegister, subject_of(version.entry));
    require_status(version.entry, {Status::kDraft, Status::kReturned});
    require_open(environment, caller, writer.region(version.entry.region).value(), version.entry);
    version.entry.status = Status::kSubmitted;
    require_valid(environment, version.entry);
    version.review.submitted_by = caller.actor;
    version.review.approved_by.clear();
    version.review.reasons.clear();
    put(writer, version, "submitted");
    tell_submitted(writer, version, caller.actor);
  });
}

ReviewEntry recall(const Environment& environment, const Caller& caller, const FromVersion& from) {
  return step(environment, caller, from, [&](store::Writer& writer, WorkingVersion& version) {
    require(caller, Deed::kRegister, subject_of(version.entry));
    require_status(version.entry, {Status::kSubmitted});
    version.entry.status = Status::kDraft;
    version.review.submitted_by.clear();
    version.review.approved_by.clear();
    put(writer, version, "recalled");
  });
}

ReviewEntry approve(const Environment& environment, const Caller& caller, const FromVersion& from) {
  return step(environment, caller, from, [&](store::Writer& writer, WorkingVersion& version) {
    require(caller, Deed::kApprove, subject_of(version.entry));
    require_status(version.entry, {Status::kSubmitted});
    version.review.approved_by = caller.actor;
    writer.put(version.review, "approved");
    tell_approved(writer, version, caller.actor);
  });
}

ReviewEntry verify_entry(const Environment& environment, const Caller& caller,
                         const FromVersion& from) {
  return leaving(environment, caller, from, [&](store::Writer& writer, WorkingVersion& version) {
    require(caller, Deed::kVerify, subject_of(version.entry));
    require_status(version.entry, {Status::kSubmitted});
    if (!caller.has_data_folder && version.review.submitted_by == caller.actor) {
      throw conflict("workflow.own_submission", version.entry);
    }
    const Region region = writer.region(version.entry.region).value();
    if (region.submission.approved_by_head && version.review.approved_by.empty()) {
      throw conflict("workflow.not_approved", version.entry);
    }
    if (version.is_pending) take_in_published(writer, version);
    version.entry.status = Status::kVerified;
    require_valid(environment, version.entry);
    const auto kind = version.is_pending ? HappeningKind::kPublished : HappeningKind::kVerified;
    const auto submitted_by = std::exchange(version.review.submitted_by, {});
    version.review.reasons.clear();
    publish(writer, version, "verified");
    tell_of_entry(writer, kind, version.entry, submitted_by, caller.actor);
  });
}

ReviewEntry return_entry(const Environment& environment, const Caller& caller,
                         const FromVersion& from, std::vector<catalogue::FieldReason> reasons) {
  if (reasons.empty() || reasons.size() > kMostReasons) {
    throw Refusal(RefusalKind::kInvalid, Message{"workflow.reasons_number",
                                                 {{"limit", std::to_string(kMostReasons)},
                                                  {"count", std::to_string(reasons.size())}},
                                                 "/reasons"});
  }
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    const std::string place = "/reasons/" + std::to_string(i);
    require_field(reasons[i].pointer, place + "/pointer");
    require_text(reasons[i].text, place + "/text");
  }
  return step(environment, caller, from, [&](store::Writer& writer, WorkingVersion& version) {
    require(caller, Deed::kVerify, subject_of(version.entry));
    require_status(version.entry, {Status::kSubmitted});
    version.entry.status = Status::kReturned;
    const auto submitted_by = std::exchange(version.review.submitted_by, {});
    version.review.approved_by.clear();
    version.review.reasons = reasons;
    put(writer, version, "returned");
    tell_of_entry(writer, HappeningKind::kReturned, version.entry, submitted_by, caller.actor);
  });
}

ReviewEntry archive_entry(const Environment& environment, const Caller& caller,
                          const FromVersion& from) {
  return leaving(environment, caller, from, [&](store::Writer& writer, WorkingVersion& version) {
    require(caller, Deed::kVerify, subject_of(version.entry));
    require_status(version.entry,
                   {Status::kDraft, Status::kSubmitted, Status::kVerified, Status::kReturned});
    if (version.is_pending) {
      version.entry = writer.find<Innovation>(version.entry.region, from.id).value().record;
    }
    version.entry.status = Status::kArchived;
    const auto submitted_by = std::exchange(version.review.submitted_by, {});
    version.review.approved_by.clear();
    version.review.reasons.clear();
    publish(writer, version, "archived");
    tell_of_entry(writer, HappeningKind::kArchived, version.entry, submitted_by, caller.actor);
  });
}

ReviewEntry revise(const Environment& environment, const Caller& caller, const FromVersion& from,
                   const boost::json::object& patch) {
  require_registrable(patch);
  return step(environment, caller, from, [&](store::Writer& writer, WorkingVersion& version) {
    require(caller, Deed::kRegister, subject_of(version.entry));
    if (!version.is_pending) require_status(version.entry, {Status::kVerified});
    open_for_change(version);
    auto document = catalogue::to_json(version.entry).as_object();
    merge_patch(document, patch);
    auto changed = catalogue::from_json<Innovation>(document);
    require_vouched(version.entry, changed);
    version.entry = std::move(changed);
    require(caller, Deed::kRegister, subject_of(version.entry));
    require_valid(environment, version.entry);
    put(writer, version, "revised");
  });
}

ReviewEntry drop_revision(const Environment& environment, const Caller& caller,
                          const FromVersion& from) {
  return leaving(environment, caller, from, [&](store::Writer& writer, WorkingVersion& version) {
    require(caller, Deed::kRegister, subject_of(version.entry));
    if (!version.is_pending) throw conflict("workflow.nothing_pending", version.entry);
    writer.remove<catalogue::PendingVersion>(version.entry.region, from.id, "dropped");
    version = working_version(writer, from.id);
    version.review.submitted_by.clear();
    version.review.approved_by.clear();
    version.review.reasons.clear();
    writer.put(version.review, "dropped");
  });
}

std::vector<BulkOutcome> verify_entries(const Environment& environment, const Caller& caller,
                                        const catalogue::RegionCode& region,
                                        const std::vector<FromVersion>& versions) {
  require(caller, Deed::kVerify, {region, {}});
  if (versions.size() > kMostAtOnce) {
    throw Refusal(RefusalKind::kInvalid, Message{"workflow.too_many_at_once",
                                                 {{"limit", std::to_string(kMostAtOnce)},
                                                  {"count", std::to_string(versions.size())}},
                                                 "/innovations"});
  }
  std::vector<BulkOutcome> outcomes;
  for (const FromVersion& from : versions) {
    BulkOutcome outcome{from.id, 0, {}};
    try {
      outcome.revision = verify_entry(environment, caller, from).version.revision;
    } catch (const Refusal& refusal) {
      if (refusal.kind() == RefusalKind::kUnavailable) throw;
      outcome.refused = refusal.messages();
    }
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

}  // namespace pilah::registry
