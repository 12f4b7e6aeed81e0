#include "pilah/selection/problem_builder.hpp"

#include <utility>

namespace pilah::selection {

void ProblemBuilder::refuse(std::string pointer, Message message) {
  if (!refusal_) refusal_ = Refusal{std::move(pointer), std::move(message)};
}

ResourceIndex ProblemBuilder::resource(std::string_view name) {
  const ResourceIndex index = problem_.resources_.intern(name);
  if (index == use_totals_.size()) use_totals_.push_back(0);
  return index;
}

GroupIndex ProblemBuilder::group(std::string_view name) {
  const GroupIndex index = problem_.group_names_.intern(name);
  if (index == group_last_named_.size()) group_last_named_.push_back(0);
  return index;
}

bool ProblemBuilder::add(const CandidateView& candidate) {
  if (refusal_) return false;
  const Position position = problem_.size();
  const std::string pointer = "/candidates/" + std::to_string(position);
  if (position >= kMostCandidates) {
    refuse("/candidates", {"selection.too_many",
                           {{"limit", std::to_string(kMostCandidates)}, {"what", "candidates"}}});
    return false;
  }
  const Position at = problem_.ids_.intern(candidate.id);
  if (at != position) {
    refuse(pointer + "/id",
           {"selection.duplicate_id",
            {{"id", std::string(candidate.id)}, {"first", "/candidates/" + std::to_string(at)}}});
    return false;
  }
  const std::int64_t magnitude = candidate.score < 0 ? -candidate.score : candidate.score;
  if (__builtin_add_overflow(score_total_, magnitude, &score_total_)) {
    refuse(pointer + "/score", {"selection.overflow_score", {}});
    return false;
  }
  problem_.scores_.push_back(candidate.score);
  return add_uses(candidate) && add_groups(candidate);
}

bool ProblemBuilder::add_uses(const CandidateView& candidate) {
  auto& uses = problem_.uses_;
  for (const Use& use : candidate.uses) {
    std::int64_t& total = use_totals_[use.resource];
    if (__builtin_add_overflow(total, use.amount, &total)) {
      const std::string name(problem_.resources_[use.resource]);
      refuse("/candidates/" + std::to_string(problem_.size() - 1) + "/uses" + pointer_step(name),
             {"selection.overflow_use", {{"resource", name}}});
      return false;
    }
    uses.push_back(use);
  }
  if (uses.size() > kMostEntries) {
    refuse("/candidates",
           {"selection.too_many", {{"limit", std::to_string(kMostEntries)}, {"what", "uses"}}});
    return false;
  }
  problem_.use_start_.push_back(static_cast<std::uint32_t>(uses.size()));
  return true;
}

bool ProblemBuilder::add_groups(const CandidateView& candidate) {
  auto& groups = problem_.groups_;
  const Position named_by = problem_.size();  // the candidate's position + 1
  for (const GroupIndex group : candidate.groups) {
    if (group_last_named_[group] == named_by) continue;
    group_last_named_[group] = named_by;
    groups.push_back(group);
  }
  if (groups.size() > kMostEntries) {
    refuse("/candidates", {"selection.too_many",
                           {{"limit", std::to_string(kMostEntries)}, {"what", "memberships"}}});
    return false;
  }
  problem_.group_start_.push_back(static_cast<std::uint32_t>(groups.size()));
  return true;
}

void ProblemBuilder::count_min(Demand demand) { problem_.count_min_ = std::move(demand); }

void ProblemBuilder::count_max(Demand demand) { problem_.count_max_ = std::move(demand); }

void ProblemBuilder::limit(std::string_view resource, std::optional<Demand> max,
                           std::string resource_pointer) {
  limits_.push_back({std::string(resource), std::move(resource_pointer), std::move(max)});
}

void ProblemBuilder::bound(std::string_view groups, std::optional<Demand> min,
                           std::optional<Demand> max) {
  problem_.bounds_.push_back(
      {std::string(groups), family_prefix(groups).has_value(), {}, std::move(min), std::move(max)});
}

void ProblemBuilder::coverage(std::string_view groups, Demand min, std::string groups_pointer) {
  if (!family_prefix(groups)) {
    refuse(std::move(groups_pointer),
           {"selection.coverage_pattern", {{"groups", std::string(groups)}}});
    return;
  }
  problem_.coverages_.push_back({std::string(groups), {}, std::move(min)});
}

ProblemBuilder::Reference ProblemBuilder::reference(std::string_view id) {
  if (const auto known = problem_.ids_.find(id)) return {*known, false};
  return {awaited_.intern(id), true};
}

void ProblemBuilder::require(std::string_view candidate, std::string_view needed) {
  requires_.push_back({reference(candidate), reference(needed)});
}

void ProblemBuilder::exclude_pair(std::string_view first, std::string_view second) {
  excludes_.push_back({reference(first), reference(second)});
}

void ProblemBuilder::include(std::string_view candidate) {
  included_.push_back(reference(candidate));
}

void ProblemBuilder::exclude(std::string_view candidate) {
  excluded_.push_back(reference(candidate));
}

Position ProblemBuilder::resolve(const Reference& reference, const std::string& pointer) {
  const std::string_view id = awaited_[reference.index];
  if (const auto found = problem_.ids_.find(id)) return *found;
  refuse(pointer, {"selection.unknown_candidate", {{"id", std::string(id)}}});
  return 0;
}

void ProblemBuilder::resolve_pairs(std::span<const NamedPair> named, const char* list,
                                   std::vector<Pair>& pairs) {
  const auto resolved = [&](const Reference& reference, std::size_t place, const char* member) {
    if (!reference.awaited) return reference.index;
    return resolve(reference, list + std::to_string(place) + member);
  };
  pairs.reserve(named.size());
  for (std::size_t i = 0; i < named.size(); ++i) {
    const Position first = resolved(named[i].first, i, "/0");
    pairs.push_back({first, resolved(named[i].second, i, "/1")});
  }
}

void ProblemBuilder::resolve_forced(std::span<const Reference> named, const char* list,
                                    std::vector<Position>& forced) {
  forced.reserve(named.size());
  for (std::size_t i = 0; i < named.size(); ++i) {
    forced.push_back(named[i].awaited ? resolve(named[i], list + std::to_string(i))
                                      : named[i].index);
  }
}

void ProblemBuilder::resolve_limits() {
  for (NamedLimit& limit : limits_) {
    const auto resource = problem_.resources_.find(limit.resource);
    if (!resource) {
      refuse(std::move(limit.resource_pointer),
             {"selection.unknown_resource", {{"resource", limit.resource}}});
      return;
    }
    problem_.limits_.push_back({*resource, std::move(limit.max)});
  }
}

std::vector<GroupIndex> ProblemBuilder::members(std::string_view groups) const {
  std::vector<GroupIndex> result;
  const auto prefix = family_prefix(groups);
  if (!prefix) {
    if (const auto found = problem_.group_names_.find(groups)) result.push_back(*found);
    return result;
  }
  for (GroupIndex group = 0; group < problem_.group_names_.size(); ++group) {
    if (group_last_named_[group] != 0 && problem_.group_names_[group].starts_with(*prefix)) {
      result.push_back(group);
    }
  }
  return result;
}

void ProblemBuilder::resolve_groups() {
  // A family is looked for among all groups, so many families times many groups
  // would be slow and large; no honest problem comes near these bounds.
  std::uint64_t looked_at = 0;
  std::uint64_t found = 0;
  const auto resolve_members = [&](const std::string& groups, const std::string& pointer) {
    if (family_prefix(groups)) looked_at += problem_.group_names_.size();
    if (looked_at <= kMostGroupsLookedAt && found <= kMostConstraints) {
      auto result = members(groups);
      found += result.size();
      return result;
    }
    refuse(pointer, {"selection.too_many",
                     {{"limit", std::to_string(kMostConstraints)}, {"what", "bounded groups"}}});
    return std::vector<GroupIndex>();
  };
  for (std::size_t i = 0; i < problem_.bounds_.size() && !refusal_; ++i) {
    Bound& bound = problem_.bounds_[i];
    bound.members = resolve_members(bound.groups, "/bounds/" + std::to_string(i));
  }
  for (std::size_t i = 0; i < problem_.coverages_.size() && !refusal_; ++i) {
    Coverage& coverage = problem_.coverages_[i];
    coverage.members = resolve_members(coverage.groups, "/coverage/" + std::to_string(i));
  }
}

ProblemBuilder::Built ProblemBuilder::build() && {
  if (!refusal_) resolve_limits();
  if (!refusal_) resolve_pairs(requires_, "/requires/", problem_.requires_);
  if (!refusal_) resolve_pairs(excludes_, "/excludes/", problem_.excludes_);
  if (!refusal_) resolve_forced(included_, "/include/", problem_.included_);
  if (!refusal_) resolve_forced(excluded_, "/exclude/", problem_.excluded_);
  if (!refusal_) resolve_groups();
  if (refusal_) return *std::move(refusal_);
  for (Names* names : {&problem_.ids_, &problem_.resources_, &problem_.group_names_}) {
    names->drop_table();
  }
  return std::move(problem_);
}

}  // namespace pilah::selection
