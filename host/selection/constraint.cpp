#include "pilah/selection/constraint.hpp"

#include <algorithm>

namespace pilah::selection {
namespace {

using Kind = Constraint::Kind;

// How many of the positions are in each group, for as many groups as wanted.
class GroupCounts {
 public:
  GroupCounts(const Problem& problem, std::span<const Position> positions) {
    for (const Position position : positions) {
      const auto groups = problem.groups(position);
      named_.insert(named_.end(), groups.begin(), groups.end());
    }
    std::sort(named_.begin(), named_.end());
  }

  std::int64_t operator[](GroupIndex group) const {
    const auto [begin, end] = std::equal_range(named_.begin(), named_.end(), group);
    return end - begin;
  }

 private:
  std::vector<GroupIndex> named_;
};

bool bound_holds(const Problem& problem, const Bound& bound, bool is_min,
                 std::span<const Position> positions) {
  const auto within = [&](std::int64_t count) {
    return is_min ? count >= bound.min->value : count <= bound.max->value;
  };
  if (!bound.family && bound.members.empty()) return within(0);
  const GroupCounts counts(problem, positions);
  return std::all_of(bound.members.begin(), bound.members.end(),
                     [&](GroupIndex group) { return within(counts[group]); });
}

std::string quoted(const Problem& problem, Position candidate) {
  return "\"" + std::string(problem.id(candidate)) + "\"";
}

Message describe_bound(const Bound& bound, bool is_min) {
  const std::string end = is_min ? "min" : "max";
  return {"selection.bound_" + end + (bound.family ? "_each" : ""),
          {{bound.family ? "groups" : "group", bound.groups},
           {end, std::to_string(is_min ? bound.min->value : bound.max->value)}}};
}

Message describe_pair(const Problem& problem, const char* kind, const Pair& pair) {
  return {kind,
          {{"candidate", quoted(problem, pair.first)}, {"other", quoted(problem, pair.second)}}};
}

}  // namespace

std::vector<Constraint> constraints_of(const Problem& problem) {
  std::vector<Constraint> result;
  const auto add = [&](Kind kind, std::size_t index) {
    result.push_back({kind, static_cast<std::uint32_t>(index)});
  };
  if (problem.count_min()) add(Kind::kCountMin, 0);
  if (problem.count_max()) add(Kind::kCountMax, 0);
  for (std::size_t i = 0; i < problem.limits().size(); ++i) {
    if (problem.limits()[i].max) add(Kind::kLimit, i);
  }
  for (std::size_t i = 0; i < problem.bounds().size(); ++i) {
    if (problem.bounds()[i].min) add(Kind::kBoundMin, i);
  }
  for (std::size_t i = 0; i < problem.bounds().size(); ++i) {
    if (problem.bounds()[i].max) add(Kind::kBoundMax, i);
  }
  for (std::size_t i = 0; i < problem.coverages().size(); ++i) add(Kind::kCoverage, i);
  for (std::size_t i = 0; i < problem.requires_pairs().size(); ++i) add(Kind::kRequires, i);
  for (std::size_t i = 0; i < problem.excludes_pairs().size(); ++i) add(Kind::kExcludes, i);
  for (std::size_t i = 0; i < problem.included().size(); ++i) add(Kind::kInclude, i);
  for (std::size_t i = 0; i < problem.excluded().size(); ++i) add(Kind::kExclude, i);
  return result;
}

const Demand* demand_of(const Problem& problem, const Constraint& constraint) {
  const std::size_t i = constraint.index;
  switch (constraint.kind) {
    case Kind::kCountMin:
      return &*problem.count_min();
    case Kind::kCountMax:
      return &*problem.count_max();
    case Kind::kLimit:
      return &*problem.limits()[i].max;
    case Kind::kBoundMin:
      return &*problem.bounds()[i].min;
    case Kind::kBoundMax:
      return &*problem.bounds()[i].max;
    case Kind::kCoverage:
      return &problem.coverages()[i].min;
    default:
      return nullptr;
  }
}

std::string pointer_of(const Problem& problem, const Constraint& constraint) {
  if (const Demand* demand = demand_of(problem, constraint)) return demand->pointer;
  const std::string place = std::to_string(constraint.index);
  switch (constraint.kind) {
    case Kind::kRequires:
      return "/requires/" + place;
    case Kind::kExcludes:
      return "/excludes/" + place;
    case Kind::kInclude:
      return "/include/" + place;
    default:
      return "/exclude/" + place;
  }
}

Message describe(const Problem& problem, const Constraint& constraint) {
  const std::size_t i = constraint.index;
  switch (constraint.kind) {
    case Kind::kCountMin:
      return {"selection.count_min", {{"min", std::to_string(problem.count_min()->value)}}};
    case Kind::kCountMax:
      return {"selection.count_max", {{"max", std::to_string(problem.count_max()->value)}}};
    case Kind::kLimit: {
      const Limit& limit = problem.limits()[i];
      return {"selection.limit",
              {{"resource", std::string(problem.resources()[limit.resource])},
               {"max", std::to_string(limit.max->value)}}};
    }
    case Kind::kBoundMin:
      return describe_bound(problem.bounds()[i], true);
    case Kind::kBoundMax:
      return describe_bound(problem.bounds()[i], false);
    case Kind::kCoverage: {
      const Coverage& coverage = problem.coverages()[i];
      return {"selection.coverage",
              {{"groups", coverage.groups}, {"min", std::to_string(coverage.min.value)}}};
    }
    case Kind::kRequires:
      return describe_pair(problem, "selection.requires", problem.requires_pairs()[i]);
    case Kind::kExcludes:
      return describe_pair(problem, "selection.excludes", problem.excludes_pairs()[i]);
    case Kind::kInclude:
      return {"selection.include", {{"candidate", quoted(problem, problem.included()[i])}}};
    case Kind::kExclude:
      break;
  }
  return {"selection.exclude", {{"candidate", quoted(problem, problem.excluded()[i])}}};
}

bool holds(const Problem& problem, const Constraint& constraint,
           std::span<const Position> positions) {
  const std::size_t i = constraint.index;
  const auto chosen = [&](Position candidate) {
    return std::binary_search(positions.begin(), positions.end(), candidate);
  };
  const auto count = static_cast<std::int64_t>(positions.size());
  switch (constraint.kind) {
    case Kind::kCountMin:
      return count >= problem.count_min()->value;
    case Kind::kCountMax:
      return count <= problem.count_max()->value;
    case Kind::kLimit: {
      const Limit& limit = problem.limits()[i];
      std::int64_t total = 0;
      for (const Position position : positions) total += problem.use(position, limit.resource);
      return total <= limit.max->value;
    }
    case Kind::kBoundMin:
      return bound_holds(problem, problem.bounds()[i], true, positions);
    case Kind::kBoundMax:
      return bound_holds(problem, problem.bounds()[i], false, positions);
    case Kind::kCoverage: {
      const Coverage& coverage = problem.coverages()[i];
      const GroupCounts counts(problem, positions);
      const auto covered = std::count_if(coverage.members.begin(), coverage.members.end(),
                                         [&](GroupIndex group) { return counts[group] > 0; });
      return covered >= coverage.min.value;
    }
    case Kind::kRequires: {
      const Pair& pair = problem.requires_pairs()[i];
      return !chosen(pair.first) || chosen(pair.second);
    }
    case Kind::kExcludes: {
      const Pair& pair = problem.excludes_pairs()[i];
      return !chosen(pair.first) || !chosen(pair.second);
    }
    case Kind::kInclude:
      return chosen(problem.included()[i]);
    case Kind::kExclude:
      break;
  }
  return !chosen(problem.excluded()[i]);
}

}  // namespace pilah::selection
