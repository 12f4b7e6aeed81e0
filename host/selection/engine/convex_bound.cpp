#include "pilah/selection/engine/convex_bound.hpp"

#include <algorithm>
#include <cmath>

#include "pilah/selection/score.hpp"

namespace pilah::selection::engine {
namespace {

constexpr std::size_t kNone = SIZE_MAX;
constexpr std::size_t kBlock = 256;  // solved weights that are priced together
constexpr double kGain = 1e-3;       // of a millionth: a smaller one is no progress
constexpr double kPivot = 1e-11;
constexpr int kMostPivots = 400;
constexpr int kShareBits = 40;

}  // namespace

ConvexBound::ConvexBound(std::size_t criteria, std::int64_t most_members)
    : criteria_(criteria), most_members_(most_members), column_(criteria) {
  // With all the weight on one criterion every member scores at most 1: where the
  // programme begins.
  for (std::size_t c = 0; c < criteria; ++c) {
    std::vector<std::int64_t> corner(criteria, 0);
    corner[c] = kMillion;
    add(corner, most_members * kMillion + 1);
  }
}

void ConvexBound::add(std::span<const std::int64_t> weights, std::int64_t listed_from) {
  solved_.emplace_back(weights.begin(), weights.end());
  unlisted_.push_back(listed_from - 1);
  cost_.push_back(static_cast<double>(unlisted_.back()));
  for (std::size_t c = 0; c < criteria_; ++c) {
    column_[c].push_back(static_cast<double>(weights[c]) / static_cast<double>(kMillion));
  }
}

// The corners, which the constructor added, each with its criterion's weight.
void ConvexBound::start(std::span<const std::int64_t> weights) {
  basis_.clear();
  inverse_.assign(criteria_ * criteria_, 0.0);
  for (std::size_t c = 0; c < criteria_; ++c) {
    basis_.push_back({c, static_cast<double>(weights[c]) / static_cast<double>(kMillion)});
    inverse_[c * criteria_ + c] = 1;
  }
  next_ = 0;
}

// The solved weights of a block that would lower the mean the most, block after block.
std::size_t ConvexBound::entering() {
  price_.assign(criteria_, 0.0);
  for (std::size_t b = 0; b < criteria_; ++b) {
    for (std::size_t c = 0; c < criteria_; ++c) {
      price_[c] += cost_[basis_[b].at] * inverse_[b * criteria_ + c];
    }
  }
  reduced_.resize(kBlock);
  for (std::size_t looked_at = 0; looked_at < cost_.size();) {
    const std::size_t begin = next_;
    const std::size_t length = std::min(kBlock, cost_.size() - begin);
    std::copy_n(cost_.begin() + static_cast<std::ptrdiff_t>(begin), length, reduced_.begin());
    for (std::size_t c = 0; c < criteria_; ++c) {
      const double price = price_[c];
      const double* column = column_[c].data() + begin;
      for (std::size_t i = 0; i < length; ++i) reduced_[i] -= price * column[i];
    }
    const auto least =
        std::min_element(reduced_.begin(), reduced_.begin() + static_cast<std::ptrdiff_t>(length));
    if (*least < -kGain) return begin + static_cast<std::size_t>(least - reduced_.begin());
    looked_at += length;
    next_ = begin + length < cost_.size() ? begin + length : 0;
  }
  return kNone;
}

// False: the numbers are too small to go on with.
bool ConvexBound::pivot(std::size_t entering) {
  direction_.assign(criteria_, 0.0);
  for (std::size_t b = 0; b < criteria_; ++b) {
    for (std::size_t c = 0; c < criteria_; ++c) {
      direction_[b] += inverse_[b * criteria_ + c] * column_[c][entering];
    }
  }
  std::size_t leaving = kNone;
  double step = 0;
  for (std::size_t b = 0; b < criteria_; ++b) {
    if (direction_[b] <= kPivot) continue;
    const double ratio = basis_[b].share / direction_[b];
    if (leaving != kNone && ratio >= step) continue;
    leaving = b;
    step = ratio;
  }
  if (leaving == kNone) return false;
  double* pivot_row = &inverse_[leaving * criteria_];
  for (std::size_t c = 0; c < criteria_; ++c) pivot_row[c] /= direction_[leaving];
  for (std::size_t b = 0; b < criteria_; ++b) {
    if (b == leaving) continue;
    basis_[b].share = std::max(0.0, basis_[b].share - step * direction_[b]);
    double* row = &inverse_[b * criteria_];
    for (std::size_t c = 0; c < criteria_; ++c) row[c] -= direction_[b] * pivot_row[c];
  }
  basis_[leaving] = {entering, step};
  return true;
}

// With shares m / 2^40 of solved weights v, and r what they leave of the weights w, a set
// in no list is worth, before rounding and times 2^40 times a million,
//   sum m F(v) + F(r),  F(v) <= 10^6 unlisted(v) + members / 2 * 10^6,
// and F(r) is at most members * 10^6 for each unit of r that is positive.
bool ConvexBound::proves(std::span<const std::int64_t> weights, std::int64_t score) const {
  const Wide rounding = Wide{most_members_} * (kMillion / 2);
  std::vector<Wide> rest;
  for (const std::int64_t weight : weights) rest.push_back(Wide{weight} << kShareBits);
  Wide most = 0;
  for (const auto& [at, share] : basis_) {
    const auto parts = static_cast<std::int64_t>(std::ldexp(share, kShareBits));
    most += Wide{parts} * (Wide{kMillion} * unlisted_[at] + rounding);
    for (std::size_t c = 0; c < criteria_; ++c) rest[c] -= Wide{parts} * solved_[at][c];
  }
  for (const Wide each : rest) most += std::max(each, Wide{0}) * most_members_ * kMillion;
  return most < (Wide{kMillion} * score - rounding) << kShareBits;
}

bool ConvexBound::below(std::span<const std::int64_t> weights, std::int64_t score) {
  start(weights);
  // The roundings of both sides, and some room for floating point.
  const double wanted = static_cast<double>(score) - static_cast<double>(most_members_) - 1;
  for (int pivots = 0; pivots < kMostPivots; ++pivots) {
    double mean = 0;
    for (const auto& [at, share] : basis_) mean += cost_[at] * share;
    if (mean < wanted && proves(weights, score)) return true;
    const std::size_t next = entering();
    if (next == kNone || !pivot(next)) return false;
  }
  return false;
}

}  // namespace pilah::selection::engine
