#include "pilah/registry/monitoring/supervised.hpp"

#include <algorithm>

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

Supervision::Supervision(store::Reader& reader, const catalogue::RegionCode& region)
    : reader_(reader), region_(region) {
  reader.each<QuickWinSet>(region, [&](const StoredSet& stored) {
    const auto& set = stored.record;
    sets_.emplace(set.id, set);
    if (set.amends) amended_by_.emplace(*set.amends, set.id);
    return true;
  });
}

const std::vector<const Supervised*>& Supervision::all() {
  if (all_) return *all_;
  all_.emplace();
  for (const auto& [id, set] : sets_) {
    if (amended_by_.count(id) > 0) continue;
    for (const auto& placed : set.candidates) {
      if (placed.placing != Placing::kNotNow) all_->push_back(&told(set, placed));
    }
  }
  return *all_;
}

const Supervised* Supervision::now(const Undertaking& undertaking) {
  for (const auto* one : all()) {
    if (one->undertaking == undertaking) return one;
  }
  return nullptr;
}

const Supervised& Supervision::placed(QuickWinSetId id, const std::string& candidate) {
  const auto& set = set_of(id);
  const auto placed = std::find_if(set.candidates.begin(), set.candidates.end(),
                                   [&](const auto& each) { return each.candidate == candidate; });
  if (placed == set.candidates.end()) {
    throw Refusal(RefusalKind::kNotFound, Message{"monitoring.no_such_candidate",
                                                  {{"id", candidate}, {"name", set.name}},
                                                  "/candidate"});
  }
  return told(set, *placed);
}

const Supervised& Supervision::required(QuickWinSetId id, const std::string& candidate) {
  const auto& one = placed(id, candidate);
  if (one.now) return one;
  if (const auto by = amended_by_.find(id); by != amended_by_.end()) {
    throw Refusal(
        RefusalKind::kConflict,
        Message{"quick_win.amended", {{"name", set_of(id).name}, {"by", by->second.text()}}, ""});
  }
  throw Refusal(RefusalKind::kConflict,
                Message{"monitoring.not_now", {{"name", one.name}}, "/candidate"});
}

const QuickWinSet& Supervision::set_of(QuickWinSetId id) const {
  const auto set = sets_.find(id);
  if (set != sets_.end()) return set->second;
  throw Refusal(RefusalKind::kNotFound, Message{"quick_win.not_found", {{"id", id.text()}}, ""});
}

const Supervised& Supervision::told(const QuickWinSet& set, const PlacedCandidate& placed) {
  const auto [at, is_new] = known_.try_emplace({set.id, placed.candidate});
  Supervised& one = at->second;
  if (!is_new) return one;
  one.set = set.id;
  one.undertaking = {set.selection, placed.candidate};
  one.placing = placed.placing;
  one.now = placed.placing != Placing::kNotNow && amended_by_.count(set.id) == 0;
  const auto formulated =
      std::find_if(set.formulations.begin(), set.formulations.end(),
                   [&](const auto& each) { return each.candidate == placed.candidate; });
  if (formulated == set.formulations.end()) {
    describe(one);
  } else {
    one.name = formulated->name;
    one.lead = formulated->lead;
    one.entries = formulated->sources;
    one.costs = formulated->costs;
  }
  return one;
}

/// Out of the entry or the package that the candidate is.
void Supervision::describe(Supervised& one) {
  const std::string& id = one.undertaking.candidate;
  if (const auto entry = reader_.find<catalogue::Innovation>(
          region_, InnovationId::parse(id).value_or(InnovationId{}))) {
    one.name = entry->record.name;
    one.lead = entry->record.owner;
    one.entries = {entry->record.id};
  } else if (const auto package = reader_.find<catalogue::Package>(
                 region_, PackageId::parse(id).value_or(PackageId{}))) {
    one.name = package->record.name;
    one.lead = package->record.lead;
    one.entries = package->record.members;
  } else if (const auto selection =
                 reader_.find<catalogue::SelectionRecord>(region_, one.undertaking.selection)) {
    // A package that was taken away since.
    const auto* candidate = candidate_of(selection->record, id);
    if (candidate) one.name = std::string(candidate->at("name").as_string());
  }
}

}  // namespace pilah::registry
