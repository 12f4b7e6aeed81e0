// Where in a rule's output each value lies; host and runner reckon alike.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pilah/plugin/wire/wire.hpp"

namespace pilah::plugin {

/// Values as double[criteria][rows], group bits as uint32[rows], unknown marks as
/// bytes [criteria][rows], reasons as bytes [rows], the sentinel; behind it the
/// groups that were named as the rule went, written by the runner itself.
class RuleLayout {
 public:
  static constexpr std::size_t kMostJoined = 8;    ///< named groups a row
  static constexpr std::size_t kMostNames = 4096;  ///< different names a batch
  static constexpr std::size_t kMaxName = 64;

  RuleLayout(std::uint64_t rows, std::size_t criteria) : rows_(rows), criteria_(criteria) {}

  std::uint64_t rows() const { return rows_; }
  std::size_t value(std::size_t criterion, std::uint64_t row) const {
    return static_cast<std::size_t>((criterion * rows_ + row) * sizeof(double));
  }
  std::size_t group_bits(std::uint64_t row) const {
    return static_cast<std::size_t>(value(criteria_, 0) + row * sizeof(std::uint32_t));
  }
  std::size_t unknown(std::size_t criterion, std::uint64_t row) const {
    return static_cast<std::size_t>(group_bits(rows_) + criterion * rows_ + row);
  }
  std::size_t not_eligible(std::uint64_t row) const {
    return static_cast<std::size_t>(unknown(criteria_, 0) + row);
  }
  std::size_t sentinel() const { return not_eligible(rows_); }
  std::size_t joined() const { return sentinel() + wire::kSentinelSize; }
  std::size_t size() const {
    constexpr std::size_t kName = 2 * sizeof(std::uint64_t) + kMaxName;
    constexpr std::size_t kPair = 2 * sizeof(std::uint32_t);
    return joined() + 2 * sizeof(std::uint64_t) + kMostNames * kName +
           static_cast<std::size_t>(rows_) * kMostJoined * kPair;
  }

  /// Whether a rule may name a group so.
  static bool may_be_joined(std::string_view name) {
    return !name.empty() && name.size() <= kMaxName &&
           std::all_of(name.begin(), name.end(), [](char c) {
             return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
           });
  }

 private:
  std::uint64_t rows_;
  std::size_t criteria_;
};

}  // namespace pilah::plugin
