#include "pilah/registry/ways/way_in.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/ways/changed_standings.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

/// The questions about one candidate.
struct Asked {
  Rejected rejected;
  std::size_t first = 0, last = 0;
};

/// What became of one question.
struct Verdict {
  bool eligible = false;
  bool reckoned = false;  // whether the rest is known
  bool chosen = false;
  std::optional<std::int64_t> missing;
  std::optional<std::string> decided_by;  // of a tie: the resource, empty: the order
};

/// What no change of the entry can mend: a relation keeps it out, or a person's word.
bool beyond_change(const Choice& choice, std::size_t place) {
  for (const auto& entry : choice.scenario.exclude) {
    if (entry.id == choice.candidates[place].id) return true;
  }
  const auto& reasons = choice.judged[place].not_eligible;
  return std::any_of(reasons.begin(), reasons.end(), [](const json::object& reason) {
    const std::string_view kind = reason.at("kind").as_string();
    return kind == "choice.not_eligible.needs_outside" ||
           kind == "choice.not_eligible.needs_refused";
  });
}

/// The answers to all questions, and what follows from them for each candidate.
class Search {
 public:
  Search(const Choice& choice, const Questions& questions, const Findings& findings)
      : choice_(choice),
        questions_(questions),
        findings_(findings),
        standings_(choice, questions, findings) {
    for (std::size_t row = 0; row < questions.all().size(); ++row) {
      judged_.push_back(judge(findings, row, choice.scenario));
    }
  }

  /// Says which questions need a problem of their own (changed_standings.hpp).
  void expect(const std::vector<Asked>& all) {
    std::vector<std::size_t> not_eligible;
    std::vector<std::size_t> other_stands;
    for (const auto& asked : all) {
      const bool was_eligible = asked.rejected.reason != nullptr;
      for (std::size_t row = asked.first; row < asked.last; ++row) {
        if (!eligible(row) || (was_eligible && !standings_.moves(row))) continue;
        (was_eligible ? other_stands : not_eligible).push_back(row);
        break;
      }
    }
    standings_.expect(not_eligible, other_stands);
  }

  std::optional<WayIn> find(const Asked& asked) {
    if (asked.first == asked.last) return std::nullopt;
    rejected_ = asked.rejected;
    standings_.begin(rejected_.place, rejected_.reason);
    verdicts_.clear();
    for (std::size_t row = asked.first; row < asked.last; ++row) {
      verdicts_.push_back(verdict(row));
      if (verdicts_.back().chosen) return told(row, verdicts_.back());
    }
    return rejected_.reason ? most_help(asked.first) : least_effort(asked.first);
  }

 private:
  const Question& question(std::size_t row) const { return questions_.all()[row]; }

  std::int64_t gain(std::size_t row) const {
    return judged_[row].score - choice_.judged[question(row).place].score;
  }

  bool eligible(std::size_t row) const { return !question(row).refused && judged_[row].eligible(); }

  Verdict verdict(std::size_t row) {
    Verdict verdict;
    verdict.eligible = eligible(row);
    if (!verdict.eligible) return verdict;
    const auto* at = standings_.with(row);
    if (!at) return verdict;
    verdict.reckoned = true;
    const std::int64_t more = judged_[row].score - at->score;
    verdict.chosen = selection::joins(*at->problem, at->standing, more);
    if (const auto tie = selection::tie_of(*at->problem, at->standing, more)) {
      verdict.decided_by =
          tie->resource ? std::string(at->problem->resources()[*tie->resource]) : std::string();
    }
    if (const auto lacks = at->standing.lacks()) verdict.missing = *lacks - more;
    return verdict;
  }

  /// Of single changes that leave it eligible the one that gains most.
  std::optional<WayIn> most_help(std::size_t first) const {
    std::optional<std::size_t> best;
    std::int64_t most = 0;
    for (std::size_t i = 0; i < verdicts_.size(); ++i) {
      const std::size_t row = first + i;
      if (question(row).steps.size() > 1) break;
      if (!verdicts_[i].missing || gain(row) <= most) continue;
      best = row;
      most = gain(row);
    }
    return best ? std::optional(told(*best, verdicts_[*best - first])) : std::nullopt;
  }

  /// The first with which it is eligible.
  WayIn least_effort(std::size_t first) const {
    for (std::size_t i = 0; i < verdicts_.size(); ++i) {
      if (verdicts_[i].eligible) return told(first + i, verdicts_[i]);
    }
    WayIn none;
    const bool pairs = question(first + verdicts_.size() - 1).steps.size() > 1;
    none.outcome = pairs ? WayIn::Outcome::kNotEvenPairs : WayIn::Outcome::kNotEligible;
    return none;
  }

  WayIn told(std::size_t row, const Verdict& verdict) const {
    WayIn way;
    way.was_eligible = rejected_.reason != nullptr;
    if (verdict.chosen) {
      way.outcome = WayIn::Outcome::kChosen;
    } else {
      way.outcome = way.was_eligible ? WayIn::Outcome::kHelped : WayIn::Outcome::kEligible;
      way.missing = verdict.missing;
    }
    way.reckoned = verdict.reckoned;
    way.even = verdict.decided_by.has_value();
    way.decided_by = verdict.decided_by.value_or("");
    way.gain = gain(row);
    Supposed supposed = questions_.suppose(question(row));
    const auto& members = choice_.candidates[rejected_.place].members;
    for (std::size_t s = 0; s < supposed.changes.size(); ++s) {
      way.changes.push_back(
          {std::move(supposed.changes[s]), members[question(row).steps[s].member]});
    }
    for (std::size_t c = 0; c < choice_.findings.criteria.size(); ++c) {
      const auto& from = choice_.findings.criteria[c].values[rejected_.place];
      const auto& to = findings_.criteria[c].values[row];
      if (from != to) way.values.push_back({c, from, to});
    }
    return way;
  }

  const Choice& choice_;
  const Questions& questions_;
  const Findings& findings_;
  ChangedStandings standings_;
  std::vector<Judged> judged_;     // by question
  Rejected rejected_;              // the one asked about
  std::vector<Verdict> verdicts_;  // by question about it
};

/// Takes the choice's weights. False: it is no answer to so many questions, by rules that
/// describe themselves as before.
bool weigh_as(const Findings& choice, std::size_t questions, Findings& findings) {
  if (findings.not_eligible.size() != questions) return false;
  if (findings.criteria.size() != choice.criteria.size()) return false;
  for (std::size_t c = 0; c < choice.criteria.size(); ++c) {
    if (findings.criteria[c].id() != choice.criteria[c].id()) return false;
    findings.criteria[c].weight = choice.criteria[c].weight;
  }
  return true;
}

}  // namespace

WaysIn ways_in(const Choice& choice, const std::vector<Rejected>& rejected,
               const RulesAgain& again) {
  WaysIn ways;
  if (rejected.empty()) return ways;
  if (const auto& rule = choice.findings.not_rowwise; !rule.empty()) {
    ways.notes.push_back(statement("choice.note.not_rowwise", {{"rule", rule}}));
    return ways;
  }
  const auto means = means_of(choice.view, choice.scenario, choice.words.taxonomy(),
                              choice.candidates, again.as_of);
  Questions questions(means, choice.scenario, choice.candidates, again.columns);
  std::vector<Asked> asked;
  std::size_t eligible = 0;
  for (const auto& one : rejected) {
    if (asked.size() == kMostAsked) break;
    if (beyond_change(choice, one.place)) continue;
    const std::size_t nth = one.reason ? eligible++ : asked.size() - eligible;
    const std::size_t first = questions.all().size();
    const bool all = questions.ask(one.place, nth < kMostAskedInPairs);
    asked.push_back({one, first, all ? questions.all().size() : first});
  }
  if (questions.all().empty()) return ways;
  auto answer = again.ask(questions.table());
  if (auto* why = std::get_if<json::object>(&answer)) {
    ways.notes.push_back(std::move(*why));
    return ways;
  }
  auto& findings = std::get<Findings>(answer);
  if (!weigh_as(choice.findings, questions.all().size(), findings)) return ways;
  Search search(choice, questions, findings);
  search.expect(asked);
  for (const auto& one : asked) {
    if (auto way = search.find(one)) ways.by_place.emplace(one.rejected.place, std::move(*way));
  }
  return ways;
}

}  // namespace pilah::registry
