#include "pilah/registry/public_sets/trial.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/problem_of.hpp"
#include "pilah/registry/choice/scenario.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/choice/stored_choice.hpp"
#include "pilah/registry/public_sets/public_words.hpp"
#include "pilah/selection/message.hpp"
#include "pilah/selection/problem_builder.hpp"
#include "pilah/selection/score.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;

class TrialReader {
 public:
  PublicTrial read(const json::object& document) {
    for (const auto& member : document) {
      if (member.key() == "weights") {
        read_weights(member.value());
      } else if (member.key() == "count") {
        read_count(member.value());
      } else if (member.key() == "budget") {
        read_budget(member.value());
      } else {
        wrong("public_set.trial_key", member.key(), pointer_to(member.key()));
      }
    }
    if (!wrong_.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong_));
    return std::move(trial_);
  }

 private:
  static std::string pointer_to(std::string_view key) { return selection::pointer_step(key); }

  void wrong(const char* kind, std::string_view found, std::string pointer) {
    if (wrong_.size() < kMostWrong) {
      wrong_.push_back({kind, {{"found", std::string(found)}}, std::move(pointer)});
    }
  }

  /// Nothing, and said: it is no integer from 0 to `most`.
  std::optional<std::int64_t> number(const json::value& value, std::int64_t most,
                                     std::string pointer) {
    if (value.is_int64() && value.get_int64() >= 0 && value.get_int64() <= most) {
      return value.get_int64();
    }
    if (wrong_.size() < kMostWrong) {
      wrong_.push_back(
          {"public_set.trial_number", {{"most", std::to_string(most)}}, std::move(pointer)});
    }
    return std::nullopt;
  }

  const json::object* object(const json::value& value, const char* key) {
    if (value.is_object() && value.get_object().size() <= kMostMembers) return &value.get_object();
    wrong("public_set.trial_key", key, pointer_to(key));
    return nullptr;
  }

  void read_weights(const json::value& value) {
    const auto* weights = object(value, "weights");
    if (!weights) return;
    for (const auto& one : *weights) {
      const auto weight =
          number(one.value(), kLargestTriedWeight, "/weights" + pointer_to(one.key()));
      if (weight) trial_.weights.emplace(one.key(), *weight);
    }
  }

  void read_count(const json::value& value) {
    const auto* count = object(value, "count");
    if (!count) return;
    for (const auto& one : *count) {
      const std::string pointer = "/count" + pointer_to(one.key());
      if (one.key() == "min") {
        trial_.count_min = number(one.value(), selection::kMostCandidates, pointer);
      } else if (one.key() == "max") {
        trial_.count_max = number(one.value(), selection::kMostCandidates, pointer);
      } else {
        wrong("public_set.trial_key", one.key(), pointer);
      }
    }
    if (trial_.count_min && trial_.count_max && *trial_.count_min > *trial_.count_max) {
      wrong_.push_back({"choice.scenario.min_above_max",
                        {{"pointer", "/count"},
                         {"min", std::to_string(*trial_.count_min)},
                         {"max", std::to_string(*trial_.count_max)}},
                        "/count"});
    }
  }

  void read_budget(const json::value& value) {
    trial_.any_budget = value.is_null();
    if (!value.is_null()) trial_.budget = number(value, selection::kLargestNumber, "/budget");
  }

  static constexpr std::size_t kMostWrong = 10;
  static constexpr std::size_t kMostMembers = 1'024;

  PublicTrial trial_;
  Messages wrong_;
};

std::vector<std::int64_t> weights_of(const StoredChoice& choice, const PublicTrial& trial) {
  auto weights = choice.weights();
  for (const auto& [id, weight] : trial.weights) {
    const auto found = std::ranges::find(choice.criteria(), id, &StoredChoice::Criterion::id);
    if (found == choice.criteria().end()) {
      throw Refusal(RefusalKind::kInvalid, Message{"public_set.no_such_criterion",
                                                   {{"criterion", id}},
                                                   "/weights" + selection::pointer_step(id)});
    }
    weights[static_cast<std::size_t>(found - choice.criteria().begin())] = weight;
  }
  if (std::ranges::all_of(weights, [](std::int64_t weight) { return weight == 0; })) {
    throw Refusal(RefusalKind::kInvalid, Message{"choice.scenario.no_weight", {}, "/weights"});
  }
  return weights;
}

json::object problem_with(const StoredChoice& choice, json::object problem,
                          const PublicTrial& trial) {
  const auto weights = weights_of(choice, trial);
  auto& candidates = problem.at("candidates").as_array();
  for (selection::Position at = 0; at < candidates.size(); ++at) {
    candidates[at].as_object()["score"] = selection::score_of(weights, choice.valuation().of(at));
  }
  if (trial.count_min || trial.count_max) {
    json::object count;
    if (const auto* was = problem.if_contains("count")) count = was->as_object();
    if (trial.count_min) count["min"] = *trial.count_min;
    if (trial.count_max) count["max"] = *trial.count_max;
    problem["count"] = std::move(count);
  }
  auto* limits = problem.if_contains("limits");
  if (limits && (trial.budget || trial.any_budget)) {
    for (auto& limit : limits->as_array()) {
      auto& one = limit.as_object();
      if (one.at("resource").as_string() != kBudget) continue;
      one.erase("max");
      if (trial.budget) one["max"] = *trial.budget;
    }
  }
  return problem;
}

/// The constraints in the words of the selection, but for those that the trial has changed.
json::array conflict_told(const StoredChoice& choice, const json::object& problem,
                          const std::vector<selection::Conflict>& conflict) {
  auto told = choice.told(conflict);
  for (std::size_t i = 0; i < conflict.size(); ++i) {
    const auto& at = conflict[i].pointer;
    if (at == "/count/min") {
      told[i] = statement("choice.constraint.count_min",
                          {{"min", problem.at("count").at("min")},
                           {"eligible", static_cast<std::int64_t>(choice.problem().size())}});
    } else if (at == "/count/max") {
      told[i] = statement("choice.constraint.count_max", {{"max", problem.at("count").at("max")}});
    } else if (at.starts_with("/limits/")) {
      const auto place = std::stoul(at.substr(std::string_view("/limits/").size()));
      const auto& limit = problem.at("limits").at(place);
      told[i] =
          statement("choice.constraint.limit_" + std::string(limit.at("resource").as_string()),
                    {{"max", limit.at("max")}});
    }
  }
  return told;
}

}  // namespace

PublicTrial read_trial(const json::object& document) { return TrialReader().read(document); }

TriedPublicly tried_publicly(const OpenedSet& opened, const PublicTrial& trial,
                             const Deadline& deadline) {
  require_problem(opened);
  const StoredChoice choice(opened.selection);
  const auto document = problem_with(choice, opened.selection.problem, trial);
  const auto problem = solvable(document);
  const auto answer = selection::solve(problem, deadline.options());
  TriedPublicly tried;
  for (selection::Position at = 0; at < problem.size(); ++at) {
    const std::string id(problem.id(at));
    tried.scores.emplace(id, problem.score(at));
    tried.chosen.emplace(
        id, !answer.best.empty() && std::ranges::binary_search(answer.best.front().positions, at));
  }
  tried.status = answer.status == selection::Status::kOptimal      ? "optimal"
                 : answer.status == selection::Status::kInfeasible ? "infeasible"
                                                                   : "limit";
  tried.optimal_sets = answer.optimal_sets;
  if (!answer.best.empty()) {
    tried.score = answer.best.front().score;
    if (const auto budget = problem.resources().find(kBudget)) {
      tried.cost = answer.best.front().uses[*budget];
    }
  }
  const auto named = names_shown(opened.selection, opened.open);
  tried.conflict =
      PublicWords(opened.open, named).statements(conflict_told(choice, document, answer.conflict));
  return tried;
}

}  // namespace pilah::registry
