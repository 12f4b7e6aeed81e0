// A problem under chosen constraints as an integer programme, without a copy of
// its columns: a million candidates stay where they are in the Problem, and each
// column is put together from the candidate's uses and groups when needed.
//
// Columns: the candidates in their order, then one auxiliary column per group of
// a coverage. Bounds on one group become one row; excludes become cliques; a
// coverage that needs all its groups becomes bounds.
//
// Ownership: refers to the Problem, which must outlive it. Threads: const.
#pragma once

#include <span>
#include <vector>

#include "pilah/selection/constraint.hpp"
#include "pilah/selection/engine/matrix.hpp"
#include "pilah/selection/problem.hpp"
#include "pilah/selection/variation.hpp"

namespace pilah::selection::engine {

class Model final : public Matrix {
 public:
  // The variation's scores must outlive the model.
  Model(const Problem& problem, std::span<const Constraint> constraints,
        const Variation& variation = {});

  // What a row stands for, for those who name it.
  struct RowMeaning {
    enum class Kind : std::uint8_t {
      kOther,  // of a variation
      kCount,
      kResource,
      kGroup,
      kCovered,   // members of a group - its auxiliary >= 0
      kCoverage,  // by index in the problem
      kRequires,  // by index in the problem
      kExcludes,
    };
    Kind kind = Kind::kOther;
    std::uint32_t index = 0;
    std::vector<Position> clique;  // kExcludes: who exclude one another
  };
  std::vector<RowMeaning> row_meanings() const;

  // The constraints contradict one another at first sight.
  bool contradictory() const { return contradictory_; }
  const Problem& problem() const { return *problem_; }
  const std::vector<Fixed>& fixed() const { return fixed_; }
  std::span<const std::int64_t> scores() const { return scores_; }

  Column columns() const override { return choices() + auxiliaries_; }
  Column choices() const override { return problem_->size(); }
  std::span<const Row> rows() const override { return rows_; }
  std::int64_t objective(Column column) const override {
    return column < choices() ? scores_[column] : 0;
  }
  std::int64_t largest_objective() const override { return largest_objective_; }
  std::span<const Entry> entries(Column column, std::vector<Entry>& buffer) const override;
  void reduced_costs(std::span<const std::int64_t> duals, int shift, Column begin, Column end,
                     Wide* out) const override;
  void estimated_costs(std::span<const double> duals, Column begin, Column end,
                       double* out) const override;

 private:
  static constexpr RowIndex kNoRow = UINT32_MAX;
  struct PairEntry {
    Position candidate;
    Entry entry;
  };

  RowIndex add_row(std::int64_t lower, std::int64_t upper, bool eager);
  void add_constraint(const Constraint& constraint, std::int64_t demanded);
  void add_bound(const Bound& bound, std::int64_t lower, std::int64_t upper);
  Row& count_row();
  Row& resource_row(ResourceIndex resource);
  void tighten_group(GroupIndex group, std::int64_t lower, std::int64_t upper);
  // The row of the coverage itself, if it needs one.
  RowIndex add_coverage(const Coverage& coverage, std::int64_t wanted);
  void add_requires(const Pair& pair, std::uint32_t index);
  void add_cliques(std::vector<std::pair<Position, Position>> pairs);
  void add_variation(const Variation& variation);
  void fix(Position candidate, Fixed fixed);
  void index_pairs();
  void index_covers();
  std::span<const PairEntry> pairs_of(Position candidate) const;
  void measure_rows();
  void drop_idle_bounds();

  const Problem* problem_;
  std::span<const std::int64_t> scores_;
  bool contradictory_ = false;
  std::int64_t largest_objective_ = 0;
  std::vector<Fixed> fixed_;
  std::vector<Row> rows_;
  RowIndex count_row_ = kNoRow;
  std::vector<RowIndex> resource_row_;  // by resource
  std::vector<RowIndex> group_row_;     // by group: its bounds
  std::vector<RowIndex> link_row_;      // by group: members - auxiliary >= 0
  std::vector<GroupIndex> linked_;      // by auxiliary: its group
  std::vector<RowIndex> coverage_row_;  // by coverage of the problem
  std::vector<std::pair<RowIndex, std::uint32_t>> requires_rows_;  // with index in the problem
  RowIndex first_clique_row_ = kNoRow;
  std::vector<Entry> cover_entries_;  // by auxiliary, ascending: its coverage rows
  std::vector<std::uint32_t> cover_start_;
  std::vector<std::pair<std::uint32_t, Entry>> cover_pairs_;
  std::vector<std::pair<Position, Position>> excludes_;
  std::vector<PairEntry> pair_entries_;  // ascending by candidate
  std::vector<bool> paired_;             // by candidate, if there are pairs: has one
  Column auxiliaries_ = 0;
};

}  // namespace pilah::selection::engine
