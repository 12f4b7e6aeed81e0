#include "pilah/registry/people/handed_over.hpp"

#include <vector>

#include "pilah/catalogue/review.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Review;

bool move_working_copies(store::Writer& writer, const HandOver& hand_over) {
  const std::string from = hand_over.from.text();
  const std::string to = hand_over.to.text();
  bool moved = false;
  for (const auto& listed : writer.working_copies(hand_over.region, from)) {
    if (writer.working_copy(hand_over.region, to, listed.innovation)) continue;
    auto copy = writer.working_copy(hand_over.region, from, listed.innovation).value();
    copy.account = to;
    writer.put_working_copy(copy);
    writer.drop_working_copy(hand_over.region, from, listed.innovation);
    moved = true;
  }
  return moved;
}

bool move_submissions(store::Writer& writer, const HandOver& hand_over) {
  std::vector<Review> submitted;
  writer.each<Review>(hand_over.region, [&](const store::Stored<Review>& stored) {
    if (stored.record.submitted_by == hand_over.from.text()) submitted.push_back(stored.record);
    return true;
  });
  for (auto& review : submitted) {
    review.submitted_by = hand_over.to.text();
    writer.put(review, "handed over");
  }
  return !submitted.empty();
}

}  // namespace pilah::registry
