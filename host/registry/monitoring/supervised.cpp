#include "pilah/registry/monitoring/supervised.hpp"

#include <algorithm>
#include <set>

#include <boost/json.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/relation.hpp"
#include "pilah/registry/quick_wins/stored_set.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::InnovationId;
using catalogue::Message;
using catalogue::PackageId;
using catalogue::PlacedCandidate;
using catalogue::Placing;
using catalogue::QuickWinSet;
using catalogue::QuickWinSetId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

/// Out of the entry or the package that the candidate is.
void describe(store::Reader& reader, const RegionCode& region, Supervised& one) {
  const std::string& id = one.undertaking.candidate;
  if (const auto entry = reader.find<catalogue::Innovation>(
          region, InnovationId::parse(id).value_or(InnovationId{}))) {
    one.name = entry->record.name;
    one.lead = entry->record.owner;
    one.entries = {entry->record.id};
  } else if (const auto package = reader.find<catalogue::Package>(
                 region, PackageId::parse(id).value_or(PackageId{}))) {
    one.name = package->record.name;
    one.lead = package->record.lead;
    one.entries = package->record.members;
  } else if (const auto selection =
                 reader.find<catalogue::SelectionRecord>(region, one.undertaking.selection)) {
    // A package that was taken away since.
    const auto* candidate = candidate_of(selection->record, id);
    if (candidate) one.name = std::string(candidate->at("name").as_string());
  }
}

Supervised told(store::Reader& reader, const QuickWinSet& set, const PlacedCandidate& placed,
                bool in_force) {
  Supervised one{set.id, {set.selection, placed.candidate}, placed.placing, "", {}, {}, {}};
  one.now = in_force && placed.placing != Placing::kNotNow;
  describe(reader, set.region, one);
  const auto formulated =
      std::find_if(set.formulations.begin(), set.formulations.end(),
                   [&](const auto& each) { return each.candidate == placed.candidate; });
  if (formulated == set.formulations.end()) return one;
  one.name = formulated->name;
  one.lead = formulated->lead;
  one.entries = formulated->sources;
  one.costs = formulated->costs;
  return one;
}

}  // namespace

std::vector<Supervised> all_supervised(store::Reader& reader, const RegionCode& region) {
  std::vector<QuickWinSet> sets;
  std::set<QuickWinSetId> amended;
  reader.each<QuickWinSet>(region, [&](const StoredSet& stored) {
    sets.push_back(stored.record);
    if (stored.record.amends) amended.insert(*stored.record.amends);
    return true;
  });
  std::vector<Supervised> all;
  for (const auto& set : sets) {
    if (amended.count(set.id) > 0) continue;
    for (const auto& placed : set.candidates) {
      if (placed.placing != Placing::kNotNow) all.push_back(told(reader, set, placed, true));
    }
  }
  return all;
}

Supervised placed_in(store::Reader& reader, const RegionCode& region, QuickWinSetId id,
                     const std::string& candidate) {
  const auto set = stored_set(reader, region, id).record;
  const auto placed = std::find_if(set.candidates.begin(), set.candidates.end(),
                                   [&](const auto& each) { return each.candidate == candidate; });
  if (placed == set.candidates.end()) {
    throw Refusal(RefusalKind::kNotFound, Message{"monitoring.no_such_candidate",
                                                  {{"id", candidate}, {"name", set.name}},
                                                  "/candidate"});
  }
  return told(reader, set, *placed, !amended_by(reader, region, id));
}

Supervised supervised_in(store::Reader& reader, const RegionCode& region, QuickWinSetId id,
                         const std::string& candidate) {
  auto one = placed_in(reader, region, id, candidate);
  if (one.now) return one;
  if (const auto by = amended_by(reader, region, id)) {
    const auto set = stored_set(reader, region, id).record;
    throw Refusal(RefusalKind::kConflict,
                  Message{"quick_win.amended", {{"name", set.name}, {"by", by->text()}}, ""});
  }
  throw Refusal(RefusalKind::kConflict,
                Message{"monitoring.not_now", {{"name", one.name}}, "/candidate"});
}

}  // namespace pilah::registry
