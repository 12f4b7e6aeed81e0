#include "pilah/registry/choice/robustness.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/robustness_words.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/selection/acceptability.hpp"
#include "pilah/selection/alternatives.hpp"
#include "pilah/selection/contributions.hpp"
#include "pilah/selection/frontier.hpp"
#include "pilah/selection/rankings.hpp"
#include "pilah/selection/score.hpp"
#include "pilah/selection/wide.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

using selection::ChosenSet;
using selection::Position;
using selection::Wide;

constexpr std::size_t kPointsEachWay = 4;  // of the frontier
constexpr std::uint32_t kBestSets = 5;
constexpr std::size_t kChanges = 2;            // of the best set that differs
constexpr std::int64_t kManyTimes = 1000;      // a weight that drowns all others
constexpr Wide kLargestWorth = Wide{1} << 43;  // selection/stability.hpp

std::vector<Position> without(const std::vector<Position>& set,
                              const std::vector<Position>& others) {
  std::vector<Position> result;
  std::ranges::set_difference(set, others, std::back_inserter(result));
  return result;
}

/// What a weight t is of all weights, rounded up or down.
std::int64_t share_of(const selection::Ratio& t, std::int64_t others, bool up) {
  const Wide whole = Wide{t.numerator} + Wide{t.denominator} * others;
  if (whole == 0) return 0;
  const Wide share = Wide{t.numerator} * selection::kMillion;
  return static_cast<std::int64_t>((share + (up ? whole - 1 : 0)) / whole);
}

class Robust {
 public:
  Robust(const StoredChoice& choice, const Deadline& deadline)
      : choice_(choice), deadline_(deadline) {}

  /// The quick parts first: what the time cuts off is then the least.
  Robustness tell() {
    Robustness all;
    rankings(all.rankings);
    if (!choice_.proven() || choice_.chosen()->positions.empty()) {
      const auto why = choice_.proven() ? statement("choice.question.nobody") : choice_.why_not();
      for (Said* said : {&all.weights.said, &all.acceptability.said, &all.budget.said,
                         &all.best.said, &all.different.said, &all.contributions.said}) {
        said->push_back(why);
      }
      return all;
    }
    budget(all.budget);
    best(all.best);
    different(all.best, all.different);
    weights(all.weights);
    contributions(all.contributions);
    acceptability(all.acceptability);
    all.complete = !deadline_.passed();
    return all;
  }

 private:
  const selection::Problem& problem() const { return choice_.problem(); }
  const ChosenSet& chosen() const { return *choice_.chosen(); }
  const selection::SolveOptions& options() const { return deadline_.options(); }

  Exchange exchange(const std::vector<Position>& set) const {
    return {choice_.named(without(set, chosen().positions)),
            choice_.named(without(chosen().positions, set))};
  }

  OtherSet other(const ChosenSet& set) const {
    return {exchange(set.positions), set.score, set.score - chosen().score, choice_.cost_of(set)};
  }

  void weights(WeightsPart& part) {
    const auto weights = choice_.weights();
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    const auto room = static_cast<std::int64_t>(kLargestWorth / problem().size()) - sum;
    if (room < sum) {
      part.said.push_back(statement("choice.robust.weights_too_large"));
      return;
    }
    const std::int64_t most = std::min(kManyTimes * sum, room);
    const auto found =
        selection::stability(problem(), choice_.valuation(), weights, chosen(), most, options());
    for (std::size_t c = 0; c < weights.size(); ++c) {
      const std::int64_t others = sum - weights[c];
      CriterionStability one{choice_.criteria()[c], share_of({weights[c], 1}, others, false), {}};
      if (const auto& interval = found.intervals[c]) {
        WeightRange range{interval->least,
                          interval->most,
                          share_of(interval->least, others, true),
                          share_of(interval->most, others, false),
                          {},
                          {}};
        if (interval->below) range.below = exchange(*interval->below);
        if (interval->above) range.above = exchange(*interval->above);
        one.range = std::move(range);
      }
      part.criteria.push_back(std::move(one));
    }
    if (!found.complete) part.said.push_back(statement("choice.robust.cut"));
    part.smallest = smallest_change(part.criteria);
    say_weights(part);
  }

  static std::optional<SmallestChange> smallest_change(
      const std::vector<CriterionStability>& criteria) {
    std::optional<SmallestChange> smallest;
    std::int64_t least = selection::kMillion + 1;
    const auto consider = [&](std::size_t c, bool up, std::int64_t share) {
      const std::int64_t change = std::abs(share - criteria[c].share);
      if (change >= least) return;
      least = change;
      smallest = SmallestChange{c, up, share};
    };
    for (std::size_t c = 0; c < criteria.size(); ++c) {
      const auto& range = criteria[c].range;
      if (range && range->below) consider(c, false, range->least_share);
      if (range && range->above) consider(c, true, range->most_share);
    }
    return smallest;
  }

  void acceptability(AcceptabilityPart& part) {
    const auto [criteria, ordered] = choice_.weighed();
    selection::AcceptabilityOptions how;
    how.criteria = criteria;
    how.ordered = ordered;
    const auto found = selection::acceptability(problem(), choice_.valuation(), how, options());
    if (ordered) part.said.push_back(statement("choice.robust.in_order"));
    part.samples = found.samples;
    if (found.samples == 0) {
      part.said.push_back(statement("choice.robust.cut"));
      return;
    }
    part.error = selection::quantised(found.error());
    part.criteria = choice_.criteria();
    const std::size_t all = part.criteria.size();
    for (Position at = 0; at < problem().size(); ++at) {
      Accepted one{choice_.named(at), choice_.is_chosen(at), found.chosen[at], {}};
      for (std::size_t c = 0; c < all && one.times > 0; ++c) {
        one.central_weights.push_back(found.weights[at * all + c] / one.times);
      }
      part.candidates.push_back(std::move(one));
    }
    std::ranges::stable_sort(part.candidates, [](const Accepted& a, const Accepted& b) {
      return a.times != b.times ? a.times > b.times : a.chosen && !b.chosen;
    });
    say_acceptability(choice_, part);
  }

  void budget(BudgetPart& part) {
    if (const auto resource = choice_.budget()) {
      part.used = chosen().uses[*resource];
      for (const auto& limit : problem().limits()) {
        if (limit.resource == *resource && limit.max) part.limit = limit.max->value;
      }
      if (const auto step = selection::next_step(problem(), chosen(), *resource, options())) {
        part.next_step = other(step->set);
        part.next_step_more = step->more;
      }
      const auto around = selection::frontier_around(problem(), chosen(), *resource, kPointsEachWay,
                                                     kPointsEachWay, options());
      for (const auto& point : around.points) {
        part.points.push_back({other(point), point.score == chosen().score});
      }
    }
    if (const auto place = selection::next_place(problem(), chosen(), options())) {
      part.next_place = other(place->set);
    }
    if (deadline_.passed()) part.said.push_back(statement("choice.robust.cut"));
    if (!deadline_.passed()) say_budget(choice_, part);
  }

  void best(BestSetsPart& part) {
    selection::SolveOptions options = this->options();
    options.best = kBestSets;
    const auto answer = selection::solve(problem(), options);
    if (answer.status != selection::Status::kOptimal) {
      part.said.push_back(statement("choice.robust.cut"));
      return;
    }
    for (const auto& set : answer.best) part.sets.push_back(other(set));
    say_best(choice_, part);
  }

  void different(const BestSetsPart& best, DifferentPart& part) {
    part.changes = std::min(kChanges, chosen().positions.size());
    const auto found = selection::best_different(problem(), chosen(), part.changes, options());
    if (!found.proven) {
      part.said.push_back(statement("choice.robust.cut"));
      return;
    }
    if (found.set) {
      part.set = other(*found.set);
    } else {
      part.said.push_back(statement("choice.robust.different_none",
                                    {{"changes", static_cast<std::int64_t>(part.changes)},
                                     {"because", choice_.told(found.conflict)}}));
    }
    say_different(choice_, best, part);
  }

  void contributions(ContributionsPart& part) {
    if (chosen().positions.size() > selection::kMostContributors) {
      part.said.push_back(
          statement("choice.robust.contributes_too_many",
                    {{"most", static_cast<std::int64_t>(selection::kMostContributors)},
                     {"chosen", static_cast<std::int64_t>(chosen().positions.size())}}));
      return;
    }
    const auto found = selection::contributions(problem(), chosen(), options());
    if (!found) {
      part.said.push_back(why_no_contributions());
      return;
    }
    for (std::size_t member = 0; member < found->millionths.size(); ++member) {
      const Position at = chosen().positions[member];
      part.members.push_back(
          {choice_.named(at), problem().score(at),
           (found->millionths[member] + selection::kMillion / 2) / selection::kMillion});
    }
    std::ranges::stable_sort(part.members, std::ranges::greater(), &Contributor::points);
    say_contributions(part);
  }

  json::object why_no_contributions() const {
    selection::Variation variation;
    for (const Position at : chosen().positions) variation.forced.push_back({at, false});
    const auto answer = selection::solve(problem(), variation, options());
    if (answer.status != selection::Status::kInfeasible) return statement("choice.robust.cut");
    return statement("choice.robust.contributes_needed",
                     {{"because", choice_.told(answer.conflict)}});
  }

  void rankings(RankingsPart& part) {
    const std::size_t size = problem().size();
    const std::size_t count = choice_.chosen() ? choice_.chosen()->positions.size() : 0;
    if (size < 2) {
      part.said.push_back(statement("choice.robust.methods_few"));
      return;
    }
    const auto decision = decision_of();
    const std::vector<selection::Range> ranges(decision.weights.size(), selection::Range{});
    std::vector<double> scores;
    for (Position at = 0; at < size; ++at) {
      scores.push_back(static_cast<double>(problem().score(at)));
    }
    const auto place = selection::places(scores, true);
    const auto topsis =
        selection::places(selection::topsis(decision, selection::Normalisation::kVector), true);
    const auto vikor = selection::places(selection::vikor(decision), false);
    const auto promethee = selection::places(selection::promethee_ii(decision), true);
    const auto spotis = selection::places(selection::spotis(decision, ranges), false);
    for (Position at = 0; at < size; ++at) {
      part.candidates.push_back({choice_.named(at), choice_.is_chosen(at), problem().score(at),
                                 place[at], topsis[at], vikor[at], promethee[at], spotis[at]});
      const auto& one = part.candidates.back();
      if (count > 0 && one.chosen && one.within(count) <= 1) {
        part.chosen_against.push_back(one.candidate);
      }
      if (count > 0 && !one.chosen && one.within(count) >= 3) {
        part.rejected_against.push_back(one.candidate);
      }
    }
    std::ranges::stable_sort(part.candidates, {}, &RankedCandidate::place);
    say_rankings(count, part);
  }

  selection::Decision decision_of() const {
    selection::Decision decision;
    constexpr auto kWhole = static_cast<double>(selection::kMillion);
    for (Position at = 0; at < problem().size(); ++at) {
      decision.values.emplace_back();
      for (const std::int64_t value : choice_.valuation().of(at)) {
        decision.values.back().push_back(static_cast<double>(value) / kWhole);
      }
    }
    double sum = 0;
    for (const std::int64_t weight : choice_.weights()) sum += static_cast<double>(weight);
    for (const std::int64_t weight : choice_.weights()) {
      decision.weights.push_back(static_cast<double>(weight) / sum);
      decision.more_is_better.push_back(true);
    }
    return decision;
  }

  const StoredChoice& choice_;
  const Deadline& deadline_;
};

}  // namespace

int RankedCandidate::within(std::size_t count) const {
  return (topsis <= count ? 1 : 0) + (vikor <= count ? 1 : 0) + (promethee <= count ? 1 : 0) +
         (spotis <= count ? 1 : 0);
}

Robustness robustness(const StoredChoice& choice, const Deadline& deadline) {
  return Robust(choice, deadline).tell();
}

}  // namespace pilah::registry
