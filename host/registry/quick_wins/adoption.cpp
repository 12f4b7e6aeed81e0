#include "pilah/registry/quick_wins/adoption.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/quick_wins/placing.hpp"
#include "pilah/registry/quick_wins/stored_set.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::PlacedCandidate;
using catalogue::Placing;
using catalogue::QuickWinSet;
using catalogue::QuickWinSetId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::SelectionRecord;

namespace {

constexpr std::size_t kLongestText = 1'000;  // bytes

SelectionRecord chosen_selection(store::Reader& reader, const RegionCode& region,
                                 catalogue::SelectionId id) {
  auto stored = reader.find<SelectionRecord>(region, id);
  if (!stored) {
    throw Refusal(RefusalKind::kNotFound,
                  Message{"choice.selection_not_found", {{"id", id.text()}}, "/selection"});
  }
  if (stored->record.result.at("selected").is_null()) {
    throw Refusal(
        RefusalKind::kConflict,
        Message{"quick_win.nothing_chosen", {{"name", stored->record.name}}, "/selection"});
  }
  return std::move(stored->record);
}

void require_first(store::Reader& reader, const RegionCode& region, const SelectionRecord& chosen) {
  reader.each<QuickWinSet>(region, [&](const StoredSet& stored) {
    if (stored.record.selection != chosen.id) return true;
    throw Refusal(RefusalKind::kConflict,
                  Message{"quick_win.adopted_already",
                          {{"name", chosen.name}, {"set", stored.record.name}},
                          "/selection"});
  });
}

/// One candidate that is not named; nothing when nobody said where it belongs.
std::optional<PlacedCandidate> usual_place(const Adoption& adoption, const std::string& id,
                                           bool is_chosen) {
  if (is_chosen && !adoption.chosen_reason.empty()) {
    return PlacedCandidate{id, Placing::kQuickWin, adoption.chosen_reason};
  }
  if (!is_chosen && adoption.rest && !adoption.rest->reason.empty()) {
    return PlacedCandidate{id, adoption.rest->placing, adoption.rest->reason};
  }
  return std::nullopt;
}

/// In the selection's order.
std::vector<PlacedCandidate> all_placed(const Adoption& adoption, const SelectionRecord& selection,
                                        Messages& wrong) {
  std::vector<PlacedCandidate> all;
  for (const auto& candidate : selection.result.at("candidates").as_array()) {
    const auto& kept = candidate.as_object();
    const std::string id(kept.at("id").as_string());
    const std::string name(kept.at("name").as_string());
    const bool is_chosen = kept.at("chosen").as_bool();
    const auto named = std::find_if(adoption.candidates.begin(), adoption.candidates.end(),
                                    [&](const auto& one) { return one.candidate == id; });
    const auto place = named != adoption.candidates.end() ? std::optional(*named)
                                                          : usual_place(adoption, id, is_chosen);
    if (!place) {
      wrong.push_back({"quick_win.not_placed", {{"name", name}, {"id", id}}, "/candidates"});
      continue;
    }
    if (place->placing == Placing::kQuickWin && !is_chosen) {
      wrong.push_back({"quick_win.not_chosen", {{"name", name}}, "/candidates"});
    }
    all.push_back(*place);
  }
  return all;
}

}  // namespace

QuickWinSetEntry adopt(const Environment& environment, const Caller& caller,
                       const RegionCode& region, const Adoption& adoption) {
  require(caller, Deed::kChoose, {region, {}});
  QuickWinSet set;
  set.id = QuickWinSetId{environment.new_uuid()};
  set.region = region;
  set.name = adoption.name;
  set.selection = adoption.selection;
  set.decree = adoption.decree;
  set.adopted_on = today_of(environment);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto selection = chosen_selection(writer, region, adoption.selection);
    require_first(writer, region, selection);
    Messages wrong;
    if (set.name.empty() || set.name.size() > kLongestText || set.decree.size() > kLongestText) {
      wrong.push_back({"quick_win.name_missing", {}, "/name"});
    }
    check_placings(selection, adoption.candidates, wrong);
    set.candidates = all_placed(adoption, selection, wrong);
    if (wrong.empty() && quick_wins_in(set.candidates).empty()) {
      wrong.push_back({"quick_win.none", {}, "/candidates"});
    }
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    writer.put(set, "adopted");
  });
  return quick_win_set(environment, caller, region, set.id);
}

}  // namespace pilah::registry
