#include "pilah/registry/evidence/evidence.hpp"

#include <algorithm>
#include <optional>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/evidence/media_type.hpp"
#include "pilah/registry/evidence/text_check.hpp"
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

constexpr std::size_t kLongestFileName = 200;

[[noreturn]] void refuse(const char* kind, std::vector<std::pair<std::string, std::string>> with,
                         const char* pointer = "") {
  throw Refusal(RefusalKind::kInvalid, Message{kind, std::move(with), pointer});
}

/// Without the folders that a browser of old sends too, and nothing but text.
std::string name_of(std::string_view sent) {
  sent.remove_prefix(
      sent.find_last_of("/\\") == std::string_view::npos ? 0 : sent.find_last_of("/\\") + 1);
  if (sent.empty() || sent.size() > kLongestFileName || !is_plain_line(sent)) {
    refuse("evidence.bad_name", {{"largest", std::to_string(kLongestFileName)}}, "/file_name");
  }
  return std::string(sent);
}

/// Only what is filled in can be proven.
void require_field(const Innovation& innovation, const std::string& pointer) {
  const auto document = catalogue::to_json(innovation);
  boost::json::error_code error;
  const auto* value = pointer.size() > 1 ? document.find_pointer(pointer, error) : nullptr;
  if (!value) refuse("evidence.no_such_field", {{"field", pointer}}, "/field");
}

/// Receives the file; answers what it is and where it lies.
Evidence received(store::IncomingFile& incoming, const EvidenceUpload& upload) {
  FileEnds ends;
  TextCheck text;
  for (auto piece = upload.next(); !piece.empty(); piece = upload.next()) {
    if (incoming.size() + static_cast<std::int64_t>(piece.size()) > kLargestEvidence) {
      refuse("evidence.too_large", {{"largest", std::to_string(kLargestEvidence)}});
    }
    incoming.append(piece);
    ends.head.append(
        piece.substr(0, FileEnds::kHead - std::min(FileEnds::kHead, ends.head.size())));
    ends.tail.append(piece);
    if (ends.tail.size() > 2 * FileEnds::kTail) {
      ends.tail.erase(0, ends.tail.size() - FileEnds::kTail);
    }
    text.feed(piece);
  }
  ends.is_text = text.is_text();
  const auto type = media_type_of(ends);
  if (!type) refuse("evidence.unknown_type", {{"file", upload.file_name}});
  Evidence evidence;
  evidence.file_name = name_of(upload.file_name);
  evidence.media_type = *type;
  evidence.field = upload.field;
  evidence.size = incoming.size();
  evidence.sha256 = incoming.keep();
  return evidence;
}

void require_room(const Innovation& innovation) {
  if (innovation.evidence.size() < kMostEvidence) return;
  refuse("evidence.too_many", {{"largest", std::to_string(kMostEvidence)}});
}

/// The entry as it is, with the right to change it.
store::Stored<Innovation> to_change(store::Reader& reader, const Caller& caller, Deed deed,
                                    InnovationId id, std::int64_t expected_revision) {
  auto stored = stored_innovation(reader, id);
  require(caller, deed, {stored.record.region, stored.record.owner});
  require_revision(stored, expected_revision);
  return stored;
}

bool is_named(const Environment& environment, const std::string& sha256) {
  bool named = false;
  environment.store.read([&](store::Reader& reader) { named = reader.names_evidence(sha256); });
  return named;
}

}  // namespace

AddedEvidence add_evidence(const Environment& environment, const Caller& caller, InnovationId id,
                           const EvidenceUpload& upload, std::int64_t expected_revision) {
  environment.store.read([&](store::Reader& reader) {
    // Before a byte is received, and again when it is stored.
    const auto stored = to_change(reader, caller, Deed::kRegister, id, expected_revision);
    require_field(stored.record, upload.field);
    require_room(stored.record);
  });
  const auto incoming = environment.store.evidence().receive();
  const Evidence evidence = received(*incoming, upload);
  InnovationEntry entry;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = to_change(writer, caller, Deed::kRegister, id, expected_revision);
    auto& files = stored.record.evidence;
    const bool there = std::any_of(files.begin(), files.end(), [&](const Evidence& each) {
      return each.sha256 == evidence.sha256 && each.field == evidence.field;
    });
    if (!there) {
      require_room(stored.record);
      files.push_back(evidence);
    }
    entry = {stored.record, writer.put(stored.record, "evidence added")};
  });
  return {std::move(entry), evidence};
}

InnovationEntry claims(const Environment& environment, const Caller& caller, InnovationId id) {
  InnovationEntry entry;
  environment.store.read([&](store::Reader& reader) {
    auto stored = stored_innovation(reader, id);
    require(caller, Deed::kReadInternal, {stored.record.region, stored.record.owner});
    entry = {std::move(stored.record), stored.revision};
  });
  return entry;
}

EvidenceFile evidence_file(const Environment& environment, const Caller& caller, InnovationId id,
                           const std::string& sha256) {
  EvidenceFile file;
  environment.store.read([&](store::Reader& reader) {
    const auto stored = stored_innovation(reader, id);
    require(caller, Deed::kReadInternal, {stored.record.region, stored.record.owner});
    const auto& files = stored.record.evidence;
    const auto named = std::find_if(files.begin(), files.end(),
                                    [&](const Evidence& each) { return each.sha256 == sha256; });
    if (named != files.end()) file.evidence = *named;
  });
  auto bytes =
      file.evidence.sha256.empty() ? std::nullopt : environment.store.evidence().read(sha256);
  if (!bytes) {
    throw Refusal(RefusalKind::kNotFound, Message{"evidence.not_found", {{"file", sha256}}, ""});
  }
  file.bytes = *std::move(bytes);
  return file;
}

InnovationEntry remove_evidence(const Environment& environment, const Caller& caller,
                                InnovationId id, const std::string& sha256,
                                std::int64_t expected_revision) {
  InnovationEntry entry;
  auto& files = environment.store.evidence();
  files.expect_unnamed(sha256);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = to_change(writer, caller, Deed::kRegister, id, expected_revision);
    auto& named = stored.record.evidence;
    const auto end = std::remove_if(named.begin(), named.end(),
                                    [&](const Evidence& each) { return each.sha256 == sha256; });
    if (end == named.end()) {
      throw Refusal(RefusalKind::kNotFound, Message{"evidence.not_found", {{"file", sha256}}, ""});
    }
    named.erase(end, named.end());
    entry = {stored.record, writer.put(stored.record, "evidence removed")};
  });
  files.remove_unnamed(sha256,
                       [&](const std::string& file) { return is_named(environment, file); });
  return entry;
}

InnovationEntry verify_indicator(const Environment& environment, const Caller& caller,
                                 InnovationId id, std::size_t indicator,
                                 std::vector<catalogue::MeasuredValue> found,
                                 std::int64_t expected_revision) {
  InnovationEntry entry;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = to_change(writer, caller, Deed::kVerify, id, expected_revision);
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
