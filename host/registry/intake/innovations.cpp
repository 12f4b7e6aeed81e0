#include "pilah/registry/intake/innovations.hpp"

#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/merge_patch.hpp"
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

store::Stored<Innovation> found(store::Reader& reader, InnovationId id) {
  const auto region = reader.region_of(id);
  auto stored = region ? reader.find<Innovation>(*region, id) : std::nullopt;
  if (!stored) throw not_found(id);
  return *std::move(stored);
}

}  // namespace

InnovationEntry innovation(const Environment& environment, InnovationId id) {
  InnovationEntry entry;
  environment.store.read([&](store::Reader& reader) {
    auto stored = found(reader, id);
    entry = {std::move(stored.record), stored.revision};
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
  require_valid(entry.innovation, environment.taxonomy);
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    entry.revision = writer.put(entry.innovation, "added");
  });
  return entry;
}

InnovationEntry change_innovation(const Environment& environment, const Caller& caller,
                                  InnovationId id, const boost::json::object& patch,
                                  std::int64_t expected_revision) {
  require_not_set_by_host(patch);
  InnovationEntry entry;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const auto stored = found(writer, id);
    if (stored.revision != expected_revision) {
      throw Refusal(RefusalKind::kStale, Message{"innovation.changed_since",
                                                 {{"name", stored.record.name},
                                                  {"expected", std::to_string(expected_revision)},
                                                  {"revision", std::to_string(stored.revision)}},
                                                 ""});
    }
    auto document = catalogue::to_json(stored.record).as_object();
    merge_patch(document, patch);
    entry.innovation = catalogue::from_json<Innovation>(document);
    require_valid(entry.innovation, environment.taxonomy);
    entry.revision = writer.put(entry.innovation, "changed");
  });
  return entry;
}

}  // namespace pilah::registry
