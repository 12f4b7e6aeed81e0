#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/cli/commands/catalogue_command.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/dimension_argument.hpp"
#include "pilah/cli/commands/team_arguments.hpp"
#include "pilah/cli/commands/team_printing.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/intersections.hpp"
#include "pilah/registry/documents/team.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;

constexpr std::size_t kLongestList = 1'000;

struct TeamOptions {
  std::string team;
  std::string name;
  std::string kind;
  std::string dimension;
  std::string decree;
  std::string from, to;
  std::string person;
  std::string office, organisation, duty, account;
};

/// One call on one region.
struct Call {
  const Session& session;
  const TeamOptions& options;
  Asked asked;

  registry::TeamEntry team() const { return team_of_argument(asked, options.team); }

  int tell(const registry::TeamEntry& entry) const {
    if (session.json) {
      session.print_json(registry::team_document(entry));
    } else {
      print_team(session, entry);
    }
    return kDone;
  }
};

std::optional<catalogue::TeamKind> kind_of(const std::string& word) {
  return word.empty() ? std::nullopt : catalogue::enum_named<catalogue::TeamKind>(word);
}

int make(const Call& call) {
  const auto& options = call.options;
  registry::NewTeam asked;
  asked.name = options.name;
  asked.kind = kind_of(options.kind).value_or(catalogue::TeamKind::kWorkingGroup);
  asked.dimension = dimension_of_argument(call.asked.environment.taxonomy, options.dimension);
  if (!options.decree.empty()) {
    asked.decree = decree_of_argument(call.asked, options.decree).decree.id;
  }
  if (!options.from.empty()) asked.from = date_of_argument(options.from);
  if (!options.to.empty()) asked.to = date_of_argument(options.to);
  return call.tell(
      registry::add_team(call.asked.environment, call.asked.caller, call.asked.region, asked));
}

int change(const Call& call) {
  const auto& options = call.options;
  const auto before = call.team();
  boost::json::object patch;
  if (!options.name.empty()) patch["name"] = options.name;
  if (!options.dimension.empty()) {
    patch["dimension"] = dimension_of_argument(call.asked.environment.taxonomy, options.dimension);
  }
  if (!options.from.empty()) patch["from"] = options.from;
  if (!options.to.empty()) patch["to"] = options.to;
  if (!options.decree.empty()) {
    patch["decree"] = decree_of_argument(call.asked, options.decree).decree.id.text();
  }
  return call.tell(registry::change_team(call.asked.environment, call.asked.caller,
                                         call.asked.region, before.team.id, patch,
                                         before.revision));
}

int list(const Call& call) {
  const auto all = registry::teams(call.asked.environment, call.asked.caller, call.asked.region,
                                   kind_of(call.options.kind));
  if (call.session.json) {
    call.session.print_json(registry::teams_document(all));
    return kDone;
  }
  if (all.empty()) call.session.print_line(call.session.say("team.none"));
  for (const auto& entry : all) print_team_line(call.session, entry);
  return kDone;
}

int show(const Call& call) { return call.tell(call.team()); }

int show_innovations(const Call& call) {
  const auto all = registry::list_of_group(call.asked.environment, call.asked.caller,
                                           call.asked.region, call.team().team.id, kLongestList);
  if (call.session.json) {
    call.session.print_json(registry::intersecting_document(all));
    return kDone;
  }
  if (all.empty()) call.session.print_line(call.session.say("coverage.none_touch"));
  for (const auto& entry : all) {
    call.session.print_line(entry.id.text() + "  " + entry.name + " | " + entry.owner);
  }
  return kDone;
}

int add_member(const Call& call) {
  const auto& options = call.options;
  const auto before = call.team();
  registry::NewTeamMember member;
  member.name = options.person;
  member.office = options.office;
  member.duty = options.duty;
  member.account = options.account;
  if (!options.organisation.empty()) {
    member.organisation = organisation_of_argument(call.asked.environment, call.asked.caller,
                                                   call.asked.region, options.organisation);
  }
  return call.tell(registry::add_team_members(call.asked.environment, call.asked.caller,
                                              call.asked.region, before.team.id, {member},
                                              before.revision));
}

int remove_member(const Call& call) {
  const auto before = call.team();
  return call.tell(registry::remove_team_member(
      call.asked.environment, call.asked.caller, call.asked.region, before.team.id,
      member_of_argument(before, call.options.person), before.revision));
}

CLI::App* add_command(CLI::App& above, Session& session, const char* name,
                      const std::shared_ptr<TeamOptions>& options, int (*act)(const Call&)) {
  auto* command = above.add_subcommand(name, session.say(std::string("team.help.") + name));
  act_on_catalogue(
      command, session, options,
      [act](const Session& said, const Environment& environment, const TeamOptions& chosen) {
        return act({said, chosen, asked_in(said, environment)});
      });
  return command;
}

/// What several commands call alike.
class Adding {
 public:
  Adding(const Session& session, TeamOptions& options) : session_(session), options_(options) {}

  CLI::Option* option(CLI::App* command, const char* flag, std::string TeamOptions::*target,
                      const char* words) const {
    return command->add_option(flag, options_.*target,
                               session_.say(std::string("team.option.") + words));
  }
  void describing(CLI::App* command) const {
    option(command, "--dimension", &TeamOptions::dimension, "dimension");
    option(command, "--decree", &TeamOptions::decree, "decree");
    option(command, "--from", &TeamOptions::from, "from");
    option(command, "--to", &TeamOptions::to, "to");
  }
  void kind(CLI::App* command) const {
    option(command, "--kind", &TeamOptions::kind, "kind")
        ->check(CLI::IsMember({"council", "executing-team", "working-group"}));
  }

 private:
  const Session& session_;
  TeamOptions& options_;
};

}  // namespace

void add_team_commands(CLI::App& app, Session& session) {
  auto* team = app.add_subcommand("team", session.say("team.help"));
  team->require_subcommand(1);
  auto options = std::make_shared<TeamOptions>();
  const Adding adding(session, *options);
  auto* making = add_command(*team, session, "new", options, make);
  adding.option(making, "NAME", &TeamOptions::name, "name")->required();
  adding.kind(making);
  adding.describing(making);
  adding.kind(add_command(*team, session, "list", options, list));
  auto* showing = add_command(*team, session, "show", options, show);
  auto* listing = add_command(*team, session, "innovations", options, show_innovations);
  auto* changing = add_command(*team, session, "change", options, change);
  auto* joining = add_command(*team, session, "member", options, add_member);
  auto* leaving = add_command(*team, session, "leave", options, remove_member);
  for (auto* command : {showing, listing, changing, joining, leaving}) {
    adding.option(command, "TEAM", &TeamOptions::team, "team")->required();
  }
  adding.option(changing, "--name", &TeamOptions::name, "name");
  adding.describing(changing);
  adding.option(joining, "NAME", &TeamOptions::person, "person");
  adding.option(joining, "--office", &TeamOptions::office, "office");
  adding.option(joining, "--organisation", &TeamOptions::organisation, "organisation");
  adding.option(joining, "--duty", &TeamOptions::duty, "duty");
  adding.option(joining, "--account", &TeamOptions::account, "account");
  adding.option(leaving, "NAME", &TeamOptions::person, "person")->required();
}

}  // namespace pilah::cli
