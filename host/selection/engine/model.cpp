#include "pilah/selection/engine/model.hpp"

#include <algorithm>

namespace pilah::selection::engine {
namespace {

using Kind = Constraint::Kind;

}  // namespace

Model::Model(const Problem& problem, std::span<const Constraint> constraints,
             const Variation& variation)
    : problem_(&problem),
      scores_(variation.scores.empty() ? problem.scores() : std::span(variation.scores)),
      resource_row_(problem.resources().size(), kNoRow),
      group_row_(problem.group_names().size(), kNoRow),
      link_row_(problem.group_names().size(), kNoRow),
      coverage_row_(problem.coverages().size(), kNoRow) {
  // One auxiliary column for each group of a coverage at most.
  fixed_.reserve(problem.size() + problem.group_names().size());
  fixed_.resize(problem.size(), Fixed::kFree);
  for (const Constraint& constraint : constraints) {
    if (std::ranges::count(variation.dropped, constraint) > 0) continue;
    const auto changed =
        std::ranges::find(variation.demanded, constraint, &Variation::Demanded::constraint);
    const Demand* demand = demand_of(problem, constraint);
    add_constraint(constraint, changed != variation.demanded.end() ? changed->value
                               : demand != nullptr                 ? demand->value
                                                                   : 0);
  }
  add_variation(variation);
  first_clique_row_ = static_cast<RowIndex>(rows_.size());
  add_cliques(std::move(excludes_));
  excludes_.clear();
  index_pairs();
  index_covers();
  auxiliaries_ = static_cast<Column>(linked_.size());
  fixed_.resize(columns(), Fixed::kFree);
  measure_rows();
  drop_idle_bounds();
}

RowIndex Model::add_row(std::int64_t lower, std::int64_t upper, bool eager) {
  rows_.push_back({.lower = lower, .upper = upper, .eager = eager});
  return static_cast<RowIndex>(rows_.size() - 1);
}

Row& Model::count_row() {
  if (count_row_ == kNoRow) count_row_ = add_row(kNoLower, kNoUpper, true);
  return rows_[count_row_];
}

Row& Model::resource_row(ResourceIndex resource) {
  RowIndex& row = resource_row_[resource];
  if (row == kNoRow) row = add_row(kNoLower, kNoUpper, true);
  return rows_[row];
}

void Model::add_variation(const Variation& variation) {
  for (const Forcing& forcing : variation.forced) {
    fix(forcing.candidate, forcing.in ? Fixed::kIn : Fixed::kOut);
  }
  for (const auto& [resource, value] : variation.limits) resource_row(resource).upper = value;
  for (const Coverage& coverage : variation.coverages) {
    add_coverage(coverage, coverage.min.value);
  }
  for (const Variation::Overlap& overlap : variation.overlaps) {
    const RowIndex row = add_row(overlap.least, overlap.most, true);
    for (const Position candidate : overlap.candidates) {
      pair_entries_.push_back({candidate, {row, 1}});
    }
  }
  if (variation.least_score) {
    const RowIndex row = add_row(*variation.least_score, kNoUpper, true);
    for (Position candidate = 0; candidate < choices(); ++candidate) {
      const std::int64_t score = problem_->score(candidate);
      if (score != 0) pair_entries_.push_back({candidate, {row, score}});
    }
  }
}

void Model::fix(Position candidate, Fixed fixed) {
  if (fixed_[candidate] != Fixed::kFree && fixed_[candidate] != fixed) contradictory_ = true;
  fixed_[candidate] = fixed;
}

void Model::tighten_group(GroupIndex group, std::int64_t lower, std::int64_t upper) {
  RowIndex& row = group_row_[group];
  if (row == kNoRow) row = add_row(kNoLower, kNoUpper, false);
  rows_[row].lower = std::max(rows_[row].lower, lower);
  rows_[row].upper = std::min(rows_[row].upper, upper);
}

void Model::add_bound(const Bound& bound, std::int64_t lower, std::int64_t upper) {
  if (!bound.family && bound.members.empty() && (lower > 0 || upper < 0)) contradictory_ = true;
  for (const GroupIndex group : bound.members) tighten_group(group, lower, upper);
}

RowIndex Model::add_coverage(const Coverage& coverage, std::int64_t wanted) {
  const auto groups = static_cast<std::int64_t>(coverage.members.size());
  if (wanted <= 0) return kNoRow;
  if (wanted > groups) {
    contradictory_ = true;
    return kNoRow;
  }
  if (wanted == groups) {
    for (const GroupIndex group : coverage.members) tighten_group(group, 1, kNoUpper);
    return kNoRow;
  }
  const RowIndex cover = add_row(wanted, kNoUpper, true);
  for (const GroupIndex group : coverage.members) {
    std::uint32_t auxiliary = 0;
    if (link_row_[group] == kNoRow) {
      link_row_[group] = add_row(0, kNoUpper, groups <= 200);
      auxiliary = static_cast<std::uint32_t>(linked_.size());
      linked_.push_back(group);
    } else {
      auxiliary = static_cast<std::uint32_t>(std::find(linked_.begin(), linked_.end(), group) -
                                             linked_.begin());
    }
    cover_pairs_.push_back({auxiliary, {cover, 1}});
  }
  return cover;
}

void Model::add_requires(const Pair& pair, std::uint32_t index) {
  if (pair.first == pair.second) return;
  const RowIndex row = add_row(kNoLower, 0, false);
  requires_rows_.emplace_back(row, index);
  pair_entries_.push_back({pair.first, {row, 1}});
  pair_entries_.push_back({pair.second, {row, -1}});
}

void Model::add_constraint(const Constraint& constraint, std::int64_t demanded) {
  const Problem& problem = *problem_;
  const std::size_t i = constraint.index;
  switch (constraint.kind) {
    case Kind::kCountMin:
      count_row().lower = demanded;
      break;
    case Kind::kCountMax:
      count_row().upper = demanded;
      break;
    case Kind::kLimit: {
      Row& row = resource_row(problem.limits()[i].resource);
      row.upper = std::min(row.upper, demanded);
      break;
    }
    case Kind::kBoundMin:
      add_bound(problem.bounds()[i], demanded, kNoUpper);
      break;
    case Kind::kBoundMax:
      add_bound(problem.bounds()[i], kNoLower, demanded);
      break;
    case Kind::kCoverage:
      coverage_row_[i] = add_coverage(problem.coverages()[i], demanded);
      break;
    case Kind::kRequires:
      add_requires(problem.requires_pairs()[i], constraint.index);
      break;
    case Kind::kExcludes: {
      const Pair& pair = problem.excludes_pairs()[i];
      if (pair.first == pair.second) {
        fix(pair.first, Fixed::kOut);
      } else {
        excludes_.push_back(std::minmax(pair.first, pair.second));
      }
      break;
    }
    case Kind::kInclude:
      fix(problem.included()[i], Fixed::kIn);
      break;
    case Kind::kExclude:
      fix(problem.excluded()[i], Fixed::kOut);
      break;
  }
}

// Pairs of which each excludes each are one row "at most one", which bounds far
// better than its pairs: greedily, from the first pair on.
void Model::add_cliques(std::vector<std::pair<Position, Position>> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<bool> done(pairs.size(), false);
  const auto find = [&](Position a, Position b) {
    const std::pair<Position, Position> wanted = std::minmax(a, b);
    const auto at = std::lower_bound(pairs.begin(), pairs.end(), wanted);
    return at != pairs.end() && *at == wanted ? at - pairs.begin() : std::ptrdiff_t{-1};
  };
  std::vector<Position> clique;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (done[i]) continue;
    clique = {pairs[i].first, pairs[i].second};
    // Only partners of the first member, listed after its pair, can join.
    for (std::size_t j = i + 1; j < pairs.size() && pairs[j].first == pairs[i].first; ++j) {
      const Position other = pairs[j].second;
      if (std::all_of(clique.begin(), clique.end(), [&](Position member) {
            return member == pairs[i].first || find(member, other) >= 0;
          })) {
        clique.push_back(other);
      }
      if (clique.size() > 64) break;
    }
    const RowIndex row = add_row(kNoLower, 1, false);
    for (std::size_t a = 0; a < clique.size(); ++a) {
      pair_entries_.push_back({clique[a], {row, 1}});
      for (std::size_t b = a + 1; b < clique.size(); ++b) {
        done[static_cast<std::size_t>(find(clique[a], clique[b]))] = true;
      }
    }
  }
}

std::vector<Model::RowMeaning> Model::row_meanings() const {
  using Meaning = RowMeaning::Kind;
  std::vector<RowMeaning> result(rows_.size());
  const auto name = [&](RowIndex row, Meaning kind, std::size_t index) {
    if (row == kNoRow) return;
    result[row].kind = kind;
    result[row].index = static_cast<std::uint32_t>(index);
  };
  name(count_row_, Meaning::kCount, 0);
  for (std::size_t i = 0; i < resource_row_.size(); ++i) {
    name(resource_row_[i], Meaning::kResource, i);
  }
  for (std::size_t i = 0; i < group_row_.size(); ++i) {
    name(group_row_[i], Meaning::kGroup, i);
    name(link_row_[i], Meaning::kCovered, i);
  }
  for (std::size_t i = 0; i < coverage_row_.size(); ++i) {
    name(coverage_row_[i], Meaning::kCoverage, i);
  }
  for (const auto& [row, index] : requires_rows_) name(row, Meaning::kRequires, index);
  for (const PairEntry& each : pair_entries_) {
    if (each.entry.row < first_clique_row_) continue;
    result[each.entry.row].kind = Meaning::kExcludes;
    result[each.entry.row].clique.push_back(each.candidate);
  }
  return result;
}

// Few candidates are in pairs: a bit for each finds them.
void Model::index_pairs() {
  std::stable_sort(
      pair_entries_.begin(), pair_entries_.end(),
      [](const PairEntry& a, const PairEntry& b) { return a.candidate < b.candidate; });
  if (pair_entries_.empty()) return;
  paired_.assign(problem_->size(), false);
  for (const PairEntry& each : pair_entries_) paired_[each.candidate] = true;
}

std::span<const Model::PairEntry> Model::pairs_of(Position candidate) const {
  if (paired_.empty() || !paired_[candidate]) return {};
  const auto first = std::ranges::lower_bound(pair_entries_, candidate, {}, &PairEntry::candidate);
  auto last = first;
  while (last != pair_entries_.end() && last->candidate == candidate) ++last;
  return {first, last};
}

void Model::index_covers() {
  std::stable_sort(cover_pairs_.begin(), cover_pairs_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  cover_start_.assign(linked_.size() + 1, 0);
  for (const auto& [auxiliary, entry] : cover_pairs_) {
    ++cover_start_[auxiliary + 1];
    cover_entries_.push_back(entry);
  }
  for (std::size_t i = 1; i < cover_start_.size(); ++i) cover_start_[i] += cover_start_[i - 1];
  cover_pairs_ = {};
}

std::span<const Entry> Model::entries(Column column, std::vector<Entry>& buffer) const {
  buffer.clear();
  if (column >= choices()) {
    const std::uint32_t auxiliary = column - choices();
    buffer.push_back({link_row_[linked_[auxiliary]], -1});
    for (std::uint32_t k = cover_start_[auxiliary]; k < cover_start_[auxiliary + 1]; ++k) {
      buffer.push_back(cover_entries_[k]);
    }
    return buffer;
  }
  if (count_row_ != kNoRow) buffer.push_back({count_row_, 1});
  for (const Use& use : problem_->uses(column)) {
    const RowIndex row = resource_row_[use.resource];
    if (row != kNoRow && use.amount != 0) buffer.push_back({row, use.amount});
  }
  for (const GroupIndex group : problem_->groups(column)) {
    if (group_row_[group] != kNoRow) buffer.push_back({group_row_[group], 1});
    if (link_row_[group] != kNoRow) buffer.push_back({link_row_[group], 1});
  }
  for (const PairEntry& pair : pairs_of(column)) buffer.push_back(pair.entry);
  return buffer;
}

void Model::reduced_costs(std::span<const std::int64_t> duals, int shift, Column begin, Column end,
                          Wide* out) const {
  const auto dual = [&](RowIndex row) { return row == kNoRow ? Wide{0} : Wide{duals[row]}; };
  const Wide count_dual = dual(count_row_);
  std::vector<Entry> buffer;
  for (Column column = begin; column < end; ++column) {
    Wide cost = 0;
    if (column >= choices()) {
      for (const Entry& entry : entries(column, buffer)) {
        cost -= Wide{duals[entry.row]} * entry.coefficient;
      }
      out[column - begin] = cost;
      continue;
    }
    cost = (Wide{scores_[column]} << shift) - count_dual;
    for (const Use& use : problem_->uses(column)) {
      const RowIndex row = resource_row_[use.resource];
      if (row != kNoRow) cost -= Wide{duals[row]} * use.amount;
    }
    for (const GroupIndex group : problem_->groups(column)) {
      cost -= dual(group_row_[group]) + dual(link_row_[group]);
    }
    for (const auto& [candidate, entry] : pairs_of(column)) {
      cost -= Wide{duals[entry.row]} * entry.coefficient;
    }
    out[column - begin] = cost;
  }
}

void Model::estimated_costs(std::span<const double> duals, Column begin, Column end,
                            double* out) const {
  const auto dual = [&](RowIndex row) { return row == kNoRow ? 0.0 : duals[row]; };
  const double count_dual = dual(count_row_);
  std::vector<Entry> buffer;
  for (Column column = begin; column < end; ++column) {
    double cost = 0;
    if (column >= choices()) {
      for (const Entry& entry : entries(column, buffer)) {
        cost -= duals[entry.row] * static_cast<double>(entry.coefficient);
      }
      out[column - begin] = cost;
      continue;
    }
    cost = static_cast<double>(scores_[column]) - count_dual;
    for (const Use& use : problem_->uses(column)) {
      cost -= dual(resource_row_[use.resource]) * static_cast<double>(use.amount);
    }
    for (const GroupIndex group : problem_->groups(column)) {
      cost -= dual(group_row_[group]) + dual(link_row_[group]);
    }
    for (const auto& [candidate, entry] : pairs_of(column)) {
      cost -= duals[entry.row] * static_cast<double>(entry.coefficient);
    }
    out[column - begin] = cost;
  }
}

// What each row can be at least and at most: from the problem's own lists, since
// a million columns put together one by one would take longer than to solve them.
void Model::measure_rows() {
  const auto count = [&](RowIndex row, std::int64_t coefficient) {
    if (row == kNoRow) return;
    const std::int64_t size = std::abs(coefficient);
    Row& each = rows_[row];
    each.largest = std::max(each.largest, size);
    each.magnitude += size;
    (coefficient > 0 ? each.most : each.least) += coefficient;
  };
  std::vector<std::int64_t> members(problem_->group_names().size(), 0);
  for (Position candidate = 0; candidate < choices(); ++candidate) {
    largest_objective_ = std::max(largest_objective_, std::abs(scores_[candidate]));
    for (const Use& use : problem_->uses(candidate)) {
      count(resource_row_[use.resource], use.amount);
    }
    for (const GroupIndex group : problem_->groups(candidate)) ++members[group];
  }
  const auto count_ones = [&](RowIndex row, std::int64_t ones) {
    if (row == kNoRow || ones == 0) return;
    rows_[row].largest = 1;
    rows_[row].magnitude += ones;
    rows_[row].most += ones;
  };
  count_ones(count_row_, choices());
  for (GroupIndex group = 0; group < members.size(); ++group) {
    count_ones(group_row_[group], members[group]);
    count_ones(link_row_[group], members[group]);
  }
  for (const PairEntry& each : pair_entries_) count(each.entry.row, each.entry.coefficient);
  for (const GroupIndex group : linked_) count(link_row_[group], -1);
  for (const Entry& entry : cover_entries_) count(entry.row, entry.coefficient);
}

// Bounds that can never bind are dropped, so that every finite bound is at most
// the row's magnitude: the relaxation's overflow check rests on that.
void Model::drop_idle_bounds() {
  for (Row& row : rows_) {
    if (row.lower > row.most || row.upper < row.least || row.lower > row.upper) {
      contradictory_ = true;
    }
    if (row.lower <= row.least) row.lower = kNoLower;
    if (row.upper >= row.most) row.upper = kNoUpper;
  }
}

}  // namespace pilah::selection::engine
