#include "pilah/search/segment/segment_order.hpp"

#include <algorithm>
#include <limits>

namespace pilah::search {
namespace {

constexpr std::int64_t kRankStep = 65'536;

}  // namespace

const NumberColumn& SegmentOrder::column() const {
  return segment_->number(sort_ == Sort::kChanged  ? Number::kChanged
                          : sort_ == Sort::kBudget ? Number::kBudget
                                                   : Number::kApplied);
}

Place SegmentOrder::place_of(Document document) const {
  Place place;
  place.id = segment_->ids[document];
  if (sort_ == Sort::kName) {
    place.name_key = segment_->names.keys().at(segment_->names.rank(document));
  } else if (sort_ == Sort::kRelevance) {
    place.number = scores_->of(document);
  } else {
    place.number = column().number(document);
  }
  return place;
}

SegmentOrder::Key SegmentOrder::last_key_not_behind(const Place& place) const {
  std::int64_t rank = 0;
  bool is_here = true;  // whether documents of this segment can have that very rank
  if (sort_ == Sort::kName) {
    const auto at = segment_->names.keys().seek(place.name_key);
    rank = static_cast<std::int64_t>(at.place());
    is_here = !at.at_end() && at.text() == place.name_key;
  } else if (place.number) {
    const auto found = column().place_of(*place.number);
    rank = static_cast<std::int64_t>(found.greater);
    is_here = found.is_here;
  } else {
    rank = NumberColumn::kUnknownPlace;
  }
  if (!is_here) return rank * kRankStep - 1;
  return rank * kRankStep + last_until(place.id);
}

std::int64_t SegmentOrder::last_until(catalogue::InnovationId id) const {
  const auto behind = std::upper_bound(segment_->ids.begin(), segment_->ids.end(), id);
  return (behind - segment_->ids.begin()) - 1;
}

template <class RankOf>
std::vector<Document> SegmentOrder::picked(const DocumentSet& documents, RankOf rank_of, Key after,
                                           std::size_t count) const {
  std::vector<Key> keys;  // the least, at most twice `count`
  Key most = kRankStep * kRankStep;
  documents.each([&](Document document) {
    const Key key = rank_of(document) * kRankStep + document;
    if (key <= after || key >= most) return;
    keys.push_back(key);
    if (keys.size() < 2 * count) return;
    std::nth_element(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count), keys.end());
    most = keys[count];
    keys.resize(count);
  });
  std::sort(keys.begin(), keys.end());
  if (keys.size() > count) keys.resize(count);
  std::vector<Document> first;
  first.reserve(keys.size());
  for (const Key key : keys) first.push_back(static_cast<Document>(key % kRankStep));
  return first;
}

std::vector<Document> SegmentOrder::walked_by_name(const DocumentSet& documents, Key after,
                                                   std::size_t count) const {
  const auto order = segment_->names.in_order();
  auto at = std::partition_point(order.begin(), order.end(), [&](Document document) {
    return segment_->names.rank(document) * kRankStep + document <= after;
  });
  std::vector<Document> first;
  for (; at != order.end() && first.size() < count; ++at) {
    if (documents.has(*at)) first.push_back(*at);
  }
  return first;
}

std::vector<Document> SegmentOrder::first_by_score(const DocumentSet& documents,
                                                   const std::optional<Place>& after,
                                                   std::size_t count) const {
  if (!after) return scores_->first(documents, count);
  constexpr std::int64_t kMost = std::numeric_limits<std::uint32_t>::max();
  const auto score =
      static_cast<std::uint32_t>(std::clamp<std::int64_t>(after->number.value_or(0), 0, kMost));
  return scores_->first(scores_->behind(documents, score, last_until(after->id)), count);
}

std::vector<Document> SegmentOrder::first(const DocumentSet& documents,
                                          const std::optional<Place>& after,
                                          std::size_t count) const {
  if (sort_ == Sort::kRelevance) return first_by_score(documents, after, count);
  const Key behind = after ? last_key_not_behind(*after) : -1;
  if (sort_ == Sort::kName) {
    // Going through the order until enough were met is less work than looking
    // at all of them, when they are many.
    const std::size_t many = documents.count();
    if (many * many > count * documents.size()) return walked_by_name(documents, behind, count);
    return picked(
        documents, [this](Document document) { return segment_->names.rank(document); }, behind,
        count);
  }
  return picked(
      documents,
      [&numbers = column()](Document document) { return numbers.place_from_greatest(document); },
      behind, count);
}

}  // namespace pilah::search
