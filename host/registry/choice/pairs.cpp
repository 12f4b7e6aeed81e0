#include "pilah/registry/choice/pairs.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/registry/choice/statement.hpp"

namespace pilah::registry {

namespace {

using catalogue::InnovationId;
using catalogue::Relation;

class PairFinder {
 public:
  PairFinder(const CatalogueView& view, const Scenario& scenario,
             const std::vector<Candidate>& candidates, const std::vector<bool>& kept,
             std::vector<Judged>& judged)
      : view_(view), scenario_(scenario), candidates_(candidates), kept_(kept), judged_(judged) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      for (const auto* member : candidates[i].members) {
        (candidates[i].package ? packages_ : entries_)[member->id].push_back(i);
      }
    }
  }

  CandidatePairs find() {
    package_pairs();
    for (const auto& relation : view_.relations) {
      const auto means = scenario_.relations.find(relation.kind);
      if (means == scenario_.relations.end() || relation.from == relation.to) continue;
      if (means->second == RelationMeans::kRequires) {
        require(relation);
      } else {
        exclude(relation);
      }
    }
    follow_needs();
    return std::move(pairs_);
  }

 private:
  static boost::json::object source_of(const Relation& relation) {
    return {{"relation", relation.id.text()}, {"kind", catalogue::name_of(relation.kind)}};
  }

  /// The candidates that carry the entry: itself and packages of it.
  std::vector<std::size_t> carriers(const InnovationId& entry) const {
    std::vector<std::size_t> all;
    for (const auto* places : {&entries_, &packages_}) {
      const auto found = places->find(entry);
      if (found != places->end()) {
        all.insert(all.end(), found->second.begin(), found->second.end());
      }
    }
    return all;
  }

  bool carries(std::size_t candidate, const InnovationId& entry) const {
    const auto& members = candidates_[candidate].members;
    return std::any_of(members.begin(), members.end(),
                       [&](const auto* member) { return member->id == entry; });
  }

  void add_exclusion(std::size_t a, std::size_t b, const boost::json::object& source) {
    if (a == b) return;
    if (!excluded_.insert({std::min(a, b), std::max(a, b)}).second) return;
    pairs_.excludes_pairs.push_back({std::min(a, b), std::max(a, b), source});
  }

  void package_pairs() {
    for (const auto& [entry, packages] : packages_) {
      for (const auto package : packages) {
        const boost::json::object source{{"package", candidates_[package].id}, {"kind", "package"}};
        for (const auto other : carriers(entry)) add_exclusion(package, other, source);
      }
    }
  }

  void exclude(const Relation& relation) {
    for (const auto from : carriers(relation.from)) {
      if (carries(from, relation.to)) continue;
      for (const auto to : carriers(relation.to)) {
        if (!carries(to, relation.from)) add_exclusion(from, to, source_of(relation));
      }
    }
  }

  void require(const Relation& relation) {
    const auto needed = entries_.find(relation.to);
    for (const auto from : carriers(relation.from)) {
      if (carries(from, relation.to)) continue;
      if (needed == entries_.end()) {
        const auto* entry = view_.innovation(relation.to);
        judged_[from].not_eligible.push_back(
            statement("choice.not_eligible.needs_outside",
                      {{"needed", entry ? entry->name : relation.to.text()}}));
        continue;
      }
      const std::size_t to = needed->second.front();
      if (!required_.insert({from, to}).second) continue;
      pairs_.requires_pairs.push_back({from, to, source_of(relation)});
    }
  }

  /// Who needs a candidate that cannot come in cannot come in either.
  void follow_needs() {
    for (bool changed = true; changed;) {
      changed = false;
      for (const auto& pair : pairs_.requires_pairs) {
        const bool there = judged_[pair.second].eligible() || kept_[pair.second];
        if (there || !judged_[pair.first].eligible()) continue;
        judged_[pair.first].not_eligible.push_back(statement(
            "choice.not_eligible.needs_refused", {{"needed", candidates_[pair.second].name}}));
        changed = true;
      }
    }
  }

  const CatalogueView& view_;
  const Scenario& scenario_;
  const std::vector<Candidate>& candidates_;
  const std::vector<bool>& kept_;
  std::vector<Judged>& judged_;
  std::map<InnovationId, std::vector<std::size_t>> entries_, packages_;
  std::set<std::pair<std::size_t, std::size_t>> excluded_, required_;
  CandidatePairs pairs_;
};

}  // namespace

CandidatePairs find_pairs(const CatalogueView& view, const Scenario& scenario,
                          const std::vector<Candidate>& candidates, const std::vector<bool>& kept,
                          std::vector<Judged>& judged) {
  return PairFinder(view, scenario, candidates, kept, judged).find();
}

}  // namespace pilah::registry
