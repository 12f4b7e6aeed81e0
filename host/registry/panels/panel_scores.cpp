#include "pilah/registry/panels/panel_scores.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include <boost/json.hpp>
#include <sodium.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/document_members.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Assessment;
using catalogue::Panel;
using catalogue::PanelId;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kTimeBytes = 6;  // of a UUID of version 7

/// The text of a member, which its JSON may write with escapes.
std::string text_in(std::string_view json) {
  if (json.find('\\') == std::string_view::npos) {
    return std::string(json.substr(1, json.size() - 2));
  }
  return std::string(boost::json::parse(json).as_string());
}

template <class AnyId>
AnyId id_in(std::string_view json) {
  return AnyId::parse(json.substr(1, json.size() - 2)).value();
}

/// As catalogue::from_json() reads it, in a part of its time: a panel has thousands.
Assessment score_in(std::string_view document, const RegionCode& region) {
  Assessment score;
  score.region = region;
  each_member(document, [&score](const DocumentMember& member) {
    const std::string_view key = member.key, value = member.value;
    if (key == "id") score.id = id_in<catalogue::AssessmentId>(value);
    if (key == "innovation") score.innovation = id_in<catalogue::InnovationId>(value);
    if (key == "criterion") score.criterion = text_in(value);
    if (key == "round") score.round = id_in<catalogue::RoundId>(value);
    if (key == "panel") score.panel = id_in<PanelId>(value);
    if (key == "assessor") score.assessor = id_in<catalogue::PersonId>(value);
    if (key == "step") std::from_chars(value.data(), value.data() + value.size(), score.step.value);
    if (key == "note") score.note = text_in(value);
  });
  return score;
}

}  // namespace

store::Stored<Panel> stored_panel(store::Reader& reader, const RegionCode& region, PanelId id) {
  auto stored = reader.find<Panel>(region, id);
  if (stored) return *std::move(stored);
  throw catalogue::Refusal(catalogue::RefusalKind::kNotFound,
                           catalogue::Message{"panel.not_found", {{"id", id.text()}}, ""});
}

catalogue::AssessmentId assessment_id(const Panel& panel, catalogue::PersonId assessor,
                                      catalogue::InnovationId entry, std::string_view criterion) {
  std::string place;
  for (const auto& uuid : {panel.id.uuid, assessor.uuid, entry.uuid}) {
    place.append(uuid.bytes.begin(), uuid.bytes.end());
  }
  place.append(criterion);
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(place.data()),
                     place.size());
  catalogue::Uuid id = panel.id.uuid;
  std::copy_n(digest.begin(), id.bytes.size() - kTimeBytes, id.bytes.begin() + kTimeBytes);
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x70);  // version 7
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);  // variant of RFC 9562
  return {id};
}

std::vector<Assessment> scores_of(store::Reader& reader, const RegionCode& region, PanelId panel) {
  std::vector<Assessment> scores;
  catalogue::AssessmentId before_all;
  std::copy_n(panel.uuid.bytes.begin(), kTimeBytes, before_all.uuid.bytes.begin());
  const auto is_of_its_time = [&](const catalogue::AssessmentId& id) {
    return std::equal(id.uuid.bytes.begin(), id.uuid.bytes.begin() + kTimeBytes,
                      before_all.uuid.bytes.begin());
  };
  const auto take = [&](const store::Stored<std::string>& stored) {
    auto score = score_in(stored.record, region);
    if (!is_of_its_time(score.id)) return false;
    if (score.panel == panel) scores.push_back(std::move(score));
    return true;
  };
  reader.each_text_from<Assessment>(region, before_all, take);
  return scores;
}

}  // namespace pilah::registry
