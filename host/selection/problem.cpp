#include "pilah/selection/problem.hpp"

namespace pilah::selection {

std::optional<std::string_view> family_prefix(std::string_view groups) {
  if (!groups.ends_with(":*")) return std::nullopt;
  return groups.substr(0, groups.size() - 1);
}

}  // namespace pilah::selection
