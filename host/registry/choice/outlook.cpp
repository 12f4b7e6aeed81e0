#include "pilah/registry/choice/outlook.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"
#include "pilah/selection/contributions.hpp"
#include "pilah/selection/frontier.hpp"
#include "pilah/selection/score.hpp"

namespace pilah::registry {

namespace {

using selection::Position;

void tell_contribution(const StoredChoice& choice, Position candidate, const Deadline& deadline,
                       Outlook& told) {
  const auto found =
      selection::contributions(choice.problem(), *choice.chosen(), deadline.options());
  if (!found) return;
  const auto& members = choice.chosen()->positions;
  const auto at = std::ranges::lower_bound(members, candidate) - members.begin();
  const std::int64_t millionths = found->millionths[static_cast<std::size_t>(at)];
  told.contribution = (millionths + selection::kMillion / 2) / selection::kMillion;
  told.said.push_back(statement("choice.in.contributes", {{"points", *told.contribution}}));
}

/// Whether the order alone keeps it out: it is in a set of the same score.
bool is_as_good(const StoredChoice& choice, Position candidate, const Deadline& deadline) {
  selection::Variation variation;
  variation.forced.push_back({candidate, true});
  const auto answer = selection::solve(choice.problem(), variation, deadline.options());
  return answer.status == selection::Status::kOptimal &&
         answer.best.front().score == choice.chosen()->score;
}

void tell_largest_uses(const StoredChoice& choice, Position candidate, const Deadline& deadline,
                       Outlook& told) {
  const auto& problem = choice.problem();
  if (is_as_good(choice, candidate, deadline)) return;
  for (const auto& limit : problem.limits()) {
    const std::int64_t now = problem.use(candidate, limit.resource);
    if (!limit.max || now == 0) continue;
    const auto most = selection::largest_use(problem, *choice.chosen(), candidate, limit.resource,
                                             deadline.options());
    if (!most) continue;
    const std::string resource(problem.resources()[limit.resource]);
    told.largest_uses[resource] = *most;
    told.said.push_back(
        statement("choice.out.largest_" + resource, {{"most", *most}, {"now", now}}));
  }
}

}  // namespace

Outlook outlook(const StoredChoice& choice, Position candidate, const Deadline& deadline) {
  Outlook told;
  if (!choice.proven()) return told;
  if (choice.is_chosen(candidate)) {
    tell_contribution(choice, candidate, deadline, told);
  } else {
    tell_largest_uses(choice, candidate, deadline, told);
  }
  return told;
}

}  // namespace pilah::registry
