#include "pilah/registry/choice/adopted_selections.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::QuickWinSet;
using catalogue::RegionCode;
using catalogue::SelectionId;
using catalogue::SelectionRecord;

namespace {

bool sees_all(const Caller& caller, const RegionCode& region) {
  return may(caller, Deed::kReadInternal, {region, {}});
}

std::set<SelectionId> adopted_in(store::Reader& reader, const RegionCode& region) {
  std::set<SelectionId> adopted;
  reader.each<QuickWinSet>(region, [&](const store::Stored<QuickWinSet>& stored) {
    adopted.insert(stored.record.selection);
    return true;
  });
  return adopted;
}

bool is_own(store::Reader& reader, const Sight& sight, const RegionCode& region,
            const boost::json::value& candidate) {
  const auto id = catalogue::InnovationId::parse(candidate.at("id").as_string());
  const auto entry = id ? reader.find<catalogue::Innovation>(region, *id) : std::nullopt;
  return entry && sees_whole(sight, entry->record);
}

/// Without what is not for OPDs.
SelectionRecord of_own(store::Reader& reader, const Sight& sight, SelectionRecord selection) {
  selection.scenario = {};
  selection.problem = {};
  auto& result = selection.result;
  auto& candidates = result.at("candidates").as_array();
  boost::json::array own;
  for (auto& candidate : candidates) {
    if (is_own(reader, sight, selection.region, candidate)) own.push_back(std::move(candidate));
  }
  candidates = std::move(own);
  for (const char* of_others : {"assumed", "binding", "relations"}) {
    result.at(of_others) = boost::json::array();
  }
  return selection;
}

}  // namespace

SelectionEntry shown_selection(const Environment& environment, const Caller& caller,
                               const RegionCode& region, SelectionId id) {
  if (sees_all(caller, region)) return selection(environment, caller, region, id);
  require_somewhere(caller, Deed::kReadInternal, region);
  std::optional<SelectionEntry> entry;
  environment.store.read([&](store::Reader& reader) {
    auto stored = reader.find<SelectionRecord>(region, id);
    if (!stored || !adopted_in(reader, region).contains(id)) return;
    const Sight sight = sight_of(reader, caller, region);
    entry = {of_own(reader, sight, std::move(stored->record)), stored->revision};
  });
  // One that was not adopted is not told from one that is not there.
  if (!entry) require(caller, Deed::kReadInternal, {region, {}});
  return *std::move(entry);
}

std::vector<SelectionEntry> shown_selections(const Environment& environment, const Caller& caller,
                                             const RegionCode& region) {
  if (sees_all(caller, region)) return selections(environment, caller, region);
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<SelectionEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    const Sight sight = sight_of(reader, caller, region);
    const auto adopted = adopted_in(reader, region);
    for (auto id = adopted.rbegin(); id != adopted.rend(); ++id) {  // ids rise with time
      auto stored = reader.find<SelectionRecord>(region, *id);
      if (!stored) continue;
      entries.push_back({of_own(reader, sight, std::move(stored->record)), stored->revision});
    }
  });
  return entries;
}

}  // namespace pilah::registry
