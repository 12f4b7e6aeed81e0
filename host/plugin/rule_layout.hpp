// Where in a rule's output each value lies; host and runner reckon alike.
#pragma once

#include <cstddef>
#include <cstdint>

#include "pilah/plugin/wire.hpp"

namespace pilah::plugin {

/// Values as double[criteria][rows], unknown marks as bytes [criteria][rows],
/// group bits as uint32[rows], reasons as bytes [rows], then the sentinel.
class RuleLayout {
 public:
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
  std::size_t size() const { return sentinel() + wire::kSentinelSize; }

 private:
  std::uint64_t rows_;
  std::size_t criteria_;
};

}  // namespace pilah::plugin
