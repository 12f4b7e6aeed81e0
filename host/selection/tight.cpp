// What of the constraints is used up: for the reasons of a chosen set.
#include <algorithm>

#include "pilah/selection/reasons.hpp"

namespace pilah::selection {
namespace {

using Kind = Constraint::Kind;

bool in_group(const Problem& problem, Position candidate, GroupIndex group) {
  const auto groups = problem.groups(candidate);
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

std::vector<Position> members(const Problem& problem, const std::vector<Position>& chosen,
                              GroupIndex group) {
  std::vector<Position> result;
  for (const Position position : chosen) {
    if (in_group(problem, position, group)) result.push_back(position);
  }
  return result;
}

bool contains(const std::vector<Position>& chosen, Position candidate) {
  return std::binary_search(chosen.begin(), chosen.end(), candidate);
}

class TightSearch {
 public:
  TightSearch(const Problem& problem, const std::vector<Position>& chosen)
      : problem_(&problem), chosen_(&chosen) {}

  void look(const Constraint& constraint) {
    const std::size_t i = constraint.index;
    const auto count = static_cast<std::int64_t>(chosen_->size());
    switch (constraint.kind) {
      case Kind::kCountMin:
        if (count == problem_->count_min()->value) add(constraint, {}, count, *chosen_);
        break;
      case Kind::kCountMax:
        if (count == problem_->count_max()->value) add(constraint, {}, count, *chosen_);
        break;
      case Kind::kLimit:
        look_limit(constraint, problem_->limits()[i]);
        break;
      case Kind::kBoundMin:
        look_bound(constraint, problem_->bounds()[i], problem_->bounds()[i].min->value);
        break;
      case Kind::kBoundMax:
        look_bound(constraint, problem_->bounds()[i], problem_->bounds()[i].max->value);
        break;
      case Kind::kCoverage:
        look_coverage(constraint, problem_->coverages()[i]);
        break;
      case Kind::kRequires:
      case Kind::kExcludes:
      case Kind::kInclude:
      case Kind::kExclude:
        break;  // about single candidates: obstacles() and conflicts name them
    }
  }

  std::vector<Tight> take() { return std::move(result_); }

 private:
  void add(const Constraint& constraint, std::optional<GroupIndex> group, std::int64_t value,
           std::vector<Position> holders) {
    result_.push_back({constraint, pointer_of(*problem_, constraint),
                       describe(*problem_, constraint), group, value, std::move(holders)});
  }

  void look_limit(const Constraint& constraint, const Limit& limit) {
    std::int64_t total = 0;
    std::vector<Position> holders;
    for (const Position position : *chosen_) {
      const std::int64_t use = problem_->use(position, limit.resource);
      total += use;
      if (use > 0) holders.push_back(position);
    }
    if (total == limit.max->value) add(constraint, {}, total, std::move(holders));
  }

  void look_bound(const Constraint& constraint, const Bound& bound, std::int64_t demanded) {
    for (const GroupIndex group : bound.members) {
      auto holders = members(*problem_, *chosen_, group);
      if (static_cast<std::int64_t>(holders.size()) != demanded) continue;
      add(constraint, group, demanded, std::move(holders));
    }
  }

  void look_coverage(const Constraint& constraint, const Coverage& coverage) {
    std::int64_t covered = 0;
    std::vector<Position> holders;
    for (const GroupIndex group : coverage.members) {
      const auto in = members(*problem_, *chosen_, group);
      if (in.empty()) continue;
      ++covered;
      holders.insert(holders.end(), in.begin(), in.end());
    }
    if (covered != coverage.min.value) return;
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    add(constraint, {}, covered, std::move(holders));
  }

  const Problem* problem_;
  const std::vector<Position>* chosen_;
  std::vector<Tight> result_;
};

// Which group of a bound is full for the candidate, and which candidates stand
// behind the obstacle.
void fill_holders(const Problem& problem, const std::vector<Position>& chosen, Position candidate,
                  Obstacle& obstacle) {
  const std::size_t i = obstacle.constraint.index;
  switch (obstacle.constraint.kind) {
    case Kind::kBoundMax:
      for (const GroupIndex group : problem.bounds()[i].members) {
        if (!in_group(problem, candidate, group)) continue;
        auto holders = members(problem, chosen, group);
        if (static_cast<std::int64_t>(holders.size()) < problem.bounds()[i].max->value) continue;
        obstacle.group = group;
        obstacle.holders = std::move(holders);
        return;
      }
      break;
    case Kind::kRequires:
      obstacle.holders = {problem.requires_pairs()[i].second};
      break;
    case Kind::kExcludes: {
      const Pair& pair = problem.excludes_pairs()[i];
      obstacle.holders = {pair.first == candidate ? pair.second : pair.first};
      break;
    }
    case Kind::kExclude:
      break;
    default:
      obstacle.holders = chosen;
  }
}

}  // namespace

std::vector<Tight> Explainer::binding() const {
  TightSearch search(*problem_, chosen_.positions);
  for (const Constraint& constraint : constraints_of(*problem_)) search.look(constraint);
  return search.take();
}

std::vector<Obstacle> obstacles(const Problem& problem, const std::vector<Position>& chosen,
                                Position candidate) {
  std::vector<Position> joined = chosen;
  if (!contains(chosen, candidate)) {
    joined.insert(std::lower_bound(joined.begin(), joined.end(), candidate), candidate);
  }
  std::vector<Obstacle> result;
  for (const Constraint& constraint : constraints_of(problem)) {
    if (holds(problem, constraint, joined)) continue;
    Obstacle obstacle{
        constraint, pointer_of(problem, constraint), describe(problem, constraint), {}, {}};
    fill_holders(problem, chosen, candidate, obstacle);
    result.push_back(std::move(obstacle));
  }
  return result;
}

}  // namespace pilah::selection
