#include "pilah/registry/intake/innovations.hpp"

#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"
#include "pilah/registry/intake/vouched_fields.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

void require_valid(const Innovation& innovation, const catalogue::Taxonomy& taxonomy) {
  auto messages = catalogue::validate(innovation, taxonomy);
  if (!messages.empty()) throw Refusal(RefusalKind::kInvalid, std::move(messages));
}

/// What only the host sets: a document that brings one of these is refused.
void require_absent(const boost::json::object& document, const char* key) {
  if (!document.contains(key)) return;
  throw Refusal(RefusalKind::kInvalid,
                Message{"innovation.set_by_host", {{"field", key}}, std::string("/") + key});
}

/// RFC 7396 on the members of one object; nested objects are merged likewise.
void merge(boost::json::object& target, const boost::json::object& patch) {
  for (const auto& member : patch) {
    if (member.value().is_null()) {
      target.erase(member.key());
    } else if (auto* inner = target.if_contains(member.key());
               inner && inner->is_object() && member.value().is_object()) {
      merge(inner->get_object(), member.value().get_object());
    } else {
      target.insert_or_assign(member.key(), member.value());
    }
  }
}

}  // namespace

InnovationEntry innovation(const Environment& environment, InnovationId id) {
  InnovationEntry entry;
  environment.store.read([&](store::Reader& reader) {
    auto stored = stored_innovation(reader, id);
    entry = {std::move(stored.record), stored.revision};
  });
  return entry;
}

InnovationEntry add_innovation(const Environment& environment, const Caller& caller,
                               const RegionCode& region, const boost::json::object& document) {
  for (const char* key : {"id", "region", "origin"}) require_absent(document, key);
  InnovationEntry entry;
  catalogue::read_json(document, entry.innovation);
  entry.innovation.id = InnovationId{environment.new_uuid()};
  entry.innovation.region = region;
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
  for (const char* key : {"id", "region", "origin"}) require_absent(patch, key);
  InnovationEntry entry;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto stored = stored_innovation(writer, id);
    require_revision(stored, expected_revision);
    auto document = catalogue::to_json(stored.record).as_object();
    merge(document, patch);
    entry.innovation = catalogue::from_json<Innovation>(document);
    require_vouched(stored.record, entry.innovation);
    require_valid(entry.innovation, environment.taxonomy);
    entry.revision = writer.put(entry.innovation, "changed");
    // What was typed is saved by now.
    writer.drop_working_copy(entry.innovation.region, caller.actor, id);
  });
  return entry;
}

}  // namespace pilah::registry
