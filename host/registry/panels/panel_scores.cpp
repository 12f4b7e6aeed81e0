#include "pilah/registry/panels/panel_scores.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <sodium.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Assessment;
using catalogue::Panel;
using catalogue::PanelId;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kTimeBytes = 6;  // of a UUID of version 7

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
  reader.each_from<Assessment>(region, before_all, [&](const store::Stored<Assessment>& stored) {
    if (!is_of_its_time(stored.record.id)) return false;
    if (stored.record.panel == panel) scores.push_back(stored.record);
    return true;
  });
  return scores;
}

}  // namespace pilah::registry
