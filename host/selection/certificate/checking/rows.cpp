#include "pilah/selection/certificate/checking/rows.hpp"

namespace pilah::selection::checking {

Rows::Rows(const Problem& problem)
    : resources(problem.resources().size()),
      groups(problem.group_names().size()),
      is_covered(problem.group_names().size(), false),
      problem_(&problem) {
  if (problem.count_min()) count.at_least(problem.count_min()->value);
  if (problem.count_max()) count.at_most(problem.count_max()->value);
  for (const Limit& limit : problem.limits()) {
    if (limit.max) resources[limit.resource].at_most(limit.max->value);
  }
  for (const Bound& bound : problem.bounds()) add_bound(bound);
  for (const Coverage& coverage : problem.coverages()) add_coverage(coverage);
  for (const Pair& pair : problem.requires_pairs()) needs_[pair.first].push_back(pair.second);
  for (const Pair& pair : problem.excludes_pairs()) {
    not_with_[pair.first].push_back(pair.second);
    not_with_[pair.second].push_back(pair.first);
  }
}

bool Rows::has_row(const Coverage& coverage) const {
  return coverage.min.value > 0 &&
         coverage.min.value < static_cast<std::int64_t>(coverage.members.size());
}

bool Rows::exclude_one_another(Position a, Position b) const {
  const auto found = not_with_.find(a);
  return found != not_with_.end() &&
         std::find(found->second.begin(), found->second.end(), b) != found->second.end();
}

bool Rows::collide() const {
  if (impossible_ || !count.possible(problem_->size())) return true;
  for (const Ends& ends : resources) {
    if (ends.upper && *ends.upper < 0) return true;
  }
  std::vector<std::int64_t> members(groups.size(), 0);
  for (Position candidate = 0; candidate < problem_->size(); ++candidate) {
    for (const GroupIndex group : problem_->groups(candidate)) ++members[group];
  }
  for (GroupIndex group = 0; group < groups.size(); ++group) {
    if (!groups[group].possible(members[group])) return true;
  }
  Set in;
  for (const Position each : problem_->included()) in.push_back(each);
  for (const Position each : problem_->excluded()) {
    if (std::find(in.begin(), in.end(), each) != in.end()) return true;
  }
  return std::any_of(in.begin(), in.end(),
                     [&](Position each) { return exclude_one_another(each, each); });
}

bool Rows::met_by(const Set& set) const {
  if (impossible_ || !count.allow(static_cast<std::int64_t>(set.size()))) return false;
  const auto has = [&](Position each) { return std::binary_search(set.begin(), set.end(), each); };
  const auto& in = problem_->included();
  const auto& out = problem_->excluded();
  return std::all_of(in.begin(), in.end(), has) && std::none_of(out.begin(), out.end(), has) &&
         pairs_and_uses_allow(set) && groups_allow(set);
}

bool Rows::pairs_and_uses_allow(const Set& set) const {
  const auto has = [&](Position each) { return std::binary_search(set.begin(), set.end(), each); };
  std::vector<std::int64_t> uses(resources.size(), 0);
  for (const Position each : set) {
    for (const Use& use : problem_->uses(each)) uses[use.resource] += use.amount;
    if (const auto needed = needs_.find(each); needed != needs_.end()) {
      if (!std::all_of(needed->second.begin(), needed->second.end(), has)) return false;
    }
    if (const auto others = not_with_.find(each); others != not_with_.end()) {
      if (std::any_of(others->second.begin(), others->second.end(), has)) return false;
    }
  }
  for (ResourceIndex resource = 0; resource < resources.size(); ++resource) {
    if (!resources[resource].allow(uses[resource])) return false;
  }
  return true;
}

bool Rows::groups_allow(const Set& set) const {
  std::vector<GroupIndex> named;
  for (const Position each : set) {
    for (const GroupIndex group : problem_->groups(each)) named.push_back(group);
  }
  std::sort(named.begin(), named.end());
  const auto members = [&](GroupIndex group) {
    const auto [first, last] = std::equal_range(named.begin(), named.end(), group);
    return static_cast<std::int64_t>(last - first);
  };
  for (const GroupIndex group : bounded_) {
    if (!groups[group].allow(members(group))) return false;
  }
  for (const Coverage& coverage : problem_->coverages()) {
    const auto reached = std::count_if(coverage.members.begin(), coverage.members.end(),
                                       [&](GroupIndex group) { return members(group) > 0; });
    if (reached < coverage.min.value) return false;
  }
  return true;
}

void Rows::add_bound(const Bound& bound) {
  if (!bound.family && bound.members.empty()) {
    impossible_ |= (bound.min && bound.min->value > 0) || (bound.max && bound.max->value < 0);
  }
  for (const GroupIndex group : bound.members) {
    if (bound.min) groups[group].at_least(bound.min->value);
    if (bound.max) groups[group].at_most(bound.max->value);
    bounded_.push_back(group);
  }
}

void Rows::add_coverage(const Coverage& coverage) {
  if (coverage.min.value <= 0) return;
  if (!has_row(coverage)) {
    impossible_ |= coverage.min.value > static_cast<std::int64_t>(coverage.members.size());
    for (const GroupIndex group : coverage.members) {
      groups[group].at_least(1);
      bounded_.push_back(group);
    }
    return;
  }
  for (const GroupIndex group : coverage.members) {
    if (is_covered[group]) continue;
    is_covered[group] = true;
    covered.push_back(group);
  }
}

}  // namespace pilah::selection::checking
