#include "pilah/search/seen.hpp"

#include "pilah/catalogue/enum_names.hpp"

namespace pilah::search {

DocumentSet having(const Segment& segment, Facet facet, const std::vector<std::string>& values) {
  DocumentSet documents(segment.size());
  const KeyedLists& lists = segment.facet(facet);
  for (const auto& value : values) {
    const auto place = lists.keys().find(value);
    if (!place) continue;
    lists.each_list(*place, [&](std::size_t, const DocumentList& list) { list.add_to(documents); });
  }
  return documents;
}

DocumentSet seen(const LiveSegment& live, const Visibility& visibility) {
  if (visibility.everything) return *live.live;
  const Segment& segment = *live.segment;
  std::vector<std::string> published;
  for (const auto status : visibility.published) published.emplace_back(name_of(status));
  DocumentSet documents = having(segment, Facet::kStatus, published);
  std::vector<std::string> own;
  for (const auto& organisation : visibility.own) own.push_back(organisation.text());
  documents.unite(having(segment, Facet::kOwner, own));
  documents.unite(having(segment, Facet::kArea, visibility.areas));
  documents.intersect(*live.live);
  return documents;
}

}  // namespace pilah::search
