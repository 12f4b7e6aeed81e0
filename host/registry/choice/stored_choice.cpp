#include "pilah/registry/choice/stored_choice.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/explain.hpp"
#include "pilah/registry/choice/problem_of.hpp"
#include "pilah/registry/choice/scenario.hpp"
#include "pilah/registry/choice/statement.hpp"

namespace pilah::registry {

namespace {

namespace json = boost::json;

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using selection::Position;

std::string_view view(const json::value& text) { return text.as_string(); }

/// The value that counted, whether it was known or not.
std::int64_t counted(const json::object& value) {
  const auto* unknown = value.if_contains("counted");
  return (unknown ? *unknown : value.at("value")).as_int64();
}

}  // namespace

StoredChoice::StoredChoice(const catalogue::SelectionRecord& record)
    : result_(record.result),
      status_(view(record.result.at("status"))),
      problem_(solvable(record.problem)),
      candidate_(problem_.size(), nullptr) {
  for (Position at = 0; at < problem_.size(); ++at) position_[problem_.id(at)] = at;
  for (const auto& each : result_.at("criteria").as_array()) {
    const auto& one = each.as_object();
    criteria_.push_back(
        {std::string(view(one.at("rule"))) + "/" + std::string(view(one.at("criterion"))),
         one.at("title").as_object(), one.at("weight").as_int64()});
  }
  valuation_.criteria = criteria_.size();
  valuation_.values.assign(problem_.size() * criteria_.size(), 0);
  for (const auto& each : result_.at("candidates").as_array()) {
    const auto found = position_.find(view(each.at("id")));
    if (found == position_.end()) continue;  // not eligible
    candidate_[found->second] = &each.as_object();
    const auto& values = each.at("criteria").as_array();
    for (std::size_t c = 0; c < criteria_.size(); ++c) {
      valuation_.values[found->second * criteria_.size() + c] = counted(values[c].as_object());
    }
  }
  if (const auto* selected = result_.at("selected").if_array()) {
    std::vector<Position> positions;
    for (const auto& id : *selected) positions.push_back(position_.at(view(id)));
    std::sort(positions.begin(), positions.end());
    chosen_ = selection::chosen_set(problem_, std::move(positions));
  }
}

json::object StoredChoice::why_not() const { return statement("choice.question." + status_); }

std::vector<std::int64_t> StoredChoice::weights() const {
  std::vector<std::int64_t> weights;
  for (const auto& criterion : criteria_) weights.push_back(criterion.weight);
  return weights;
}

StoredChoice::Weighed StoredChoice::weighed() const {
  const auto weight = [&](std::size_t c) { return criteria_[c].weight; };
  Weighed weighed;
  for (std::size_t c = 0; c < criteria_.size(); ++c) {
    if (weight(c) > 0) weighed.criteria.push_back(c);
  }
  const auto* weighting = result_.if_contains("weighting");
  if (weighting == nullptr || weighting->at("by").as_string() != "rank") return weighed;
  auto ranked = weighed.criteria;
  std::ranges::stable_sort(ranked, std::ranges::greater(), weight);
  const auto equal = [&](std::size_t a, std::size_t b) { return weight(a) == weight(b); };
  if (std::ranges::adjacent_find(ranked, equal) != ranked.end()) return weighed;
  return {std::move(ranked), true};
}

bool StoredChoice::is_chosen(Position position) const {
  return chosen_ && std::ranges::binary_search(chosen_->positions, position);
}

json::object StoredChoice::named(Position position) const {
  const auto& candidate = *candidate_[position];
  return {{"id", candidate.at("id")}, {"name", candidate.at("name")}};
}

json::array StoredChoice::named(std::span<const Position> positions) const {
  json::array names;
  for (const auto position : positions) names.push_back(named(position));
  return names;
}

std::optional<Position> StoredChoice::find(std::string_view id_or_name) const {
  const auto& candidate = candidate_named(result_.at("candidates").as_array(), id_or_name);
  const auto found = position_.find(view(candidate.at("id")));
  return found == position_.end() ? std::nullopt : std::optional(found->second);
}

Position StoredChoice::position_of(std::string_view id_or_name) const {
  if (const auto found = find(id_or_name)) return *found;
  throw Refusal(RefusalKind::kNotFound,
                Message{"choice.not_eligible_candidate", {{"name", std::string(id_or_name)}}, ""});
}

std::optional<selection::ResourceIndex> StoredChoice::budget() const {
  return problem_.resources().find(kBudget);
}

std::optional<std::int64_t> StoredChoice::cost_of(const selection::ChosenSet& set) const {
  const auto resource = budget();
  return resource ? std::optional(set.uses[*resource]) : std::nullopt;
}

json::array StoredChoice::told(const std::vector<selection::Conflict>& conflict) const {
  json::array list;
  const auto* kept = result_.if_contains("constraints");
  for (const auto& each : conflict) {
    const auto* one = kept ? kept->as_object().if_contains(each.pointer) : nullptr;
    list.push_back(one ? *one : statement("choice.constraint.at", {{"pointer", each.pointer}}));
  }
  return list;
}

}  // namespace pilah::registry
