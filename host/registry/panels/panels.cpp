#include "pilah/registry/panels/panels.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/mapping/catalogue_then.hpp"
#include "pilah/registry/panels/own_entries.hpp"
#include "pilah/registry/panels/panel_scores.hpp"
#include "pilah/registry/panels/scales.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/accounts.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Account;
using catalogue::AccountId;
using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Messages;
using catalogue::Panel;
using catalogue::PanelCriterion;
using catalogue::PanelId;
using catalogue::PanelMember;
using catalogue::Person;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kLongestText = 1'000;  // bytes

std::string at(const char* list, std::size_t index) {
  return std::string("/") + list + "/" + std::to_string(index);
}

// --- who judges ---

std::optional<Account> account_of(store::Reader& reader, const std::string& id_or_login) {
  if (const auto id = AccountId::parse(id_or_login)) return reader.accounts().account(*id);
  const auto login = login_of(id_or_login);
  return login ? reader.accounts().account_named(*login) : std::nullopt;
}

bool may_assess(const Account& account, const RegionCode& region) {
  Caller caller;
  caller.grants = account.grants;
  return !account.disabled && may(caller, Deed::kAssess, {region, {}});
}

/// Members and the persons that they are, read before anything is written.
class PanelMembership {
 public:
  PanelMembership(store::Reader& reader, const RegionCode& region, Messages& wrong)
      : reader_(reader), region_(region), wrong_(wrong) {}

  void add(const NewPanelMember& asked, std::size_t index, const catalogue::PersonId& id) {
    const std::string place = at("members", index);
    Person person{id, region_, asked.name, "", asked.office, ""};
    PanelMember member{id, asked.organisation, std::nullopt};
    if (!asked.account.empty()) take_account(asked.account, place + "/account", person, member);
    if (person.name.empty() || person.name.size() > kLongestText) {
      wrong_.push_back({"panel.member_name", {}, place + "/name"});
    }
    if (member.organisation &&
        !reader_.find<catalogue::Organisation>(region_, *member.organisation)) {
      wrong_.push_back({"panel.no_such_organisation",
                        {{"id", member.organisation->text()}},
                        place + "/organisation"});
    }
    persons.push_back(std::move(person));
    members.push_back(std::move(member));
  }

  std::vector<Person> persons;
  std::vector<PanelMember> members;

 private:
  void take_account(const std::string& text, const std::string& place, Person& person,
                    PanelMember& member) {
    const auto account = account_of(reader_, text);
    if (!account) {
      wrong_.push_back({"people.account_not_found", {{"account", text}}, place});
      return;
    }
    if (!may_assess(*account, region_)) {
      wrong_.push_back({"panel.account_may_not_assess", {{"account", account->login}}, place});
    }
    if (!accounts_.insert(account->id).second) {
      wrong_.push_back({"panel.member_twice", {{"account", account->login}}, place});
    }
    member.account = account->id;
    if (person.name.empty()) person.name = account->name;
  }

  store::Reader& reader_;
  const RegionCode& region_;
  Messages& wrong_;
  std::set<AccountId> accounts_;
};

// --- what is judged ---

std::vector<PanelCriterion> criteria_of(const Environment& environment, const RegionCode& region,
                                        const NewPanel& asked, Messages& wrong) {
  std::vector<PanelCriterion> known;
  if (environment.scales) known = environment.scales->criteria(region);
  for (std::size_t i = 0; i < asked.scales.size(); ++i) {
    const auto& own = asked.scales[i];
    if (!is_whole(own))
      wrong.push_back({"panel.scale_not_described", {{"key", own.key}}, at("scales", i)});
    known.erase(std::remove_if(known.begin(), known.end(),
                               [&](const auto& each) { return each.key == own.key; }),
                known.end());
    known.push_back(own);
  }
  std::string keys;
  for (const auto& each : known) keys += (keys.empty() ? "" : ", ") + each.key;
  if (asked.criteria.empty()) return known;
  std::vector<PanelCriterion> chosen;
  for (std::size_t i = 0; i < asked.criteria.size(); ++i) {
    const auto is_it = [&](const auto& each) { return each.key == asked.criteria[i]; };
    const auto found = std::find_if(known.begin(), known.end(), is_it);
    if (found == known.end() || std::any_of(chosen.begin(), chosen.end(), is_it)) {
      wrong.push_back({"panel.unknown_criterion",
                       {{"criterion", asked.criteria[i]}, {"known", keys}},
                       at("criteria", i)});
      continue;
    }
    chosen.push_back(*found);
  }
  return chosen;
}

/// The verified entries of the round as it was frozen, else those of today.
std::vector<InnovationId> entries_of_round(store::Reader& reader, const RegionCode& region,
                                           const std::optional<catalogue::RoundId>& id) {
  std::vector<InnovationId> entries;
  const auto take = [&](const Innovation& entry) {
    if (entry.status == catalogue::Status::kVerified) entries.push_back(entry.id);
  };
  const auto round = id ? reader.find<catalogue::Round>(region, *id) : std::nullopt;
  if (round && round->record.frozen_revision) {
    each_innovation_then(reader, region, *round->record.frozen_revision, take);
  } else {
    reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
      take(stored.record);
      return true;
    });
  }
  return entries;
}

void check_entries(store::Reader& reader, const RegionCode& region, const NewPanel& asked,
                   Messages& wrong) {
  std::set<InnovationId> named;
  for (std::size_t i = 0; i < asked.entries.size(); ++i) {
    const auto& id = asked.entries[i];
    if (!named.insert(id).second || !reader.find<Innovation>(region, id)) {
      wrong.push_back({"panel.no_such_entry", {{"id", id.text()}}, at("entries", i)});
    }
  }
}

void check_sizes(const Panel& panel, const NewPanel& asked, Messages& wrong) {
  if (asked.name.empty() || asked.name.size() > kLongestText) {
    wrong.push_back({"panel.name_missing", {}, "/name"});
  }
  if (asked.decree.size() > kLongestText) wrong.push_back({"panel.decree_too_long", {}, "/decree"});
  if (asked.members.empty() || asked.members.size() > kMostPanelMembers) {
    wrong.push_back(
        {"panel.member_count", {{"most", std::to_string(kMostPanelMembers)}}, "/members"});
  }
  if (!wrong.empty()) return;
  if (panel.criteria.empty() || panel.criteria.size() > kMostPanelCriteria) {
    wrong.push_back(
        {"panel.criterion_count", {{"most", std::to_string(kMostPanelCriteria)}}, "/criteria"});
  }
  if (panel.entries.empty()) wrong.push_back({"panel.no_entries", {}, "/entries"});
  if (panel.members.size() * panel.entries.size() * panel.criteria.size() > kMostJudgements) {
    wrong.push_back({"panel.too_large",
                     {{"members", std::to_string(panel.members.size())},
                      {"entries", std::to_string(panel.entries.size())},
                      {"criteria", std::to_string(panel.criteria.size())},
                      {"most", std::to_string(kMostJudgements)}},
                     "/entries"});
  }
}

// --- how far they are ---

std::string name_of(store::Reader& reader, const RegionCode& region,
                    const std::optional<catalogue::OrganisationId>& id) {
  const auto stored = id ? reader.find<catalogue::Organisation>(region, *id) : std::nullopt;
  return stored ? stored->record.name : std::string();
}

PanelEntry told(store::Reader& reader, const store::Stored<Panel>& stored) {
  const Panel& panel = stored.record;
  std::map<catalogue::PersonId, std::int64_t> given;
  for (const auto& score : scores_of(reader, panel.region, panel.id)) ++given[score.assessor];
  std::vector<Innovation> entries;
  for (const auto& id : panel.entries) {
    if (auto entry = reader.find<Innovation>(panel.region, id)) {
      entries.push_back(std::move(entry->record));
    }
  }
  OwnEntries own(reader, panel.region);
  PanelEntry entry{panel, {}, stored.revision};
  for (const auto& member : panel.members) {
    const auto person = reader.find<Person>(panel.region, member.person);
    const auto others = std::count_if(entries.begin(), entries.end(),
                                      [&](const auto& each) { return !own.is_own(member, each); });
    entry.members.push_back({member.person, person ? person->record.name : std::string(),
                             name_of(reader, panel.region, member.organisation),
                             given[member.person],
                             others * static_cast<std::int64_t>(panel.criteria.size())});
  }
  return entry;
}

}  // namespace

std::vector<PanelEntry> panels(const Environment& environment, const Caller& caller,
                               const RegionCode& region) {
  require(caller, Deed::kReadInternal, {region, {}});
  std::vector<PanelEntry> all;
  environment.store.read([&](store::Reader& reader) {
    all.clear();
    for (const auto& stored : reader.all<Panel>(region)) all.push_back(told(reader, stored));
  });
  std::sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
    return other.panel.id < one.panel.id;  // ids rise with time
  });
  return all;
}

PanelEntry panel(const Environment& environment, const Caller& caller, const RegionCode& region,
                 PanelId id) {
  require(caller, Deed::kReadInternal, {region, {}});
  PanelEntry entry;
  environment.store.read(
      [&](store::Reader& reader) { entry = told(reader, stored_panel(reader, region, id)); });
  return entry;
}

PanelEntry open_panel(const Environment& environment, const Caller& caller,
                      const RegionCode& region, const NewPanel& asked) {
  require(caller, Deed::kChoose, {region, {}});
  const PanelId id{environment.new_uuid()};
  std::vector<catalogue::PersonId> persons;
  for (std::size_t i = 0; i < std::min(asked.members.size(), kMostPanelMembers); ++i) {
    persons.push_back({environment.new_uuid()});
  }
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    if (writer.all<Panel>(region).size() >= kMostPanels) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"panel.too_many", {{"most", std::to_string(kMostPanels)}}, ""});
    }
    Messages wrong;
    PanelMembership membership(writer, region, wrong);
    for (std::size_t i = 0; i < persons.size(); ++i) {
      membership.add(asked.members[i], i, persons[i]);
    }
    check_entries(writer, region, asked, wrong);
    if (asked.round && !writer.find<catalogue::Round>(region, *asked.round)) {
      wrong.push_back({"panel.no_such_round", {{"id", asked.round->text()}}, "/round"});
    }
    Panel made{id,
               region,
               asked.name,
               asked.round,
               asked.decree,
               membership.members,
               criteria_of(environment, region, asked, wrong),
               asked.entries,
               environment.scales ? environment.scales->far_apart() : Panel{}.far_apart,
               std::nullopt};
    if (made.entries.empty()) made.entries = entries_of_round(writer, region, asked.round);
    check_sizes(made, asked, wrong);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    for (const auto& person : membership.persons) writer.put(person, "added");
    writer.put(made, "opened");
  });
  return panel(environment, caller, region, id);
}

PanelEntry close_panel(const Environment& environment, const Caller& caller,
                       const RegionCode& region, PanelId id, std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = stored_panel(writer, region, id);
    auto& closing = stored.record;
    if (closing.closed_on) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"panel.closed_already",
                            {{"name", closing.name}, {"date", closing.closed_on->text()}},
                            ""});
    }
    if (stored.revision != expected_revision) {
      throw Refusal(RefusalKind::kStale,
                    Message{"panel.changed_since",
                            {{"name", closing.name}, {"revision", std::to_string(stored.revision)}},
                            ""});
    }
    closing.closed_on = today_of(environment);
    writer.put(closing, "closed");
  });
  return panel(environment, caller, region, id);
}

}  // namespace pilah::registry
