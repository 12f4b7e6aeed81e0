#include "pilah/registry/quick_wins/stored_set.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::QuickWinSet;
using catalogue::QuickWinSetId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Signature;

StoredSet stored_set(store::Reader& reader, const RegionCode& region, QuickWinSetId id) {
  auto stored = reader.find<QuickWinSet>(region, id);
  if (stored) return *std::move(stored);
  throw Refusal(RefusalKind::kNotFound, Message{"quick_win.not_found", {{"id", id.text()}}, ""});
}

std::optional<QuickWinSetId> amended_by(store::Reader& reader, const RegionCode& region,
                                        QuickWinSetId id) {
  std::optional<QuickWinSetId> by;
  reader.each<QuickWinSet>(region, [&](const StoredSet& stored) {
    if (stored.record.amends == id) by = stored.record.id;
    return !by;
  });
  return by;
}

std::vector<Signature> signatures_on(store::Reader& reader, const RegionCode& region,
                                     QuickWinSetId set) {
  std::vector<Signature> all;
  reader.each<Signature>(region, [&](const store::Stored<Signature>& stored) {
    if (stored.record.set == set) all.push_back(stored.record);
    return true;
  });
  return all;
}

StoredSet set_in_force(store::Reader& reader, const RegionCode& region, QuickWinSetId id,
                       std::int64_t expected_revision) {
  auto stored = stored_set(reader, region, id);
  if (const auto by = amended_by(reader, region, id)) {
    throw Refusal(
        RefusalKind::kConflict,
        Message{"quick_win.amended", {{"name", stored.record.name}, {"by", by->text()}}, ""});
  }
  if (stored.revision != expected_revision) {
    throw Refusal(RefusalKind::kStale, Message{"quick_win.changed_since",
                                               {{"name", stored.record.name},
                                                {"revision", std::to_string(stored.revision)}},
                                               ""});
  }
  return stored;
}

const boost::json::object* candidate_of(const catalogue::SelectionRecord& selection,
                                        std::string_view id) {
  for (const auto& candidate : selection.result.at("candidates").as_array()) {
    const auto& one = candidate.as_object();
    if (one.at("id").as_string() == id) return &one;
  }
  return nullptr;
}

bool is_quick_win(const QuickWinSet& set, std::string_view candidate) {
  return std::any_of(set.candidates.begin(), set.candidates.end(), [&](const auto& placed) {
    return placed.candidate == candidate && placed.placing == catalogue::Placing::kQuickWin;
  });
}

}  // namespace pilah::registry
