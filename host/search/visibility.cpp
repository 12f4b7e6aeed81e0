#include "pilah/search/visibility.hpp"

#include <algorithm>

namespace pilah::search {

bool is_visible(const catalogue::Innovation& innovation, const Visibility& visibility) {
  if (visibility.everything || innovation.status == catalogue::Status::kVerified) return true;
  return innovation.owner && std::find(visibility.own.begin(), visibility.own.end(),
                                       *innovation.owner) != visibility.own.end();
}

}  // namespace pilah::search
