// A selection problem as a value: candidates with integer scores, uses of
// resources and memberships in groups, and the constraints on the chosen set.
//
// Made by ProblemBuilder (problem_builder.hpp) or read from a document by
// ProblemReader (problem_document.hpp); immutable afterwards, so it may be read
// from several threads. It owns everything; views live as long as it does.
//
// Units: none of its own. Scores are integers (the registry uses millionths),
// uses are integers >= 0 of whatever unit their resource has. Every number lies
// within +-2^53, and the sum of all |scores| and of all uses of one resource
// fits in 64 bits.
//
// Each constraint that demands a number keeps the JSON pointer of the place where its user
// wrote it; pairs and forced candidates are in the order of the document.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/selection/names.hpp"

namespace pilah::selection {

// The place of a candidate in the order of the input, from 0.
using Position = std::uint32_t;
using ResourceIndex = std::uint32_t;
using GroupIndex = std::uint32_t;

struct Use {
  ResourceIndex resource = 0;
  std::int64_t amount = 0;
};

// A number that the user demanded, and where.
struct Demand {
  std::int64_t value = 0;
  std::string pointer;
};

// The total of a resource is at most max. Without max the limit constrains
// nothing, but its resource takes part in the order of equally good answers.
struct Limit {
  ResourceIndex resource = 0;
  std::optional<Demand> max;
};

// At least min, at most max members of a group are chosen; for a family
// ("prefix:*") that holds for each group with the prefix that a candidate names.
struct Bound {
  std::string groups;               // as written: a group, or a prefix with :*
  bool family = false;              // whether it ends in :*
  std::vector<GroupIndex> members;  // the groups it speaks of; empty: nobody names one
  std::optional<Demand> min, max;
};

// At least min of the groups of a family have a chosen member.
struct Coverage {
  std::string groups;
  std::vector<GroupIndex> members;
  Demand min;
};

// requires: if first is chosen, so is second. excludes: not both.
struct Pair {
  Position first = 0;
  Position second = 0;
};

class Problem {
 public:
  Position size() const { return static_cast<Position>(scores_.size()); }
  std::string_view id(Position candidate) const { return ids_[candidate]; }
  std::int64_t score(Position candidate) const { return scores_[candidate]; }
  std::span<const std::int64_t> scores() const { return scores_; }
  std::span<const Use> uses(Position candidate) const {
    return {uses_.data() + use_start_[candidate], uses_.data() + use_start_[candidate + 1]};
  }
  std::span<const GroupIndex> groups(Position candidate) const {
    return {groups_.data() + group_start_[candidate], groups_.data() + group_start_[candidate + 1]};
  }

  // Of one resource; 0 when the candidate does not name it.
  std::int64_t use(Position candidate, ResourceIndex resource) const {
    for (const Use& each : uses(candidate)) {
      if (each.resource == resource) return each.amount;
    }
    return 0;
  }

  const Names& ids() const { return ids_; }
  const Names& resources() const { return resources_; }
  const Names& group_names() const { return group_names_; }

  const std::optional<Demand>& count_min() const { return count_min_; }
  const std::optional<Demand>& count_max() const { return count_max_; }
  const std::vector<Limit>& limits() const { return limits_; }
  const std::vector<Bound>& bounds() const { return bounds_; }
  const std::vector<Coverage>& coverages() const { return coverages_; }
  const std::vector<Pair>& requires_pairs() const { return requires_; }
  const std::vector<Pair>& excludes_pairs() const { return excludes_; }
  // Candidates that must be in, and that must be out.
  const std::vector<Position>& included() const { return included_; }
  const std::vector<Position>& excluded() const { return excluded_; }

 private:
  friend class ProblemBuilder;

  Names ids_, resources_, group_names_;
  std::vector<std::int64_t> scores_;
  std::vector<std::uint32_t> use_start_{0};  // candidate i has [start[i], start[i + 1])
  std::vector<Use> uses_;
  std::vector<std::uint32_t> group_start_{0};
  std::vector<GroupIndex> groups_;
  std::optional<Demand> count_min_, count_max_;
  std::vector<Limit> limits_;
  std::vector<Bound> bounds_;
  std::vector<Coverage> coverages_;
  std::vector<Pair> requires_, excludes_;
  std::vector<Position> included_, excluded_;
};

// "area:" of "area:*"; nothing if the text names no family.
std::optional<std::string_view> family_prefix(std::string_view groups);

}  // namespace pilah::selection
