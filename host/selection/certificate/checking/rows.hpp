// The rows of a problem as certificate.hpp lists them, read off the problem alone, and
// whether a set meets them. Refers to the problem.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "pilah/selection/problem.hpp"

namespace pilah::selection::checking {

using Set = std::vector<Position>;

// Of a row: the ends that it has.
struct Ends {
  std::optional<std::int64_t> lower, upper;

  void at_least(std::int64_t value) { lower = std::max(lower.value_or(value), value); }
  void at_most(std::int64_t value) { upper = std::min(upper.value_or(value), value); }
  bool allow(std::int64_t value) const {
    return (!lower || value >= *lower) && (!upper || value <= *upper);
  }
  // Whether something between 0 and `most` is allowed.
  bool possible(std::int64_t most) const {
    return std::max<std::int64_t>(lower.value_or(0), 0) <= std::min(upper.value_or(most), most);
  }
};

class Rows {
 public:
  explicit Rows(const Problem& problem);

  // A row of its own, not minima for each of its groups.
  bool has_row(const Coverage& coverage) const;
  bool exclude_one_another(Position a, Position b) const;
  // Whether the constraints collide without any set having to be looked at.
  bool collide() const;
  // Whether an ascending set meets all constraints.
  bool met_by(const Set& set) const;

  Ends count;
  std::vector<Ends> resources, groups;  // by index
  std::vector<bool> is_covered;         // by group: of a coverage with a row
  std::vector<GroupIndex> covered;      // those

 private:
  void add_bound(const Bound& bound);
  void add_coverage(const Coverage& coverage);
  bool pairs_and_uses_allow(const Set& set) const;
  bool groups_allow(const Set& set) const;

  const Problem* problem_;
  bool impossible_ = false;
  std::vector<GroupIndex> bounded_;
  std::unordered_map<Position, Set> needs_, not_with_;
};

}  // namespace pilah::selection::checking
