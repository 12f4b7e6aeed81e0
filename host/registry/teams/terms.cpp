#include "pilah/registry/teams/terms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Decree;
using catalogue::DecreeId;
using catalogue::Message;
using catalogue::Team;

namespace {

std::string text_of(const std::optional<catalogue::PartialDate>& date) {
  return date ? date->text() : "-";
}

}  // namespace

std::string_view name_of(DecreeState state) {
  static constexpr std::array<std::string_view, 4> kNames{"not-begun", "runs", "over", "replaced"};
  return kNames[static_cast<std::size_t>(state)];
}

Decrees::Decrees(store::Reader& reader, const catalogue::RegionCode& region) {
  reader.each<Decree>(region, [&](const store::Stored<Decree>& stored) {
    all_.push_back(stored.record);
    return true;
  });
}

const Decree* Decrees::find(const DecreeId& id) const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const Decree& each) { return each.id == id; });
  return found == all_.end() ? nullptr : &*found;
}

const Decree* Decrees::successor_of(const DecreeId& id) const {
  const auto found = std::find_if(all_.begin(), all_.end(),
                                  [&](const Decree& each) { return each.replaces == id; });
  return found == all_.end() ? nullptr : &*found;
}

DecreeState Decrees::state_of(const Decree& decree, const catalogue::PartialDate& day) const {
  if (!has_begun(decree.from, day)) return DecreeState::kNotBegun;
  const Decree* next = successor_of(decree.id);
  if (next && has_begun(next->from, day)) return DecreeState::kReplaced;
  return decree.to && is_over(*decree.to, day) ? DecreeState::kOver : DecreeState::kRuns;
}

std::optional<Message> Decrees::why_not(const Decree& decree,
                                        const catalogue::PartialDate& day) const {
  Message message{"", {{"decree", decree.number}}, ""};
  switch (state_of(decree, day)) {
    case DecreeState::kRuns:
      return std::nullopt;
    case DecreeState::kNotBegun:
      message.kind = "decree.not_begun";
      message.arguments.emplace_back("from", decree.from.text());
      return message;
    case DecreeState::kOver:
      message.kind = "decree.over";
      message.arguments.emplace_back("to", text_of(decree.to));
      return message;
    case DecreeState::kReplaced:
      message.kind = "decree.replaced";
      const Decree& next = *successor_of(decree.id);
      message.arguments.emplace_back("by", next.number);
      message.arguments.emplace_back("from", next.from.text());
      return message;
  }
  return message;
}

std::optional<Message> Decrees::why_not(const Team& team, const catalogue::PartialDate& day) const {
  const std::pair<std::string, std::string> name{"team", team.name};
  const catalogue::Term own{team.from, team.to};
  if (!runs(own, day)) {
    return Message{
        "team.not_its_term", {name, {"from", text_of(own.from)}, {"to", text_of(own.to)}}, ""};
  }
  std::optional<Message> why;
  for (const auto& id : team.decrees) {
    const Decree* decree = find(id);
    if (!decree) continue;
    why = why_not(*decree, day);
    if (!why) return std::nullopt;
  }
  if (!why) return Message{"team.no_decree", {name}, ""};
  why->kind = "team." + why->kind;  // of the last decree: team.decree.over, ...
  why->arguments.push_back(name);
  return why;
}

std::optional<Message> Decrees::past(const Team& team, const catalogue::PartialDate& day) const {
  const auto has_future = [&](const DecreeId& id) {
    const Decree* decree = find(id);
    const auto state = decree ? state_of(*decree, day) : DecreeState::kOver;
    return state == DecreeState::kRuns || state == DecreeState::kNotBegun;
  };
  const bool may_come =
      team.decrees.empty() || std::any_of(team.decrees.begin(), team.decrees.end(), has_future);
  if (may_come && !(team.to && is_over(*team.to, day))) return std::nullopt;
  return why_not(team, day);
}

}  // namespace pilah::registry
