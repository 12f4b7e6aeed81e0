#include "pilah/registry/ways/questions.hpp"

#include <algorithm>
#include <utility>

#include "pilah/registry/choice/counted_claims.hpp"

namespace pilah::registry {

namespace {

using Steps = std::vector<Question::Step>;

/// The leading member, then the others, so many of them as are tried.
std::vector<std::size_t> members_to_try(const Candidate& candidate) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < candidate.members.size(); ++i) {
    if (candidate.members[i] == candidate.leading) {
      order.insert(order.begin(), i);
    } else {
      order.push_back(i);
    }
  }
  if (order.size() > Questions::kMostMembersTried) order.resize(Questions::kMostMembersTried);
  return order;
}

std::size_t text_bytes(const CandidateRow& row) {
  std::size_t bytes = 0;
  for (const auto& cell : row) {
    if (const auto* text = std::get_if<std::string>(&cell)) bytes += text->size();
  }
  return bytes;
}

}  // namespace

std::string_view Supposed::raised() const {
  for (const auto& one : entries) {
    if (!one->raised.empty()) return one->raised;
  }
  return {};
}

/// Of the groups and uses of problem_of.hpp those that a constraint speaks of and a change
/// can touch; the cost always, since it decides between equally good sets.
std::string stand_of(const Candidate& candidate, const Scenario& scenario) {
  std::string stand;
  const auto add = [&stand](std::string_view part) { stand.append(part) += '\n'; };
  for (const auto resource : {kBudget, kDuration, kStaff}) {
    const auto amount = candidate.amounts.of(resource);
    const bool used = resource == kBudget || scenario.limits_resource(resource);
    add(used && amount ? std::to_string(*amount) : std::string());
  }
  // The owner's code also decides by its place in the order.
  add(candidate.owner ? candidate.owner->code : std::string());
  if (scenario.constrains("dimension")) add(candidate.dimension);
  if (scenario.constrains("area")) {
    for (const auto& area : candidate.areas) add(area);
  }
  return stand;
}

SupposedEntry& Supposed::entry_of(const catalogue::Innovation& member) {
  for (const auto& one : entries) {
    if (one->entry.id == member.id) return *one;
  }
  entries.push_back(std::make_unique<SupposedEntry>(SupposedEntry{member, raised()}));
  return *entries.back();
}

Questions::Questions(const ChangeMeans& means, const Scenario& scenario,
                     const std::vector<Candidate>& candidates,
                     const std::vector<std::string>& columns)
    : means_(means),
      scenario_(scenario),
      candidates_(candidates),
      columns_(means.view, columns, withheld_by(scenario)),
      table_(columns_.table()) {
  for (std::size_t i = 0; i < entry_changes().size(); ++i) {
    const auto& kind = entry_changes()[i];
    const bool read = std::any_of(kind.columns.begin(), kind.columns.end(), [&](const auto& one) {
      return std::find(columns.begin(), columns.end(), one) != columns.end();
    });
    if (read || kind.of_candidate) changes_.push_back(i);
  }
}

bool Questions::ask(std::size_t place, bool pairs) {
  const Candidate& candidate = candidates_[place];
  const std::size_t first = all_.size();
  const auto order = members_to_try(candidate);
  std::vector<SupposedEntry> scratch;  // by member to try
  scratch.reserve(order.size());
  for (const auto member : order) scratch.push_back({*candidate.members[member], {}});
  as_it_is_ = columns_.row(candidate);
  stand_ = stand_of(candidate, scenario_);
  for (const auto change : changes_) {
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (full()) return false;
      if (!entry_changes()[change].make(scratch[i], means_)) continue;
      const bool shows = add_if_it_shows(place, {change, order[i]}, scratch[i]);
      scratch[i] = {*candidate.members[order[i]], {}};
      if (shows) break;
    }
  }
  return !pairs || add_pairs(place, first);
}

bool Questions::add_if_it_shows(std::size_t place, Question::Step step,
                                const SupposedEntry& supposed) {
  const Candidate& before = candidates_[place];
  const auto after =
      with_entries(before, {&supposed.entry}, means_.view, scenario_, means_.taxonomy);
  const auto row = columns_.row(after, supposed.raised);
  const bool same = row == as_it_is_ && stand_of(after, scenario_) == stand_ &&
                    after.not_eligible.empty() == before.not_eligible.empty();
  if (!same) add(place, {step}, after, row);
  return !same;
}

bool Questions::add_pairs(std::size_t place, std::size_t first) {
  const std::size_t last = all_.size();
  for (std::size_t b = first; b < last; ++b) {
    for (std::size_t a = first; a < b; ++a) {
      if (full()) return false;
      Steps steps{all_[a].steps.front(), all_[b].steps.front()};
      const auto supposed = made(place, steps);
      if (!supposed) continue;
      add(place, std::move(steps), supposed->candidate,
          columns_.row(supposed->candidate, supposed->raised()));
    }
  }
  return true;
}

void Questions::add(std::size_t place, Steps steps, const Candidate& changed,
                    const CandidateRow& row) {
  bytes_ += text_bytes(row);
  append(row, table_);
  all_.push_back(
      {place, std::move(steps), !changed.not_eligible.empty(), stand_of(changed, scenario_)});
}

Supposed Questions::suppose(const Question& question) const {
  return *made(question.place, question.steps);
}

/// Nothing: one of the changes cannot be made.
std::optional<Supposed> Questions::made(std::size_t place, const Steps& steps) const {
  const Candidate& candidate = candidates_[place];
  Supposed supposed;
  for (const auto& step : steps) {
    auto& entry = supposed.entry_of(*candidate.members[step.member]);
    auto change = entry_changes()[step.change].make(entry, means_);
    if (!change) return std::nullopt;
    supposed.changes.push_back(std::move(*change));
  }
  std::vector<const catalogue::Innovation*> entries;
  for (const auto& one : supposed.entries) entries.push_back(&one->entry);
  supposed.candidate = with_entries(candidate, entries, means_.view, scenario_, means_.taxonomy);
  return supposed;
}

}  // namespace pilah::registry
