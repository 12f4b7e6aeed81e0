#include "pilah/search/visibility.hpp"

#include <algorithm>

namespace pilah::search {

bool is_visible(const catalogue::Innovation& innovation, const Visibility& visibility) {
  const auto has = [](const auto& values, const auto& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  };
  return visibility.everything || has(visibility.published, innovation.status) ||
         (innovation.owner && has(visibility.own, *innovation.owner)) ||
         std::any_of(innovation.mappings.begin(), innovation.mappings.end(),
                     [&](const auto& mapping) {
                       return mapping.confirmed && has(visibility.areas, mapping.area);
                     });
}

}  // namespace pilah::search
