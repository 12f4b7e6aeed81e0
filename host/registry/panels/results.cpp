#include "pilah/registry/panels/results.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/panels/agreement.hpp"
#include "pilah/registry/panels/own_entries.hpp"
#include "pilah/registry/panels/panel_scores.hpp"
#include "pilah/registry/panels/scales.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Assessment;
using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Panel;
using catalogue::PanelId;
using catalogue::PanelMember;
using catalogue::PersonId;
using catalogue::RegionCode;

namespace {

/// A panel with all that is said of it, read at once.
struct Judging {
  Panel panel;
  std::vector<Innovation> entries;
  std::map<PersonId, std::string> names;
  std::map<std::pair<InnovationId, std::string>, std::map<PersonId, Assessment>> scores;
  std::map<PersonId, std::vector<InnovationId>> own;

  const std::map<PersonId, Assessment>& of(const InnovationId& entry,
                                           const std::string& criterion) const {
    static const std::map<PersonId, Assessment> kNone;
    const auto found = scores.find({entry, criterion});
    return found == scores.end() ? kNone : found->second;
  }
  bool is_own(const PersonId& member, const InnovationId& entry) const {
    const auto& entries_of = own.at(member);
    return std::find(entries_of.begin(), entries_of.end(), entry) != entries_of.end();
  }
};

Judging read_judging(store::Reader& reader, const RegionCode& region, PanelId id) {
  Judging judging;
  judging.panel = stored_panel(reader, region, id).record;
  for (const auto& entry : judging.panel.entries) {
    if (auto stored = reader.find<Innovation>(region, entry)) {
      judging.entries.push_back(std::move(stored->record));
    }
  }
  for (auto& score : scores_of(reader, region, id)) {
    auto& of_entry = judging.scores[{score.innovation, score.criterion}];
    of_entry.emplace(score.assessor, std::move(score));
  }
  OwnEntries own(reader, region);
  for (const auto& member : judging.panel.members) {
    const auto person = reader.find<catalogue::Person>(region, member.person);
    judging.names[member.person] = person ? person->record.name : std::string();
    auto& of_member = judging.own[member.person];
    for (const auto& entry : judging.entries) {
      if (own.is_own(member, entry)) of_member.push_back(entry.id);
    }
  }
  return judging;
}

std::vector<MissingScores> missing_in(const Judging& judging) {
  std::vector<MissingScores> missing;
  for (const auto& member : judging.panel.members) {
    for (const auto& entry : judging.entries) {
      if (judging.is_own(member.person, entry.id)) continue;
      MissingScores one{member.person, judging.names.at(member.person), entry.id, entry.name, {}};
      for (const auto& criterion : judging.panel.criteria) {
        if (judging.of(entry.id, criterion.key).count(member.person) == 0) {
          one.criteria.push_back(criterion.key);
        }
      }
      if (!one.criteria.empty()) missing.push_back(std::move(one));
    }
  }
  return missing;
}

JudgedCriterion judged(const Judging& judging, const Innovation& entry,
                       const std::string& criterion) {
  JudgedCriterion judged{criterion, {}, std::nullopt, std::nullopt, false};
  const auto& scores = judging.of(entry.id, criterion);
  std::vector<std::int64_t> steps;
  for (const auto& member : judging.panel.members) {
    const auto score = scores.find(member.person);
    if (score == scores.end()) continue;
    steps.push_back(score->second.step.value);
    judged.scores.push_back(
        {member.person, judging.names.at(member.person), score->second.step, score->second.note});
  }
  if (steps.empty()) return judged;
  std::sort(steps.begin(), steps.end());
  judged.median = steps[(steps.size() - 1) / 2] + steps[steps.size() / 2];
  judged.spread = steps.back() - steps.front();
  judged.far_apart = *judged.spread >= judging.panel.far_apart;
  return judged;
}

AgreementLevel level_of(const std::optional<std::int64_t>& alpha, const AgreementLimits& limits) {
  if (!alpha) return AgreementLevel::kUnknown;
  if (*alpha >= limits.reliable) return AgreementLevel::kReliable;
  return *alpha >= limits.tentative ? AgreementLevel::kTentative : AgreementLevel::kLow;
}

Agreement agreement_on(const Judging& judging, const std::string& criterion,
                       const AgreementLimits& limits) {
  std::vector<std::vector<std::int32_t>> units;
  for (const auto& entry : judging.entries) {
    auto& unit = units.emplace_back();
    for (const auto& [assessor, score] : judging.of(entry.id, criterion)) {
      unit.push_back(score.step.value);
    }
  }
  const auto alpha = ordinal_alpha(units);
  return {criterion, alpha, level_of(alpha, limits)};
}

}  // namespace

const char* name_of(AgreementLevel level) {
  switch (level) {
    case AgreementLevel::kReliable:
      return "reliable";
    case AgreementLevel::kTentative:
      return "tentative";
    case AgreementLevel::kLow:
      return "low";
    case AgreementLevel::kUnknown:
      break;
  }
  return "unknown";
}

PanelResults panel_results(const Environment& environment, const Caller& caller,
                           const RegionCode& region, PanelId id) {
  require(caller, Deed::kReadInternal, {region, {}});
  Judging judging;
  environment.store.read(
      [&](store::Reader& reader) { judging = read_judging(reader, region, id); });
  if (!judging.panel.closed_on) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kConflict,
        catalogue::Message{"panel.still_open", {{"name", judging.panel.name}}, ""});
  }
  const AgreementLimits limits =
      environment.scales ? environment.scales->agreement() : AgreementLimits{};
  PanelResults results{judging.panel, {}, missing_in(judging), {}};
  for (const auto& entry : judging.entries) {
    auto& told = results.entries.emplace_back(JudgedEntry{entry.id, entry.name, {}});
    for (const auto& criterion : judging.panel.criteria) {
      told.criteria.push_back(judged(judging, entry, criterion.key));
    }
  }
  for (const auto& criterion : judging.panel.criteria) {
    results.agreement.push_back(agreement_on(judging, criterion.key, limits));
  }
  return results;
}

std::vector<MissingScores> missing_scores(const Environment& environment, const Caller& caller,
                                          const RegionCode& region, PanelId id) {
  require(caller, Deed::kReadInternal, {region, {}});
  Judging judging;
  environment.store.read(
      [&](store::Reader& reader) { judging = read_judging(reader, region, id); });
  return missing_in(judging);
}

}  // namespace pilah::registry
