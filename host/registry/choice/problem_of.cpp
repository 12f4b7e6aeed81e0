#include "pilah/registry/choice/problem_of.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/pairs.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/selection/problem_document.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

json::array groups_of(const Candidate& candidate, const Findings& findings, std::size_t row) {
  json::array groups;
  const auto add = [&groups](const std::string& group) {
    json::value name(group);
    if (std::find(groups.begin(), groups.end(), name) == groups.end()) {
      groups.push_back(std::move(name));
    }
  };
  if (!candidate.dimension.empty()) add("dimension:" + candidate.dimension);
  for (const auto& area : candidate.areas) add("area:" + area);
  if (candidate.owner) add("organisation:" + candidate.owner->code);
  for (const auto* member : candidate.members) {
    for (const auto& at : member->places) {
      if (!at.subdistrict.empty()) add("subdistrict:" + at.subdistrict);
      if (!at.village.empty()) add("village:" + at.village);
    }
  }
  for (const auto& group : findings.groups) {
    if (group.members[row]) add(group.id);
  }
  return groups;
}

json::object uses_of(const Candidate& candidate, const Scenario& scenario) {
  json::object uses;
  for (const auto resource : {kBudget, kDuration, kStaff}) {
    const auto amount = candidate.amounts.of(resource);
    if (!amount || (resource != kBudget && !scenario.limits_resource(resource))) continue;
    uses[resource] = *amount;
  }
  return uses;
}

class ProblemMaker {
 public:
  ProblemMaker(const CatalogueView& view, const Scenario& scenario,
               const std::vector<Candidate>& candidates, const Findings& findings,
               std::vector<Judged>& judged, const GroupWords& words)
      : view_(view),
        scenario_(scenario),
        candidates_(candidates),
        findings_(findings),
        judged_(judged),
        words_(words) {}

  ChoiceProblem make() {
    std::set<std::string> included;
    for (const auto& entry : scenario_.include) included.insert(entry.id);
    for (const auto& candidate : candidates_) kept_.push_back(included.count(candidate.id) > 0);
    const CandidatePairs pairs = find_pairs(view_, scenario_, candidates_, kept_, judged_);
    add_candidates();
    add_count();
    add_limits();
    add_bounds();
    add_coverage();
    add_pairs(pairs);
    add_forced();
    return std::move(problem_);
  }

 private:
  static constexpr std::size_t kMostNamed = 20;  // candidates that one statement names

  bool in_problem(std::size_t place) const { return judged_[place].eligible() || kept_[place]; }

  void add_candidates() {
    json::array list;
    for (std::size_t place = 0; place < candidates_.size(); ++place) {
      auto one =
          as_in_problem(candidates_[place], judged_[place].score, scenario_, findings_, place);
      for (const auto& group : one.at("groups").as_array()) {
        const std::string name(group.as_string());
        named_by_[name].push_back(place);
        if (in_problem(place)) named_in_problem_.insert(name);
      }
      if (!in_problem(place)) continue;
      for (const auto& use : one.at("uses").as_object()) used_.insert(std::string(use.key()));
      list.push_back(std::move(one));
      problem_.candidates.push_back(place);
    }
    problem_.document["candidates"] = std::move(list);
  }

  void remember(const std::string& pointer, std::string from, json::object said) {
    problem_.sources[pointer] = {std::move(from), std::move(said)};
  }

  void add_count() {
    json::object count;
    if (scenario_.count_min) {
      count["min"] = *scenario_.count_min;
      remember("/count/min", "/count/min",
               statement("choice.constraint.count_min",
                         {{"min", *scenario_.count_min},
                          {"eligible", static_cast<std::int64_t>(problem_.candidates.size())}}));
    }
    if (scenario_.count_max) {
      count["max"] = *scenario_.count_max;
      remember("/count/max", "/count/max",
               statement("choice.constraint.count_max", {{"max", *scenario_.count_max}}));
    }
    if (!count.empty()) problem_.document["count"] = std::move(count);
  }

  void add_limits() {
    json::array limits;
    for (std::size_t i = 0; i < scenario_.limits.size(); ++i) {
      const auto& limit = scenario_.limits[i];
      if (used_.count(limit.resource) == 0) continue;  // nobody uses it: nothing to limit
      json::object one{{"resource", limit.resource}};
      if (limit.max) {
        one["max"] = *limit.max;
        remember("/limits/" + std::to_string(limits.size()) + "/max",
                 "/limits/" + std::to_string(i) + "/max",
                 statement("choice.constraint.limit_" + limit.resource, {{"max", *limit.max}}));
      }
      limits.push_back(std::move(one));
    }
    if (!scenario_.limits_resource(kBudget) && used_.count(std::string(kBudget)) > 0) {
      limits.push_back(json::object{{"resource", kBudget}});
    }
    if (!limits.empty()) problem_.document["limits"] = std::move(limits);
  }

  void add_bound(const std::string& group, const std::optional<std::int64_t>& min,
                 const std::optional<std::int64_t>& max, const std::string& from) {
    const std::string pointer = "/bounds/" + std::to_string(bounds_.size());
    const char* each = is_group_family(group) ? "_each" : "";
    json::object one{{"group", group}};
    if (min) {
      one["min"] = *min;
      remember(pointer + "/min", from.empty() ? from : from + "/min",
               statement(std::string("choice.constraint.bound_min") + each,
                         {{"group", words_(group)}, {"min", *min}}));
    }
    if (max) {
      one["max"] = *max;
      remember(pointer + "/max", from.empty() ? from : from + "/max",
               statement(std::string("choice.constraint.bound_max") + each,
                         {{"group", words_(group)}, {"max", *max}}));
    }
    bounds_.push_back(std::move(one));
  }

  void add_bounds() {
    for (std::size_t i = 0; i < scenario_.bounds.size(); ++i) {
      const auto& bound = scenario_.bounds[i];
      add_bound(bound.group, bound.min, bound.max, "/bounds/" + std::to_string(i));
    }
    for (const auto& group : findings_.groups) {
      if (!group.default_min && !group.default_max) continue;
      const bool overridden = std::any_of(
          scenario_.bounds.begin(), scenario_.bounds.end(), [&](const ScenarioBound& bound) {
            return bound.group == group.id || bound.group == "rule:*";
          });
      if (!overridden) add_bound(group.id, group.default_min, group.default_max, "");
    }
    for (std::size_t i = 0; i < scenario_.bounds.size(); ++i) {
      const auto& bound = scenario_.bounds[i];
      if (!is_group_family(bound.group) || bound.min.value_or(0) == 0) continue;
      demand_of_lost_groups(bound, "/bounds/" + std::to_string(i));
      note_empty_dimensions(bound);
    }
    if (!bounds_.empty()) problem_.document["bounds"] = std::move(bounds_);
  }

  /// A group whose candidates are all not eligible is still one of the family:
  /// its minimum does not fall away with them.
  void demand_of_lost_groups(const ScenarioBound& bound, const std::string& from) {
    const std::string prefix = std::string(group_prefix(bound.group)) + ":";
    for (const auto& [group, places] : named_by_) {
      if (group.compare(0, prefix.size(), prefix) != 0) continue;
      if (named_in_problem_.count(group) > 0) continue;
      const std::string pointer = "/bounds/" + std::to_string(bounds_.size());
      bounds_.push_back(json::object{{"group", group}, {"min", *bound.min}});
      json::array names;
      for (const auto place : places) {
        if (names.size() < kMostNamed) names.push_back(named(candidates_[place]));
      }
      remember(pointer + "/min", from + "/min",
               statement("choice.constraint.bound_min_lost", {{"group", words_(group)},
                                                              {"min", *bound.min},
                                                              {"candidates", std::move(names)}}));
    }
  }

  void note_empty_dimensions(const ScenarioBound& bound) {
    if (group_prefix(bound.group) != "dimension") return;
    json::array empty;
    for (const auto& dimension : words_.taxonomy().dimensions()) {
      if (named_by_.count("dimension:" + dimension.key) > 0) continue;
      empty.push_back(both(dimension.name));
    }
    if (empty.empty()) return;
    problem_.notes.push_back(
        statement("choice.note.empty_dimensions", {{"dimensions", std::move(empty)}}));
  }

  void add_coverage() {
    json::array list;
    for (std::size_t i = 0; i < scenario_.coverage.size(); ++i) {
      const auto& coverage = scenario_.coverage[i];
      const std::string pointer = "/coverage/" + std::to_string(i) + "/min";
      list.push_back(json::object{{"groups", coverage.groups}, {"min", coverage.min}});
      remember(pointer, pointer,
               statement("choice.constraint.coverage",
                         {{"groups", words_(coverage.groups)}, {"min", coverage.min}}));
    }
    if (!list.empty()) problem_.document["coverage"] = std::move(list);
  }

  void add_pairs(const CandidatePairs& pairs) {
    add_pairs(pairs.requires_pairs, "requires");
    add_pairs(pairs.excludes_pairs, "excludes");
  }

  void add_pairs(const std::vector<CandidatePair>& pairs, const std::string& key) {
    json::array list;
    for (const auto& pair : pairs) {
      if (!in_problem(pair.first) || !in_problem(pair.second)) continue;
      const Candidate& first = candidates_[pair.first];
      const Candidate& second = candidates_[pair.second];
      const std::string pointer = "/" + key + "/" + std::to_string(list.size());
      const bool of_package = pair.source.at("kind").as_string() == "package";
      remember(pointer, "",
               statement("choice.constraint." + (of_package ? std::string("package") : key),
                         {{"candidate", named(first)}, {"other", named(second)}}));
      json::object told = pair.source;
      told["as"] = key;
      told["from"] = first.id;
      told["to"] = second.id;
      problem_.relations.push_back(std::move(told));
      list.push_back(json::array{first.id, second.id});
    }
    if (!list.empty()) problem_.document[key] = std::move(list);
  }

  /// Included ones first as included, then, when they are not eligible, as excluded too.
  void add_forced() {
    json::array in;
    json::array out;
    for (std::size_t i = 0; i < scenario_.include.size(); ++i) {
      const auto place = place_of(scenario_.include[i].id);
      if (!place) continue;
      const std::string from = "/include/" + std::to_string(i);
      remember("/include/" + std::to_string(in.size()), from,
               forced("choice.constraint.include", *place, scenario_.include[i]));
      in.push_back(json::string(candidates_[*place].id));
      if (judged_[*place].eligible()) continue;
      json::array why;
      for (const auto& reason : judged_[*place].not_eligible) why.push_back(reason);
      remember("/exclude/" + std::to_string(out.size()), "",
               statement("choice.constraint.not_eligible",
                         {{"candidate", named(candidates_[*place])}, {"why", std::move(why)}}));
      out.push_back(json::string(candidates_[*place].id));
    }
    for (std::size_t i = 0; i < scenario_.exclude.size(); ++i) {
      const auto place = place_of(scenario_.exclude[i].id);
      if (!place || !in_problem(*place)) continue;
      remember("/exclude/" + std::to_string(out.size()), "/exclude/" + std::to_string(i),
               forced("choice.constraint.exclude", *place, scenario_.exclude[i]));
      out.push_back(json::string(candidates_[*place].id));
    }
    if (!in.empty()) problem_.document["include"] = std::move(in);
    if (!out.empty()) problem_.document["exclude"] = std::move(out);
  }

  json::object forced(const char* kind, std::size_t place, const ScenarioForced& entry) const {
    return statement(kind,
                     {{"candidate", named(candidates_[place])}, {"reason", entry.grounds.reason}});
  }

  std::optional<std::size_t> place_of(const std::string& id) const {
    for (std::size_t place = 0; place < candidates_.size(); ++place) {
      if (candidates_[place].id == id) return place;
    }
    return std::nullopt;
  }

  const CatalogueView& view_;
  const Scenario& scenario_;
  const std::vector<Candidate>& candidates_;
  const Findings& findings_;
  std::vector<Judged>& judged_;
  const GroupWords& words_;
  std::vector<bool> kept_;
  std::set<std::string> used_;                                // resources
  std::map<std::string, std::vector<std::size_t>> named_by_;  // group: all candidates
  std::set<std::string> named_in_problem_;                    // groups
  json::array bounds_;
  ChoiceProblem problem_;
};

}  // namespace

ChoiceProblem problem_of(const CatalogueView& view, const Scenario& scenario,
                         const std::vector<Candidate>& candidates, const Findings& findings,
                         std::vector<Judged>& judged, const GroupWords& words) {
  return ProblemMaker(view, scenario, candidates, findings, judged, words).make();
}

json::object as_in_problem(const Candidate& candidate, std::int64_t score, const Scenario& scenario,
                           const Findings& findings, std::size_t row) {
  return {{"id", candidate.id},
          {"score", score},
          {"uses", uses_of(candidate, scenario)},
          {"groups", groups_of(candidate, findings, row)}};
}

selection::Problem solvable(const json::object& document) {
  auto read = selection::read_problem(json::serialize(document));
  if (const auto* refused = std::get_if<selection::Refusal>(&read)) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kConflict,
        catalogue::Message{refused->message.kind, refused->message.arguments, ""});
  }
  return std::get<selection::Problem>(std::move(read));
}

json::object constraints_told(const ChoiceProblem& problem) {
  json::object all;
  for (const auto& [at, source] : problem.sources) {
    json::object told = source.statement;
    if (!source.pointer.empty()) told["pointer"] = source.pointer;
    all[at] = std::move(told);
  }
  return all;
}

json::object named(const Candidate& candidate) {
  return {{"id", candidate.id}, {"name", candidate.name}};
}

}  // namespace pilah::registry
