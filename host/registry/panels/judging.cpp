#include "pilah/registry/panels/judging.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/quantity.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/panels/own_entries.hpp"
#include "pilah/registry/panels/panel_scores.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Assessment;
using catalogue::Innovation;
using catalogue::Message;
using catalogue::Messages;
using catalogue::Panel;
using catalogue::PanelId;
using catalogue::PanelMember;
using catalogue::PersonId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kLongestNote = 2'000;  // bytes

const PanelMember& member_of(const Panel& panel, const Caller& caller,
                             const std::optional<PersonId>& member) {
  if (member && !caller.has_data_folder) {
    throw Refusal(RefusalKind::kForbidden, Message{"panel.for_another", {}, "/member"});
  }
  const auto found =
      std::find_if(panel.members.begin(), panel.members.end(), [&](const PanelMember& each) {
        return member ? each.person == *member : each.account && each.account == caller.account;
      });
  if (found == panel.members.end()) {
    throw Refusal(RefusalKind::kForbidden,
                  Message{"panel.not_a_member", {{"name", panel.name}}, ""});
  }
  return *found;
}

/// Which of the panel's entries are not the member's to judge.
class Bias {
 public:
  Bias(store::Reader& reader, const Panel& panel, const PanelMember& member, const Caller& caller)
      : own_(reader, panel.region) {
    if (member.organisation) organisations_.push_back(*member.organisation);
    if (!member.account || member.account != caller.account) return;
    // Whoever acts for an organisation is of it, whatever the panel says.
    for (const auto& grant : caller.grants) {
      if (grant.organisation) organisations_.push_back(*grant.organisation);
    }
  }
  bool is_own(const Innovation& entry) { return own_.is_own(organisations_, entry); }

 private:
  OwnEntries own_;
  std::vector<catalogue::OrganisationId> organisations_;
};

bool has_criterion(const Panel& panel, const std::string& key) {
  return std::any_of(panel.criteria.begin(), panel.criteria.end(),
                     [&](const auto& each) { return each.key == key; });
}

bool has_entry(const Panel& panel, const catalogue::InnovationId& id) {
  return std::find(panel.entries.begin(), panel.entries.end(), id) != panel.entries.end();
}

std::string criteria_in(const Panel& panel) {
  std::string keys;
  for (const auto& each : panel.criteria) keys += (keys.empty() ? "" : ", ") + each.key;
  return keys;
}

void check(store::Reader& reader, const Panel& panel, Bias& bias, const Judgement& judgement,
           const std::string& place, Messages& wrong) {
  const auto entry = has_entry(panel, judgement.innovation)
                         ? reader.find<Innovation>(panel.region, judgement.innovation)
                         : std::nullopt;
  if (!entry) {
    wrong.push_back({"panel.entry_not_judged",
                     {{"id", judgement.innovation.text()}, {"name", panel.name}},
                     place + "/innovation"});
  } else if (bias.is_own(entry->record)) {
    wrong.push_back(
        {"panel.own_organisation", {{"name", entry->record.name}}, place + "/innovation"});
  }
  if (!has_criterion(panel, judgement.criterion)) {
    wrong.push_back({"panel.unknown_criterion",
                     {{"criterion", judgement.criterion}, {"known", criteria_in(panel)}},
                     place + "/criterion"});
  }
  if (judgement.step.value < 0 || judgement.step.value > catalogue::kMaxStep) {
    wrong.push_back(
        {"panel.no_step", {{"found", std::to_string(judgement.step.value)}}, place + "/step"});
  }
  if (judgement.note.size() > kLongestNote) {
    wrong.push_back(
        {"panel.note_too_long", {{"largest", std::to_string(kLongestNote)}}, place + "/note"});
  }
}

void require_open(const Panel& panel) {
  if (!panel.closed_on) return;
  throw Refusal(
      RefusalKind::kConflict,
      Message{"panel.closed", {{"name", panel.name}, {"date", panel.closed_on->text()}}, ""});
}

void put(store::Writer& writer, const Panel& panel, const PanelMember& member,
         const Judgement& judgement) {
  const Assessment assessment{
      assessment_id(panel, member.person, judgement.innovation, judgement.criterion),
      panel.region,
      judgement.innovation,
      judgement.criterion,
      panel.round,
      panel.id,
      member.person,
      judgement.step,
      judgement.note};
  const auto before = writer.find<Assessment>(panel.region, assessment.id);
  if (before && before->record == assessment) return;
  writer.put(assessment, before ? "judged again" : "judged");
}

Sheet sheet_of(store::Reader& reader, const Panel& panel, const PanelMember& member, Bias& bias) {
  std::map<catalogue::InnovationId, std::vector<Judgement>> given;
  for (const auto& score : scores_of(reader, panel.region, panel.id)) {
    if (score.assessor != member.person) continue;
    given[score.innovation].push_back({score.innovation, score.criterion, score.step, score.note});
  }
  const auto person = reader.find<catalogue::Person>(panel.region, member.person);
  Sheet sheet{panel, member.person, person ? person->record.name : std::string(), {}};
  for (const auto& id : panel.entries) {
    const auto stored = reader.find<Innovation>(panel.region, id);
    if (!stored) continue;
    SheetEntry entry{id, stored->record.name, "", bias.is_own(stored->record), given[id], {}};
    if (const auto owner = stored->record.owner) {
      entry.owner = reader.find<catalogue::Organisation>(panel.region, *owner)->record.name;
    }
    for (const auto& criterion : panel.criteria) {
      const bool there = std::any_of(entry.given.begin(), entry.given.end(), [&](const auto& each) {
        return each.criterion == criterion.key;
      });
      if (!there && !entry.own) entry.missing.push_back(criterion.key);
    }
    sheet.entries.push_back(std::move(entry));
  }
  return sheet;
}

}  // namespace

Sheet sheet(const Environment& environment, const Caller& caller, const RegionCode& region,
            PanelId id, const std::optional<PersonId>& member) {
  require(caller, Deed::kAssess, {region, {}});
  Sheet told;
  environment.store.read([&](store::Reader& reader) {
    const auto panel = stored_panel(reader, region, id).record;
    const auto& judge = member_of(panel, caller, member);
    Bias bias(reader, panel, judge, caller);
    told = sheet_of(reader, panel, judge, bias);
  });
  return told;
}

Sheet judge(const Environment& environment, const Caller& caller, const RegionCode& region,
            PanelId id, const std::vector<Judgement>& judgements,
            const std::optional<PersonId>& member) {
  require(caller, Deed::kAssess, {region, {}});
  if (judgements.empty() || judgements.size() > kMostAtOnce) {
    throw Refusal(
        RefusalKind::kInvalid,
        Message{"panel.judgement_count", {{"most", std::to_string(kMostAtOnce)}}, "/judgements"});
  }
  Sheet told;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const auto panel = stored_panel(writer, region, id).record;
    const auto& by = member_of(panel, caller, member);
    require_open(panel);
    Bias bias(writer, panel, by, caller);
    Messages wrong;
    for (std::size_t i = 0; i < judgements.size(); ++i) {
      check(writer, panel, bias, judgements[i], "/judgements/" + std::to_string(i), wrong);
    }
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    for (const auto& judgement : judgements) put(writer, panel, by, judgement);
    told = sheet_of(writer, panel, by, bias);
  });
  return told;
}

}  // namespace pilah::registry
