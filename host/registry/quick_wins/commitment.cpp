#include "pilah/registry/quick_wins/commitment.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/evidence/received_file.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/quick_wins/placing.hpp"
#include "pilah/registry/quick_wins/stored_set.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/evidence_files.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::PersonId;
using catalogue::QuickWinSet;
using catalogue::QuickWinSetId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Signatory;
using catalogue::Signature;
using catalogue::SignatureId;

namespace {

constexpr std::size_t kLongestText = 500;  // bytes

bool is_line(const std::string& text) { return !text.empty() && text.size() <= kLongestText; }

Messages mistakes(store::Reader& reader, const RegionCode& region,
                  const std::vector<NewSignatory>& signatories) {
  Messages wrong;
  for (std::size_t i = 0; i < signatories.size(); ++i) {
    const auto& one = signatories[i];
    const std::string place = "/signatories/" + std::to_string(i);
    if (!is_line(one.name)) wrong.push_back({"commitment.name_missing", {}, place + "/name"});
    if (!is_line(one.office)) wrong.push_back({"commitment.office_missing", {}, place + "/office"});
    if (one.organisation && !reader.find<catalogue::Organisation>(region, *one.organisation)) {
      wrong.push_back({"panel.no_such_organisation",
                       {{"id", one.organisation->text()}},
                       place + "/organisation"});
    }
  }
  return wrong;
}

const Signatory& signatory_of(const QuickWinSet& set, const PersonId& person) {
  const auto found = std::find_if(set.signatories.begin(), set.signatories.end(),
                                  [&](const auto& each) { return each.person == person; });
  if (found != set.signatories.end()) return *found;
  throw Refusal(
      RefusalKind::kInvalid,
      Message{"commitment.no_signatory", {{"id", person.text()}, {"name", set.name}}, "/person"});
}

/// What is signed must be written.
void require_formulated(const QuickWinSet& set) {
  Messages lacking;
  for (const auto& id : quick_wins_in(set.candidates)) {
    const bool is_there = std::any_of(set.formulations.begin(), set.formulations.end(),
                                      [&](const auto& each) { return each.candidate == id; });
    if (!is_there) lacking.push_back({"commitment.not_formulated", {{"id", id}}, ""});
  }
  if (!lacking.empty()) throw Refusal(RefusalKind::kConflict, std::move(lacking));
}

void require_day(const catalogue::PartialDate& day, const catalogue::PartialDate& today) {
  if (day.day != 0 && day <= today) return;
  throw Refusal(
      RefusalKind::kInvalid,
      Message{"commitment.no_day", {{"day", day.text()}, {"today", today.text()}}, "/signed_on"});
}

store::Stored<Signature> stored_signature(store::Reader& reader, const RegionCode& region,
                                          SignatureId id) {
  auto stored = reader.find<Signature>(region, id);
  if (stored) return *std::move(stored);
  throw Refusal(RefusalKind::kNotFound,
                Message{"commitment.signature_not_found", {{"id", id.text()}}, ""});
}

}  // namespace

QuickWinSetEntry add_signatories(const Environment& environment, const Caller& caller,
                                 const RegionCode& region, QuickWinSetId id,
                                 const std::vector<NewSignatory>& signatories,
                                 std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  std::vector<PersonId> ids;
  for (std::size_t i = 0; i < std::min(signatories.size(), kMostSignatories); ++i) {
    ids.push_back({environment.new_uuid()});
  }
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto set = set_in_force(writer, region, id, expected_revision).record;
    const std::size_t all = set.signatories.size() + signatories.size();
    if (signatories.empty() || all > kMostSignatories) {
      throw Refusal(RefusalKind::kInvalid, Message{"commitment.signatory_count",
                                                   {{"most", std::to_string(kMostSignatories)}},
                                                   "/signatories"});
    }
    auto wrong = mistakes(writer, region, signatories);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto& one = signatories[i];
      writer.put(catalogue::Person{ids[i], region, one.name, "", one.office, ""}, "added");
      set.signatories.push_back({ids[i], one.office, one.capacity, one.organisation});
    }
    writer.put(set, "signatories named");
  });
  return quick_win_set(environment, caller, region, id);
}

QuickWinSetEntry sign(const Environment& environment, const Caller& caller,
                      const RegionCode& region, QuickWinSetId id, const NewSignature& asked,
                      std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  require_day(asked.signed_on, today_of(environment));
  const SignatureId new_id{environment.new_uuid()};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto stored = set_in_force(writer, region, id, expected_revision);
    const auto& signatory = signatory_of(stored.record, asked.person);
    require_formulated(stored.record);
    for (const auto& given : signatures_on(writer, region, id)) {
      if (given.person != asked.person) continue;
      throw Refusal(
          RefusalKind::kConflict,
          Message{"commitment.signed_already", {{"day", given.signed_on.text()}}, "/person"});
    }
    const Signature signature{new_id,
                              region,
                              id,
                              stored.revision,
                              asked.person,
                              asked.office.empty() ? signatory.office : asked.office,
                              asked.capacity.value_or(signatory.capacity),
                              asked.manner,
                              asked.signed_on,
                              std::nullopt};
    if (!is_line(signature.office)) {
      throw Refusal(RefusalKind::kInvalid, Message{"commitment.office_missing", {}, "/office"});
    }
    writer.put(signature, "signed");
  });
  return quick_win_set(environment, caller, region, id);
}

QuickWinSetEntry add_scan(const Environment& environment, const Caller& caller,
                          const RegionCode& region, SignatureId id, const EvidenceUpload& upload) {
  require(caller, Deed::kChoose, {region, {}});
  QuickWinSetId set;
  const auto require_none = [&](store::Reader& reader) {
    auto signature = stored_signature(reader, region, id).record;
    set = signature.set;
    if (!signature.scan) return signature;
    throw Refusal(RefusalKind::kConflict,
                  Message{"commitment.scan_there", {{"file", signature.scan->file_name}}, ""});
  };
  environment.store.read([&](store::Reader& reader) { require_none(reader); });
  const auto incoming = environment.store.evidence().receive();
  const auto scan = received(*incoming, upload);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto signature = require_none(writer);
    signature.scan = scan;
    writer.put(signature, "scan added");
  });
  return quick_win_set(environment, caller, region, set);
}

EvidenceFile scan_of(const Environment& environment, const Caller& caller, const RegionCode& region,
                     SignatureId id) {
  require(caller, Deed::kReadInternal, {region, {}});
  EvidenceFile file;
  environment.store.read([&](store::Reader& reader) {
    const auto signature = stored_signature(reader, region, id).record;
    if (signature.scan) file.evidence = *signature.scan;
  });
  const std::shared_ptr<store::EvidenceReader> bytes =
      file.evidence.sha256.empty() ? nullptr
                                   : environment.store.evidence().open(file.evidence.sha256);
  if (!bytes) {
    throw Refusal(RefusalKind::kNotFound, Message{"commitment.no_scan", {{"id", id.text()}}, ""});
  }
  file.next = [bytes](std::string& piece) { return bytes->next(piece); };
  return file;
}

}  // namespace pilah::registry
