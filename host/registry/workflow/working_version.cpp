#include "pilah/registry/workflow/working_version.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::PendingVersion;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::Review;
using catalogue::Status;

WorkingVersion working_version(store::Reader& reader, InnovationId id) {
  auto stored = stored_innovation(reader, id);
  const auto region = stored.record.region;
  WorkingVersion version{std::move(stored.record), stored.revision, false, {}};
  version.review.id = id;
  version.review.region = region;
  if (auto pending = reader.find<PendingVersion>(region, id)) {
    version.entry = std::move(pending->record.entry);
    version.base = std::move(pending->record.base);
    version.revision = pending->revision;
    version.is_pending = true;
  }
  if (auto review = reader.find<Review>(region, id)) version.review = std::move(review->record);
  return version;
}

WorkingVersion working_version(store::Reader& reader, InnovationId id,
                               std::int64_t expected_revision) {
  auto version = working_version(reader, id);
  require_revision({version.entry, version.revision}, expected_revision);
  return version;
}

void require_status(const Innovation& entry, std::initializer_list<Status> allowed) {
  if (std::ranges::find(allowed, entry.status) != allowed.end()) return;
  std::string expected;
  for (const Status each : allowed) {
    expected += (expected.empty() ? "" : ", ") + std::string(catalogue::name_of(each));
  }
  throw Refusal(RefusalKind::kConflict,
                Message{"workflow.wrong_status",
                        {{"name", entry.name},
                         {"status", std::string(catalogue::name_of(entry.status))},
                         {"expected", expected}},
                        ""});
}

void open_for_change(WorkingVersion& version) {
  if (version.is_pending) return require_status(version.entry, {Status::kDraft, Status::kReturned});
  if (version.entry.status != Status::kVerified) return;
  version.is_pending = true;
  version.base = version.entry;
  version.entry.status = Status::kDraft;
}

void put_entry(store::Writer& writer, WorkingVersion& version, std::string_view action) {
  const auto& entry = version.entry;
  version.revision =
      version.is_pending
          ? writer.put(PendingVersion{entry.id, entry.region, entry, version.base}, action)
          : writer.put(entry, action);
}

void put(store::Writer& writer, WorkingVersion& version, std::string_view action) {
  put_entry(writer, version, action);
  writer.put(version.review, action);
}

void take_in_published(store::Reader& reader, WorkingVersion& version) {
  const auto published = reader.find<Innovation>(version.entry.region, version.entry.id).value();
  const auto base = catalogue::to_json(version.base).as_object();
  const auto theirs = catalogue::to_json(published.record).as_object();
  auto ours = catalogue::to_json(version.entry).as_object();
  const auto member = [](const boost::json::object& of, const char* key) {
    const auto* value = of.if_contains(key);
    return value ? *value : boost::json::value(nullptr);
  };
  std::string both;
  Innovation::fields(version.base, [&](const char* key, const auto&) {
    const auto before = member(base, key);
    const auto now = member(theirs, key);
    if (now == before || now == member(ours, key)) return;
    if (member(ours, key) != before) {
      both += (both.empty() ? "" : ", ") + std::string(key);
    } else if (now.is_null()) {
      ours.erase(key);
    } else {
      ours.insert_or_assign(key, now);
    }
  });
  if (!both.empty()) {
    throw Refusal(RefusalKind::kConflict, Message{"workflow.published_changed",
                                                  {{"name", version.entry.name}, {"fields", both}},
                                                  ""});
  }
  version.entry = catalogue::from_json<Innovation>(ours);
}

void publish(store::Writer& writer, WorkingVersion& version, std::string_view action) {
  if (std::exchange(version.is_pending, false)) {
    writer.remove<PendingVersion>(version.entry.region, version.entry.id, action);
  }
  put(writer, version, action);
}

}  // namespace pilah::registry
