#include "draft.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>
#include <tuple>
#include <variant>

#include "pilah/selection/problem_document.hpp"

namespace pilah::selection::tests {
namespace {

class ListWriter {
 public:
  explicit ListWriter(std::ostream& out) : out_(&out) { *out_ << '['; }
  std::ostream& next() {
    if (!first_) *out_ << ", ";
    first_ = false;
    return *out_;
  }
  void end() { *out_ << ']'; }

 private:
  std::ostream* out_;
  bool first_ = true;
};

void write_candidates(std::ostream& out, const Draft& draft) {
  ListWriter list(out);
  for (const DraftCandidate& candidate : draft.candidates) {
    list.next() << "{\"id\": \"" << candidate.id << "\", \"score\": " << candidate.score
                << ", \"uses\": {";
    const char* comma = "";
    for (const auto& [resource, amount] : candidate.uses) {
      out << comma << '"' << resource << "\": " << amount;
      comma = ", ";
    }
    out << "}, \"groups\": ";
    ListWriter groups(out);
    for (const std::string& group : candidate.groups) groups.next() << '"' << group << '"';
    groups.end();
    out << "}";
  }
  list.end();
}

void write_range(std::ostream& out, const std::optional<std::int64_t>& min,
                 const std::optional<std::int64_t>& max, const char* comma) {
  if (min) {
    out << comma << "\"min\": " << *min;
    comma = ", ";
  }
  if (max) out << comma << "\"max\": " << *max;
}

void write_pairs(std::ostream& out, const Draft& draft,
                 const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  ListWriter list(out);
  for (const auto& [first, second] : pairs) {
    list.next() << "[\"" << draft.candidates[first].id << "\", \"" << draft.candidates[second].id
                << "\"]";
  }
  list.end();
}

void write_ids(std::ostream& out, const Draft& draft, const std::vector<std::size_t>& members) {
  ListWriter list(out);
  for (const std::size_t member : members) {
    list.next() << '"' << draft.candidates[member].id << '"';
  }
  list.end();
}

std::set<std::string> groups_meant(const Draft& draft, const std::string& groups) {
  if (!groups.ends_with(":*")) return {groups};
  std::set<std::string> result;
  for (const DraftCandidate& candidate : draft.candidates) {
    for (const std::string& group : candidate.groups) {
      if (group.starts_with(groups.substr(0, groups.size() - 1))) result.insert(group);
    }
  }
  return result;
}

std::int64_t members_in(const Draft& draft, const std::vector<Position>& set,
                        const std::string& group) {
  return std::count_if(set.begin(), set.end(), [&](Position position) {
    const auto& groups = draft.candidates[position].groups;
    return std::find(groups.begin(), groups.end(), group) != groups.end();
  });
}

std::int64_t use_of(const Draft& draft, const std::vector<Position>& set,
                    const std::string& resource) {
  std::int64_t total = 0;
  for (const Position position : set) {
    const auto& uses = draft.candidates[position].uses;
    const auto found = uses.find(resource);
    if (found != uses.end()) total += found->second;
  }
  return total;
}

bool pairs_allowed(const Draft& draft, const std::vector<Position>& set) {
  const auto in = [&](std::size_t candidate) {
    return std::find(set.begin(), set.end(), candidate) != set.end();
  };
  for (const auto& [first, second] : draft.required) {
    if (in(first) && !in(second)) return false;
  }
  for (const auto& [first, second] : draft.excluding) {
    if (in(first) && in(second)) return false;
  }
  return std::all_of(draft.included.begin(), draft.included.end(), in) &&
         std::none_of(draft.excluded.begin(), draft.excluded.end(), in);
}

}  // namespace

std::string Draft::document() const {
  std::ostringstream out;
  out << "{\"candidates\": ";
  write_candidates(out, *this);
  out << ", \"count\": {";
  write_range(out, count_min, count_max, "");
  out << "}, \"limits\": ";
  ListWriter limit_list(out);
  for (const auto& [resource, max] : limits) {
    limit_list.next() << "{\"resource\": \"" << resource << '"';
    write_range(out, std::nullopt, max, ", ");
    out << '}';
  }
  limit_list.end();
  out << ", \"bounds\": ";
  ListWriter bound_list(out);
  for (const DraftBound& bound : bounds) {
    bound_list.next() << "{\"group\": \"" << bound.groups << '"';
    write_range(out, bound.min, bound.max, ", ");
    out << '}';
  }
  bound_list.end();
  out << ", \"coverage\": ";
  ListWriter coverage_list(out);
  for (const auto& [groups, min] : coverages) {
    coverage_list.next() << "{\"groups\": \"" << groups << "\", \"min\": " << min << '}';
  }
  coverage_list.end();
  out << ", \"requires\": ";
  write_pairs(out, *this, required);
  out << ", \"excludes\": ";
  write_pairs(out, *this, excluding);
  out << ", \"include\": ";
  write_ids(out, *this, included);
  out << ", \"exclude\": ";
  write_ids(out, *this, excluded);
  out << '}';
  return out.str();
}

Problem Draft::problem() const {
  auto read = read_problem(document());
  if (const Refusal* refusal = std::get_if<Refusal>(&read)) {
    throw std::runtime_error(refusal->pointer + ": " + refusal->message.text());
  }
  return std::get<Problem>(std::move(read));
}

bool allowed(const Draft& draft, const std::vector<Position>& set) {
  const auto within = [](std::int64_t value, const std::optional<std::int64_t>& min,
                         const std::optional<std::int64_t>& max) {
    return (!min || value >= *min) && (!max || value <= *max);
  };
  if (!within(static_cast<std::int64_t>(set.size()), draft.count_min, draft.count_max)) {
    return false;
  }
  for (const auto& [resource, max] : draft.limits) {
    if (!within(use_of(draft, set, resource), std::nullopt, max)) return false;
  }
  for (const DraftBound& bound : draft.bounds) {
    for (const std::string& group : groups_meant(draft, bound.groups)) {
      if (!within(members_in(draft, set, group), bound.min, bound.max)) return false;
    }
  }
  for (const auto& [groups, min] : draft.coverages) {
    const auto meant = groups_meant(draft, groups);
    const auto covered = std::count_if(meant.begin(), meant.end(), [&](const std::string& group) {
      return members_in(draft, set, group) > 0;
    });
    if (covered < min) return false;
  }
  return pairs_allowed(draft, set);
}

std::int64_t score_of(const Draft& draft, const std::vector<Position>& set) {
  std::int64_t total = 0;
  for (const Position position : set) total += draft.candidates[position].score;
  return total;
}

Enumerated enumerate(const Draft& draft) {
  using Key = std::tuple<std::int64_t, std::vector<std::int64_t>, std::vector<Position>>;
  std::vector<Key> keys;
  const std::size_t n = draft.candidates.size();
  for (std::uint32_t bits = 0; bits < (1U << n); ++bits) {
    std::vector<Position> set;
    for (Position i = 0; i < n; ++i) {
      if ((bits >> i & 1U) != 0) set.push_back(i);
    }
    if (!allowed(draft, set)) continue;
    std::vector<std::int64_t> uses;
    for (const auto& [resource, max] : draft.limits) uses.push_back(use_of(draft, set, resource));
    keys.emplace_back(-score_of(draft, set), std::move(uses), std::move(set));
  }
  std::sort(keys.begin(), keys.end());
  Enumerated result;
  for (Key& key : keys) {
    if (std::get<0>(key) == std::get<0>(keys.front())) ++result.optimal_sets;
    result.ranked.push_back(std::get<2>(key));
  }
  return result;
}

std::string numbered(std::string_view prefix, std::int64_t number) {
  std::string result(prefix);
  result += std::to_string(number);
  return result;
}

std::int64_t draw(std::mt19937_64& random, std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
}

namespace {

std::optional<std::int64_t> maybe(std::mt19937_64& random, int percent, std::int64_t low,
                                  std::int64_t high) {
  if (draw(random, 0, 99) >= percent) return std::nullopt;
  return draw(random, low, high);
}

void draw_constraints(Draft& draft, std::mt19937_64& random, const Shape& shape) {
  const auto n = static_cast<std::int64_t>(draft.candidates.size());
  const int often = shape.tight ? 60 : 25;
  const auto candidate = [&] { return static_cast<std::size_t>(draw(random, 0, n - 1)); };
  draft.count_min = maybe(random, often, 0, std::max<std::int64_t>(1, n / 2));
  draft.count_max = maybe(random, 75, draft.count_min.value_or(0), n);
  for (const std::string& resource : {std::string("budget"), std::string("staff")}) {
    if (draw(random, 0, 99) >= 60) continue;
    draft.limits.emplace_back(resource, maybe(random, 80, 0, shape.most_use * n / 2));
  }
  if (draw(random, 0, 99) < often) {
    draft.bounds.push_back({"dimension:*", maybe(random, 40, 0, 1),
                            maybe(random, 60, 0, std::max<std::int64_t>(1, n / 2))});
  }
  if (draw(random, 0, 99) < often) {
    draft.bounds.push_back({numbered("dimension:", draw(random, 0, 3)), maybe(random, 50, 0, 2),
                            maybe(random, 50, 0, 3)});
  }
  if (draw(random, 0, 99) < often) {
    draft.bounds.push_back({"organisation:*", std::nullopt, draw(random, 1, 2)});
  }
  if (draw(random, 0, 99) < often) draft.coverages.emplace_back("area:*", draw(random, 0, 4));
  if (draw(random, 0, 99) < 15) draft.coverages.emplace_back("dimension:*", draw(random, 0, 3));
  if (draw(random, 0, 99) < 10) draft.coverages.emplace_back("area:1:*", draw(random, 0, 1));
  for (std::int64_t i = draw(random, 0, shape.tight ? n / 2 : 1); i > 0; --i) {
    draft.required.push_back({candidate(), candidate()});
  }
  for (std::int64_t i = draw(random, 0, shape.tight ? n / 2 : 1); i > 0; --i) {
    draft.excluding.push_back({candidate(), candidate()});
  }
  if (draw(random, 0, 99) < 20) draft.included.push_back(candidate());
  if (draw(random, 0, 99) < 20) draft.excluded.push_back(candidate());
}

}  // namespace

Draft random_draft(std::mt19937_64& random, const Shape& shape) {
  Draft draft;
  const std::int64_t n = draw(random, static_cast<std::int64_t>(shape.least_candidates),
                              static_cast<std::int64_t>(shape.most_candidates));
  for (std::int64_t i = 0; i < n; ++i) {
    DraftCandidate candidate;
    candidate.id = numbered("c", i);
    candidate.score = draw(random, shape.least_score, shape.most_score);
    candidate.uses["budget"] = draw(random, 0, shape.most_use);
    candidate.uses["staff"] = draw(random, 0, 1 + shape.most_use / 2);
    candidate.groups.push_back(numbered("dimension:", draw(random, 0, 2)));
    candidate.groups.push_back(numbered("organisation:", draw(random, 0, 3)));
    for (std::int64_t areas = draw(random, 0, 2); areas > 0; --areas) {
      candidate.groups.push_back(numbered("area:", draw(random, 0, 4)));
    }
    draft.candidates.push_back(std::move(candidate));
  }
  draw_constraints(draft, random, shape);
  return draft;
}

}  // namespace pilah::selection::tests
