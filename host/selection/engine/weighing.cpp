#include "pilah/selection/engine/weighing.hpp"

#include <algorithm>

#include "pilah/selection/score.hpp"

namespace pilah::selection::engine {
namespace {

constexpr std::size_t kMostKnown = 5000;   // sets; all are looked at for each weights
constexpr std::uint64_t kWorkOfLook = 20;  // at the known sets and the bound
constexpr std::int64_t kLeastDepth = 100;  // of a list, in millionths

// Of so many looks between solved weights so many must find the answer, else no more are
// taken: a search that lists what comes near takes two to three times as long. With few
// criteria a bad beginning mends, because solved weights soon lie close.
constexpr std::size_t kLooks = 100;
std::size_t fewest_answered(std::size_t criteria) { return criteria <= 6 ? 10 : 40; }

}  // namespace

Weighing::Weighing(const Problem& problem, const Valuation& valuation,
                   const std::vector<Position>& idle)
    : problem_(&problem),
      valuation_(&valuation),
      reweigher_(problem, idle),
      bound_(valuation.criteria, reweigher_.most_members()),
      scores_(problem.size(), 0) {}

void Weighing::score(std::span<const std::int64_t> weights) {
  for (Position i = 0; i < problem_->size(); ++i) {
    scores_[i] = score_of(weights, valuation_->of(i));
  }
}

// The best score of a known set; INT64_MIN if none is known.
std::int64_t Weighing::reached() const {
  std::int64_t best = INT64_MIN;
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    std::int64_t sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += scores_[members_[i]];
    best = std::max(best, sum);
    begin = end;
  }
  return best;
}

// Of the known sets of that score the first in the total order.
Weighing::Set Weighing::first_known(std::int64_t score) const {
  Pool pool(1, ends_.size());
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    std::int64_t sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += scores_[members_[i]];
    if (sum == score) {
      pool.offer({members_.begin() + static_cast<std::ptrdiff_t>(begin),
                  members_.begin() + static_cast<std::ptrdiff_t>(end)},
                 score);
    }
    begin = end;
  }
  return in_order(*problem_, pool, 1).front();
}

// Whether there was room for all of them.
bool Weighing::remember(const std::vector<Set>& sets) {
  for (const Set& set : sets) {
    if (known_.size() == kMostKnown) return false;
    if (!known_.insert(set).second) continue;
    members_.insert(members_.end(), set.begin(), set.end());
    ends_.push_back(members_.size());
  }
  return true;
}

Weighing::Best Weighing::first_of(const std::vector<Set>& sets) const {
  Pool pool(1, sets.size());
  for (const Set& set : sets) pool.offer(set, chosen_set(*problem_, set, scores_).score);
  return {.complete = true, .set = in_order(*problem_, pool, 1).front()};
}

// The best known set, if no other can score as much.
std::optional<Weighing::Best> Weighing::between(std::span<const std::int64_t> weights) {
  const std::int64_t known = reached();
  const bool answered = known != INT64_MIN && bound_.below(weights, known);
  answered_ += answered ? 1 : 0;
  if (++looked_ == kLooks) {
    between_ = answered_ >= fewest_answered(valuation_->criteria);
    looked_ = answered_ = 0;
  }
  if (!answered) return std::nullopt;
  return Best{.complete = true, .set = first_known(known)};
}

// The best set alone.
Weighing::Best Weighing::search(Effort& effort) {
  if (!reweigher_.take(scores_)) return {.complete = true, .set = {}, .allowed = false};
  const auto found = reweigher_.best(reached(), effort);
  if (found.sets.empty()) return {.complete = found.complete, .set = {}, .allowed = false};
  remember(found.sets);
  return first_of(found.sets);
}

// And all sets that come near it. `near`: the best known set is likely the best of all, so
// that no search is spent on that.
Weighing::Best Weighing::search_around(std::span<const std::int64_t> weights, bool near,
                                       Effort& effort) {
  if (!reweigher_.take(scores_)) return {.complete = true, .set = {}, .allowed = false};
  std::int64_t reached = this->reached();
  Reweigher::Listed found;
  bool listable = true;
  if (!near || reached == INT64_MIN) {
    found = reweigher_.best(reached, effort);
    if (found.sets.empty()) return {.complete = found.complete, .set = {}, .allowed = false};
    reached = chosen_set(*problem_, found.sets.front(), scores_).score;
    listable = found.from <= reached;
  }
  if (listable) {
    // The relaxation leaves a gap between its bound and the best set; sets that are within
    // a part of it below are found by about the same search.
    const std::int64_t part = (reweigher_.bound() - reached) / 10 * 7;
    found = reweigher_.down_to(reached - std::max(kLeastDepth, part), effort);
    if (!found.complete) return {.complete = false, .set = {}};
  }
  Best best = first_of(found.sets);
  // What is not remembered is not listed: then only that nothing scores more is known.
  const bool all = remember(found.sets);
  bound_.add(weights, all ? found.from : chosen_set(*problem_, best.set, scores_).score + 1);
  return best;
}

Weighing::Best Weighing::solved(std::span<const std::int64_t> weights, Effort& effort) {
  score(weights);
  return search_around(weights, false, effort);
}

Weighing::Best Weighing::best(std::span<const std::int64_t> weights, Effort& effort) {
  if (!effort.spend(kWorkOfLook)) return {.complete = false, .set = {}};
  score(weights);
  // Where all candidates are alike the weights say nothing, and equals need long searches.
  if (scores_ == last_scores_) return last_;
  const bool between = between_;
  const auto answered = between ? this->between(weights) : std::nullopt;
  last_ = answered ? *answered : between ? search_around(weights, true, effort) : search(effort);
  last_scores_ = scores_;
  return last_;
}

}  // namespace pilah::selection::engine
