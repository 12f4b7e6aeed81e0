#include "pilah/registry/choice/candidates.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::Package;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

namespace json = boost::json;

template <class List, class Value>
bool contains(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::optional<std::int64_t> known_amount(const Innovation& entry, std::string_view resource) {
  if (resource == kBudget) {
    const auto total = catalogue::total_budget(entry);
    return total ? std::optional(total->amount) : std::nullopt;
  }
  if (resource == kDuration) {
    return entry.duration ? std::optional<std::int64_t>(entry.duration->count) : std::nullopt;
  }
  return entry.staff ? std::optional<std::int64_t>(*entry.staff) : std::nullopt;
}

std::optional<std::int64_t>& slot(Amounts& amounts, std::string_view resource) {
  if (resource == kBudget) return amounts.budget;
  return resource == kDuration ? amounts.duration : amounts.staff;
}

json::array names_of(const std::vector<const Innovation*>& entries) {
  json::array names;
  for (const auto* entry : entries) names.push_back(json::string(entry->name));
  return names;
}

/// The word of what keeps an entry from being a candidate; empty: nothing does.
std::string_view left_aside_by(const Innovation& entry, const Scenario& scenario) {
  if (!contains(scenario.statuses, entry.status)) return catalogue::name_of(entry.status);
  if (!contains(scenario.entry_kinds, entry.entry_kind)) {
    return catalogue::name_of(entry.entry_kind);
  }
  return {};
}

class CandidateMaker {
 public:
  /// `instead`: entries that stand for those of the same id.
  CandidateMaker(const CatalogueView& view, const Scenario& scenario,
                 const catalogue::Taxonomy& taxonomy,
                 const std::vector<const Innovation*>& instead = {})
      : view_(view), scenario_(scenario), taxonomy_(taxonomy), instead_(instead) {}

  Candidate of_entry(const Innovation& entry) const {
    Candidate candidate;
    candidate.id = entry.id.text();
    candidate.name = entry.name;
    candidate.members = {&entry};
    candidate.leading = &entry;
    if (entry.owner) candidate.owner = view_.organisation(*entry.owner);
    if (const auto word = left_aside_by(entry, scenario_); !word.empty()) {
      candidate.not_eligible.push_back(
          statement("choice.not_eligible.left_aside", {{"word", word}}));
    }
    finish(candidate);
    return candidate;
  }

  Candidate of_package(const Package& package) const {
    Candidate candidate;
    candidate.id = package.id.text();
    candidate.name = package.name;
    candidate.package = &package;
    candidate.owner = view_.organisation(package.lead);
    std::vector<const Innovation*> aside;
    std::int64_t missing = 0;
    for (const auto& id : package.members) {
      const Innovation* member = entry(id);
      if (!member) {
        ++missing;
        continue;
      }
      if (contains(candidate.members, member)) continue;
      candidate.members.push_back(member);
      if (!left_aside_by(*member, scenario_).empty()) aside.push_back(member);
      if (!candidate.leading && member->owner == package.lead) candidate.leading = member;
    }
    if (missing > 0) {
      candidate.not_eligible.push_back(
          statement("choice.not_eligible.members_missing", {{"count", missing}}));
    }
    if (!aside.empty()) {
      candidate.not_eligible.push_back(
          statement("choice.not_eligible.members_left_aside", {{"members", names_of(aside)}}));
    }
    if (candidate.members.empty() && missing == 0) {
      candidate.not_eligible.push_back(statement("choice.not_eligible.package_empty"));
    }
    if (!candidate.leading && !candidate.members.empty()) {
      candidate.leading = candidate.members.front();
    }
    finish(candidate);
    return candidate;
  }

 private:
  const Innovation* entry(const catalogue::InnovationId& id) const {
    for (const auto* one : instead_) {
      if (one->id == id) return one;
    }
    return view_.innovation(id);
  }

  void finish(Candidate& candidate) const {
    place(candidate);
    for (const auto resource : {kBudget, kDuration, kStaff}) amount(candidate, resource);
    const auto& months = candidate.amounts.duration;
    if (scenario_.max_duration_months && months && *months > *scenario_.max_duration_months) {
      candidate.not_eligible.push_back(
          statement("choice.not_eligible.too_long",
                    {{"months", *months}, {"max", *scenario_.max_duration_months}}));
    }
  }

  void place(Candidate& candidate) const {
    for (const auto& area : taxonomy_.areas()) {
      const bool touched = std::any_of(
          candidate.members.begin(), candidate.members.end(), [&](const Innovation* member) {
            return std::any_of(
                member->mappings.begin(), member->mappings.end(),
                [&](const auto& mapping) { return mapping.confirmed && mapping.area == area.key; });
          });
      if (!touched) continue;
      candidate.areas.push_back(area.key);
      if (!contains(candidate.dimensions, area.dimension)) {
        candidate.dimensions.push_back(area.dimension);
      }
    }
    const auto* leading = candidate.leading;
    const auto* primary = leading ? catalogue::primary_mapping(*leading) : nullptr;
    if (!primary || !primary->confirmed) return;
    candidate.primary_area = primary->area;
    if (const auto* area = taxonomy_.area(primary->area)) candidate.dimension = area->dimension;
  }

  /// The members' amounts in one: the longest duration, else their sum. What
  /// one of them lacks is assumed or makes the whole unknown.
  void amount(Candidate& candidate, std::string_view resource) const {
    const UnknownMeans* means = scenario_.unknown_means(resource);
    std::vector<const Innovation*> unknown;
    std::int64_t total = 0;
    for (const Innovation* member : candidate.members) {
      auto known = known_amount(*member, resource);
      if (!known && means && means->assume) {
        known = means->assume;
        candidate.assumed.push_back({std::string(resource), *means->assume,
                                     candidate.package ? member->name : std::string()});
      }
      if (!known) {
        unknown.push_back(member);
      } else {
        total = resource == kDuration ? std::max(total, *known) : total + *known;
      }
    }
    if (unknown.empty() && !candidate.members.empty()) {
      slot(candidate.amounts, resource) = total;
    } else if (!unknown.empty() && means) {
      refuse_unknown(candidate, resource, unknown);
    }
  }

  static void refuse_unknown(Candidate& candidate, std::string_view resource,
                             const std::vector<const Innovation*>& unknown) {
    std::string kind = "choice.not_eligible.unknown_" + std::string(resource);
    if (!candidate.package) {
      candidate.not_eligible.push_back(statement(kind));
    } else {
      candidate.not_eligible.push_back(
          statement(kind + "_of_members", {{"members", names_of(unknown)}}));
    }
  }

  const CatalogueView& view_;
  const Scenario& scenario_;
  const catalogue::Taxonomy& taxonomy_;
  const std::vector<const Innovation*> instead_;
};

std::string words_of(const Scenario& scenario) {
  std::string words;
  const auto add = [&words](std::string_view word) {
    words += (words.empty() ? "" : ", ") + std::string(word);
  };
  for (const auto status : scenario.statuses) add(catalogue::name_of(status));
  for (const auto kind : scenario.entry_kinds) add(catalogue::name_of(kind));
  return words;
}

void demand_candidates(const CatalogueView& view, const Scenario& scenario, std::size_t count) {
  if (view.innovations.empty()) {
    throw Refusal(RefusalKind::kConflict,
                  catalogue::Message{"choice.no_innovations",
                                     {{"region", view.region.name.empty() ? view.region.code.text()
                                                                          : view.region.name}},
                                     ""});
  }
  if (count == 0) {
    throw Refusal(RefusalKind::kConflict,
                  catalogue::Message{"choice.no_candidates",
                                     {{"count", std::to_string(view.innovations.size())},
                                      {"words", words_of(scenario)}},
                                     "/candidates"});
  }
  if (count > kMostCandidates) {
    throw Refusal(RefusalKind::kConflict,
                  catalogue::Message{
                      "choice.too_many_candidates",
                      {{"count", std::to_string(count)}, {"most", std::to_string(kMostCandidates)}},
                      "/candidates"});
  }
}

using OrderKey = std::tuple<std::string, std::string, std::string, std::string>;

OrderKey order_key(const Candidate& candidate) {
  const bool has_origin = !candidate.package && candidate.members.front()->origin;
  return {candidate.owner ? candidate.owner->code : std::string(), text::fold(candidate.name),
          has_origin ? candidate.members.front()->origin->key : std::string(), candidate.id};
}

void put_in_order(std::vector<Candidate>& candidates) {
  std::vector<std::pair<OrderKey, Candidate>> keyed;
  keyed.reserve(candidates.size());
  for (auto& candidate : candidates) {
    OrderKey key = order_key(candidate);
    keyed.emplace_back(std::move(key), std::move(candidate));
  }
  std::sort(keyed.begin(), keyed.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < keyed.size(); ++i) candidates[i] = std::move(keyed[i].second);
}

}  // namespace

std::optional<std::int64_t> Amounts::of(std::string_view resource) const {
  if (resource == kBudget) return budget;
  return resource == kDuration ? duration : staff;
}

bool comes_before(const Candidate& one, const Candidate& other) {
  return order_key(one) < order_key(other);
}

Candidates find_candidates(const CatalogueView& view, const Scenario& scenario,
                           const catalogue::Taxonomy& taxonomy) {
  Candidates found;
  std::set<std::string> included;
  for (const auto& entry : scenario.include) included.insert(entry.id);
  std::vector<const Innovation*> entries;
  for (const auto& entry : view.innovations) {
    const auto word = left_aside_by(entry, scenario);
    if (word.empty() || included.count(entry.id.text()) > 0) {
      entries.push_back(&entry);
    } else {
      ++found.left_aside[std::string(word)];
    }
  }
  demand_candidates(view, scenario, entries.size() + view.packages.size());
  const CandidateMaker maker(view, scenario, taxonomy);
  for (const auto* entry : entries) found.all.push_back(maker.of_entry(*entry));
  for (const auto& package : view.packages) found.all.push_back(maker.of_package(package));
  put_in_order(found.all);
  return found;
}

Candidate with_entries(const Candidate& candidate, const std::vector<const Innovation*>& entries,
                       const CatalogueView& view, const Scenario& scenario,
                       const catalogue::Taxonomy& taxonomy) {
  const CandidateMaker maker(view, scenario, taxonomy, entries);
  if (candidate.package) return maker.of_package(*candidate.package);
  return maker.of_entry(entries.empty() ? *candidate.leading : *entries.front());
}

}  // namespace pilah::registry
