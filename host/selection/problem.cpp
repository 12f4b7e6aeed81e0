#include "pilah/selection/problem.hpp"

namespace pilah::selection {

std::span<const Use> Problem::uses(Position candidate) const {
  return std::span(uses_).subspan(use_start_[candidate],
                                  use_start_[candidate + 1] - use_start_[candidate]);
}

std::span<const GroupIndex> Problem::groups(Position candidate) const {
  return std::span(groups_).subspan(group_start_[candidate],
                                    group_start_[candidate + 1] - group_start_[candidate]);
}

std::int64_t Problem::use(Position candidate, ResourceIndex resource) const {
  for (const Use& each : uses(candidate)) {
    if (each.resource == resource) return each.amount;
  }
  return 0;
}

std::optional<std::string_view> family_prefix(std::string_view groups) {
  if (!groups.ends_with(":*")) return std::nullopt;
  return groups.substr(0, groups.size() - 1);
}

}  // namespace pilah::selection
