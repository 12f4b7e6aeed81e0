#include "pilah/registry/teams/team_members.hpp"

#include <algorithm>
#include <optional>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/store/accounts.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Account;
using catalogue::AccountId;
using catalogue::Person;
using catalogue::PersonId;
using catalogue::TeamMember;

namespace {

std::optional<Account> account_of(store::Reader& reader, const std::string& id_or_login) {
  if (const auto id = AccountId::parse(id_or_login)) return reader.accounts().account(*id);
  const auto login = login_of(id_or_login);
  return login ? reader.accounts().account_named(*login) : std::nullopt;
}

bool is_line(const std::string& text) { return text.size() <= kLongestTeamText; }

}  // namespace

std::vector<PersonId> ids_for(const Environment& environment,
                              const std::vector<NewTeamMember>& members) {
  std::vector<PersonId> ids;
  for (std::size_t i = 0; i < std::min(members.size(), kMostTeamMembers); ++i) {
    ids.push_back({environment.new_uuid()});
  }
  return ids;
}

JoiningMembers::JoiningMembers(store::Reader& reader, const catalogue::Team& team,
                               const std::vector<NewTeamMember>& asked,
                               const std::vector<PersonId>& ids, catalogue::Messages& wrong)
    : reader_(reader), team_(team), wrong_(wrong) {
  if (team.members.size() + asked.size() > kMostTeamMembers) {
    wrong_.push_back(
        {"team.member_count", {{"most", std::to_string(kMostTeamMembers)}}, "/members"});
    return;
  }
  for (std::size_t i = 0; i < asked.size(); ++i) {
    add(asked[i], ids[i], "/members/" + std::to_string(i));
  }
}

void JoiningMembers::add(const NewTeamMember& asked, const PersonId& id, const std::string& place) {
  const bool is_known = asked.person.has_value();
  Person person{asked.person.value_or(id), team_.region, asked.name, "", asked.office, ""};
  TeamMember member{person.id, asked.organisation, asked.duty, std::nullopt};
  if (!asked.account.empty()) take_account(asked, place, person, member);
  if (is_known && !reader_.find<Person>(team_.region, person.id)) {
    wrong_.push_back({"person.not_found", {{"id", person.id.text()}}, place + "/person"});
  }
  if (!is_known && (person.name.empty() || !is_line(person.name))) {
    wrong_.push_back(
        {"team.member_name", {{"most", std::to_string(kLongestTeamText)}}, place + "/name"});
  }
  if (!is_line(asked.duty) || !is_line(asked.office)) {
    wrong_.push_back({"team.long_text", {{"most", std::to_string(kLongestTeamText)}}, place});
  }
  if (member.organisation &&
      !reader_.find<catalogue::Organisation>(team_.region, *member.organisation)) {
    wrong_.push_back({"team.no_such_organisation",
                      {{"id", member.organisation->text()}},
                      place + "/organisation"});
  }
  if (is_in(member)) wrong_.push_back({"team.member_twice", {{"team", team_.name}}, place});
  if (!is_known) persons_.push_back(std::move(person));
  members_.push_back(std::move(member));
}

void JoiningMembers::take_account(const NewTeamMember& asked, const std::string& place,
                                  Person& person, TeamMember& member) {
  const auto account = account_of(reader_, asked.account);
  if (!account || account->disabled) {
    wrong_.push_back(
        {"people.account_not_found", {{"account", asked.account}}, place + "/account"});
    return;
  }
  member.account = account->id;
  if (person.name.empty()) person.name = account->name;
}

bool JoiningMembers::is_in(const TeamMember& member) const {
  const auto is_same = [&](const TeamMember& each) {
    return each.person == member.person || (member.account && each.account == member.account);
  };
  return std::any_of(team_.members.begin(), team_.members.end(), is_same) ||
         std::any_of(members_.begin(), members_.end(), is_same);
}

void JoiningMembers::join(store::Writer& writer, catalogue::Team& team) const {
  for (const auto& person : persons_) writer.put(person, "added");
  team.members.insert(team.members.end(), members_.begin(), members_.end());
}

}  // namespace pilah::registry
