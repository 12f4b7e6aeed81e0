#include "pilah/registry/evidence/evidence.hpp"

#include <algorithm>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/evidence/leaving_files.hpp"
#include "pilah/registry/evidence/received_file.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

using catalogue::Evidence;
using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

[[noreturn]] void refuse(const char* kind, std::vector<std::pair<std::string, std::string>> with,
                         const char* pointer = "") {
  throw Refusal(RefusalKind::kInvalid, Message{kind, std::move(with), pointer});
}

/// Only what is filled in can be proven.
void require_field(const Innovation& innovation, const std::string& pointer) {
  const auto document = catalogue::to_json(innovation);
  boost::json::error_code error;
  const auto* value = pointer.size() > 1 ? document.find_pointer(pointer, error) : nullptr;
  if (!value) refuse("evidence.no_such_field", {{"field", pointer}}, "/field");
}

void require_room(const Innovation& innovation) {
  if (innovation.evidence.size() < kMostEvidence) return;
  refuse("evidence.too_many", {{"largest", std::to_string(kMostEvidence)}});
}

/// The version that evidence is added to or taken from, with the right to do so.
WorkingVersion to_change(store::Reader& reader, const Caller& caller, InnovationId id,
                         std::int64_t expected_revision) {
  auto version = working_version(reader, id);
  require(caller, Deed::kRegister, {version.entry.region, version.entry.owner});
  require_revision({version.entry, version.revision}, expected_revision);
  open_for_change(version);
  return version;
}

}  // namespace

AddedEvidence add_evidence(const Environment& environment, const Caller& caller, InnovationId id,
                           const EvidenceUpload& upload, std::int64_t expected_revision) {
  environment.store.read([&](store::Reader& reader) {
    // Before a byte is received, and again when it is stored.
    const auto version = to_change(reader, caller, id, expected_revision);
    require_field(version.entry, upload.field);
    require_room(version.entry);
  });
  const auto incoming = environment.store.evidence().receive();
  const Evidence evidence = received(*incoming, upload);
  WorkingVersion version;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    version = to_change(writer, caller, id, expected_revision);
    auto& files = version.entry.evidence;
    const bool there = std::any_of(files.begin(), files.end(), [&](const Evidence& each) {
      return each.sha256 == evidence.sha256 && each.field == evidence.field;
    });
    if (there) {
      version = working_version(writer, id);
      return;
    }
    require_room(version.entry);
    files.push_back(evidence);
    put_entry(writer, version, "evidence added");
  });
  return {std::move(version), evidence};
}

WorkingVersion claims(const Environment& environment, const Caller& caller, InnovationId id) {
  WorkingVersion version;
  environment.store.read([&](store::Reader& reader) { version = working_version(reader, id); });
  require(caller, Deed::kReadInternal, subject_of(version.entry));
  return version;
}

EvidenceFile evidence_file(const Environment& environment, const Caller& caller, InnovationId id,
                           const std::string& sha256) {
  EvidenceFile file;
  environment.store.read([&](store::Reader& reader) {
    const auto stored = stored_innovation(reader, id);
    const Sight sight = sight_of(reader, caller, stored.record.region);
    auto files = stored.record.evidence;
    if (sees_whole(sight, stored.record)) {
      const auto waiting = working_version(reader, id).entry.evidence;
      files.insert(files.end(), waiting.begin(), waiting.end());
    } else if (!sees(sight, stored.record) || !sight.published.shows_field("evidence")) {
      require(caller, Deed::kReadInternal, subject_of(stored.record));
    }
    const auto named = std::find_if(files.begin(), files.end(),
                                    [&](const Evidence& each) { return each.sha256 == sha256; });
    if (named != files.end()) file.evidence = *named;
  });
  const std::shared_ptr<store::EvidenceReader> bytes =
      file.evidence.sha256.empty() ? nullptr : environment.store.evidence().open(sha256);
  if (!bytes) {
    throw Refusal(RefusalKind::kNotFound, Message{"evidence.not_found", {{"file", sha256}}, ""});
  }
  file.next = [bytes](std::string& piece) { return bytes->next(piece); };
  return file;
}

WorkingVersion remove_evidence(const Environment& environment, const Caller& caller,
                               InnovationId id, const std::string& sha256,
                               std::int64_t expected_revision) {
  WorkingVersion version;
  const LeavingFiles files(environment, {sha256});
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    version = to_change(writer, caller, id, expected_revision);
    auto& named = version.entry.evidence;
    const auto end = std::remove_if(named.begin(), named.end(),
                                    [&](const Evidence& each) { return each.sha256 == sha256; });
    if (end == named.end()) {
      throw Refusal(RefusalKind::kNotFound, Message{"evidence.not_found", {{"file", sha256}}, ""});
    }
    named.erase(end, named.end());
    put_entry(writer, version, "evidence removed");
  });
  files.remove_unnamed();
  return version;
}

InnovationEntry verify_indicator(const Environment& environment, const Caller& caller,
                                 InnovationId id, std::size_t indicator,
                                 std::vector<catalogue::MeasuredValue> found,
                                 std::int64_t expected_revision) {
  InnovationEntry entry;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = stored_innovation(writer, id);
    require(caller, Deed::kVerify, {stored.record.region, stored.record.owner});
    require_revision(stored, expected_revision);
    auto& indicators = stored.record.indicators;
    if (indicator >= indicators.size()) {
      refuse("evidence.no_such_field", {{"field", "/indicators/" + std::to_string(indicator)}});
    }
    indicators[indicator].verified = found;
    auto messages = catalogue::validate(stored.record, environment.taxonomy);
    if (!messages.empty()) throw Refusal(RefusalKind::kInvalid, std::move(messages));
    entry = {stored.record, writer.put(stored.record, "values verified")};
  });
  return entry;
}

}  // namespace pilah::registry
