#include "pilah/search/segment/segment.hpp"

#include <algorithm>

namespace pilah::search {

std::optional<Document> Segment::find(catalogue::InnovationId id) const {
  const auto at = std::lower_bound(ids.begin(), ids.end(), id);
  if (at == ids.end() || *at != id) return std::nullopt;
  return static_cast<Document>(at - ids.begin());
}

std::size_t Segment::bytes() const {
  std::size_t bytes = sizeof(Segment) + ids.capacity() * sizeof(ids.front());
  bytes += words.bytes() + stems.bytes();
  for (const auto& facet : facets) bytes += facet.bytes();
  bytes += names.bytes();
  for (const auto& column : numbers) bytes += column.bytes();
  return bytes;
}

}  // namespace pilah::search
