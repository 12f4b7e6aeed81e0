#include "pilah/registry/choice/result_of.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/choice/constraints_told.hpp"
#include "pilah/registry/choice/reasons_of.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/ways/way_told.hpp"
#include "pilah/selection/score.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

using selection::Position;

constexpr std::uint64_t kWorkPerQuestion = 200'000;

const char* status_word(selection::Status status) {
  if (status == selection::Status::kOptimal) return "optimal";
  return status == selection::Status::kInfeasible ? "infeasible" : "limit";
}

json::value or_null(const std::optional<std::int64_t>& number) {
  return number ? json::value(*number) : json::value(nullptr);
}

class ResultMaker {
 public:
  ResultMaker(const CatalogueView& view, const Scenario& scenario, const Candidates& candidates,
              const Findings& findings, const std::vector<Judged>& judged,
              const ChoiceProblem& problem, const GroupWords& words, CountedClaims claims,
              const RulesAgain& again)
      : candidates_(candidates),
        findings_(findings),
        judged_(judged),
        problem_(problem),
        solved_(solvable(problem.document)),
        answer_(selection::solve(solved_)),
        choice_{view,     scenario, candidates.all, findings, judged_,
                problem_, solved_,  answer_,        words},
        teller_(choice_),
        claims_(std::move(claims)) {
    for (const auto& criterion : findings.criteria) weights_.push_back(criterion.weight);
    position_.resize(candidates.all.size());
    for (Position at = 0; at < problem.candidates.size(); ++at) {
      position_[problem.candidates[at]] = at;
    }
    if (!answer_.best.empty()) {
      chosen_.resize(candidates.all.size());
      for (const auto at : answer_.best.front().positions) chosen_[problem.candidates[at]] = true;
    } else {
      chosen_.assign(candidates.all.size(), false);
    }
    order_ = order();
    explained_.resize(candidates.all.size());
    if (answer_.status != selection::Status::kOptimal) return;
    explain();
    if (again.ask) ways_ = ways_in(choice_, rejected(), again);
  }

  json::object make() {
    json::object result;
    result["status"] = status_word(answer_.status);
    add_set(result);
    result["optimal_sets"] = answer_.optimal_sets;
    result["names"] = names();
    result["criteria"] = criteria();
    result["considered"] = considered();
    result["values"] = choice_.scenario.values == CountedValues::kClaimed ? "claimed" : "verified";
    result["candidates"] = told_candidates();
    result["assumed"] = std::move(assumed_);
    result["conflict"] = conflict_told(choice_, kWorkPerQuestion);
    result["binding"] = explainer_ ? binding_told(choice_, *explainer_) : json::array();
    result["constraints"] = constraints_told(problem_);
    result["notes"] = problem_.notes;
    for (auto& note : claims_.notes) result["notes"].as_array().push_back(std::move(note));
    for (auto& note : ways_.notes) result["notes"].as_array().push_back(std::move(note));
    result["relations"] = problem_.relations;
    return result;
  }

 private:
  void add_set(json::object& result) const {
    json::object uses;
    if (answer_.best.empty()) {
      result["selected"] = nullptr;
      result["score"] = nullptr;
    } else {
      const auto& best = answer_.best.front();
      json::array selected;
      for (const auto at : best.positions) {
        selected.push_back(json::string(candidates_.all[problem_.candidates[at]].id));
      }
      result["selected"] = std::move(selected);
      result["score"] = best.score;
      for (std::uint32_t r = 0; r < best.uses.size(); ++r) {
        uses[std::string(solved_.resources()[r])] = best.uses[r];
      }
    }
    result["bound"] = or_null(answer_.bound);
    result["uses"] = std::move(uses);
  }

  json::array criteria() const {
    json::array list;
    for (const auto& criterion : findings_.criteria) {
      json::object one{{"rule", criterion.rule},
                       {"criterion", criterion.criterion},
                       {"title", both(criterion.title)},
                       {"zero", both(criterion.zero)},
                       {"one", both(criterion.one)},
                       {"weight", criterion.weight},
                       {"own_weight", criterion.own_weight},
                       {"weighed_by", criterion.weighed_by_rule ? "rule" : "scenario"}};
      const auto decided = choice_.scenario.weight_grounds.find(criterion.id());
      if (decided != choice_.scenario.weight_grounds.end()) {
        one["reason"] = decided->second.reason;
        one["by"] = decided->second.by;
      }
      list.push_back(std::move(one));
    }
    return list;
  }

  /// The dimensions and areas that candidates name, in words.
  json::object names() const {
    json::object words;
    const auto& taxonomy = choice_.words.taxonomy();
    const auto named_by_any = [&](auto named) {
      return std::any_of(candidates_.all.begin(), candidates_.all.end(), named);
    };
    for (const auto& dimension : taxonomy.dimensions()) {
      if (named_by_any([&](const Candidate& one) { return one.dimension == dimension.key; })) {
        words[dimension.key] = both(dimension.name);
      }
    }
    for (const auto& area : taxonomy.areas()) {
      if (named_by_any([&](const Candidate& one) {
            return std::find(one.areas.begin(), one.areas.end(), area.key) != one.areas.end();
          })) {
        words[area.key] = both(area.name);
      }
    }
    return words;
  }

  json::object considered() const {
    json::object aside;
    for (const auto& [word, count] : candidates_.left_aside) aside[word] = count;
    const auto eligible = std::count_if(judged_.begin(), judged_.end(),
                                        [](const Judged& judged) { return judged.eligible(); });
    return {{"candidates", static_cast<std::int64_t>(judged_.size())},
            {"eligible", static_cast<std::int64_t>(eligible)},
            {"left_aside", std::move(aside)}};
  }

  /// The chosen, then the eligible, then the others; each best first.
  std::vector<std::size_t> order() const {
    std::vector<std::size_t> places(candidates_.all.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      if (chosen_[a] != chosen_[b]) return static_cast<bool>(chosen_[a]);
      if (judged_[a].eligible() != judged_[b].eligible()) return judged_[a].eligible();
      return judged_[a].score > judged_[b].score;
    });
    return places;
  }

  /// The chosen, and of the rejected the best, each by a re-solve.
  void explain() {
    selection::SolveOptions options;
    options.work_limit = kWorkPerQuestion;
    options.threads = 2;
    explainer_.emplace(solved_, answer_.best.front(), options);
    std::size_t resolved = 0;
    std::vector<std::size_t> places;
    std::vector<selection::Position> positions;
    for (const auto place : order_) {
      if (!position_[place] || !judged_[place].eligible()) continue;
      if (!chosen_[place] && resolved++ >= kMostResolved) continue;
      places.push_back(place);
      positions.push_back(*position_[place]);
    }
    auto reasons = explainer_->explain(positions);
    for (std::size_t i = 0; i < places.size(); ++i) explained_[places[i]] = std::move(reasons[i]);
  }

  /// Of whom it is proven that they are not chosen, or who are not eligible.
  std::vector<Rejected> rejected() const {
    std::vector<Rejected> list;
    for (const auto place : order_) {
      if (chosen_[place]) continue;
      const auto& reason = explained_[place];
      if (!judged_[place].eligible()) {
        list.push_back({place, nullptr});
      } else if (reason && reason->proven) {
        list.push_back({place, &*reason});
      }
    }
    return list;
  }

  json::array told_candidates() {
    json::array list;
    for (const auto place : order_) list.push_back(told(place));
    return list;
  }

  json::object told(std::size_t place) {
    const Candidate& candidate = candidates_.all[place];
    json::object one = named(candidate);
    one["kind"] = candidate.package ? "package" : "entry";
    if (candidate.package) one["members"] = members(candidate);
    one["owner"] = nullptr;
    if (candidate.owner) {
      one["owner"] = json::object{{"code", candidate.owner->code}, {"name", candidate.owner->name}};
    }
    one["dimension"] = text_or_null(candidate.dimension);
    one["area"] = text_or_null(candidate.primary_area);
    one["areas"] = json::value_from(candidate.areas);
    one["eligible"] = judged_[place].eligible();
    one["chosen"] = static_cast<bool>(chosen_[place]);
    one["score"] = judged_[place].score;
    one["cost"] = or_null(candidate.amounts.budget);
    one["duration_months"] = or_null(candidate.amounts.duration);
    one["staff"] = or_null(candidate.amounts.staff);
    add_values(place, one);
    one["reasons"] = reasons(place);
    if (const auto* way = way_in(place)) {
      if (auto told = way_told(choice_, *way); !told.empty()) one["way_in"] = std::move(told);
    }
    one["assumed"] = told_assumed(candidate);
    const auto claims = claims_.by_place.find(place);
    if (claims != claims_.by_place.end()) one["unverified"] = claims->second;
    return one;
  }

  static json::value text_or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
  }

  static json::array members(const Candidate& candidate) {
    json::array list;
    for (const auto* member : candidate.members) {
      list.push_back(json::object{{"id", member->id.text()}, {"name", member->name}});
    }
    return list;
  }

  void add_values(std::size_t place, json::object& one) const {
    json::array values;
    json::array unknown;
    for (std::size_t c = 0; c < findings_.criteria.size(); ++c) {
      const auto& criterion = findings_.criteria[c];
      json::object value{{"value", or_null(criterion.values[place])}};
      if (!criterion.values[place]) {
        value["counted"] = judged_[place].values[c];
        unknown.push_back(json::string(criterion.id()));
      }
      value["contribution"] = selection::contribution_of(weights_, judged_[place].values, c);
      if (place < criterion.texts.size()) value["text"] = both(criterion.texts[place]);
      values.push_back(std::move(value));
    }
    one["criteria"] = std::move(values);
    one["unknown"] = std::move(unknown);
  }

  const WayIn* way_in(std::size_t place) const {
    const auto found = ways_.by_place.find(place);
    return found == ways_.by_place.end() ? nullptr : &found->second;
  }

  json::array reasons(std::size_t place) const {
    json::array told = reasons_alone(place);
    if (const auto* way = way_in(place)) {
      told.push_back(way_reason(choice_, *way, place));
    } else if (explained_[place] && !chosen_[place]) {
      auto lift = teller_.tell_lift(place, *explained_[place]);
      if (!lift.empty()) told.push_back(std::move(lift));
    }
    return told;
  }

  json::array reasons_alone(std::size_t place) const {
    const auto& position = position_[place];
    if (!position || !judged_[place].eligible()) return teller_.tell_not_eligible(place);
    if (explained_[place]) return teller_.tell(place, *explained_[place]);
    if (answer_.status == selection::Status::kInfeasible) {
      json::array told;
      told.push_back(statement("choice.out.no_set"));
      return told;
    }
    return teller_.tell_unresolved(place, *position);
  }

  json::array told_assumed(const Candidate& candidate) {
    json::array list;
    for (const auto& assumed : candidate.assumed) {
      std::string kind = "choice.assumed." + assumed.resource;
      json::object arguments{{"amount", assumed.amount}};
      json::object entry = named(candidate);
      entry["field"] = assumed.resource;
      entry["value"] = assumed.amount;
      if (!assumed.member.empty()) {
        kind += "_of_member";
        arguments["member"] = assumed.member;
        entry["member"] = assumed.member;
      }
      json::object one = statement(kind, std::move(arguments));
      one["field"] = assumed.resource;
      one["value"] = assumed.amount;
      list.push_back(std::move(one));
      assumed_.push_back(std::move(entry));
    }
    return list;
  }

  const Candidates& candidates_;
  const Findings& findings_;
  const std::vector<Judged>& judged_;
  const ChoiceProblem& problem_;
  const selection::Problem solved_;
  const selection::Answer answer_;
  const Choice choice_;
  const ReasonTeller teller_;
  CountedClaims claims_;
  std::vector<std::int64_t> weights_;
  std::vector<std::optional<Position>> position_;  // by place
  std::vector<bool> chosen_;                       // by place
  std::vector<std::size_t> order_;                 // of places, as they are told
  std::optional<selection::Explainer> explainer_;
  std::vector<std::optional<selection::Reason>> explained_;  // by place
  WaysIn ways_;
  json::array assumed_;
};

}  // namespace

json::object result_of(const CatalogueView& view, const Scenario& scenario,
                       const Candidates& candidates, const Findings& findings,
                       const std::vector<Judged>& judged, const ChoiceProblem& problem,
                       const GroupWords& words, CountedClaims claims, const RulesAgain& again) {
  auto result = ResultMaker(view, scenario, candidates, findings, judged, problem, words,
                            std::move(claims), again)
                    .make();
  tell_needs(view.needs, again.columns, result);
  return result;
}

}  // namespace pilah::registry
