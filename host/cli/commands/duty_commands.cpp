#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/catalogue_command.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/team_arguments.hpp"
#include "pilah/cli/commands/team_printing.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/team.hpp"
#include "pilah/registry/people/sign_in.hpp"

namespace pilah::cli {
namespace {

using catalogue::DutyId;
using registry::Environment;

struct DutyOptions {
  std::string id;
  std::string text;
  std::string team;
  std::string member;
  std::string due, on;
  std::string account;
  bool late = false;
  bool open = false;
};

/// One call on one region.
struct Call {
  const Session& session;
  const DutyOptions& options;
  Asked asked;

  int tell(const registry::DutyEntry& entry) const {
    if (session.json) {
      session.print_json(registry::duty_document(entry));
    } else {
      print_duty(session, entry);
    }
    return kDone;
  }
  registry::DutyEntry duty() const {
    return registry::duty(asked.environment, asked.caller, asked.region,
                          id_of_argument<DutyId>(options.id));
  }
  /// The member of the duty's team whom an option names; nobody without one.
  std::optional<catalogue::PersonId> member_of(const registry::DutyEntry& entry) const {
    if (options.member.empty()) return std::nullopt;
    return member_of_argument(
        registry::team(asked.environment, asked.caller, asked.region, entry.duty.team),
        options.member);
  }
};

int make(const Call& call) {
  const auto team = team_of_argument(call.asked, call.options.team);
  registry::NewDuty asked;
  asked.text = call.options.text;
  asked.team = team.team.id;
  asked.due = date_of_argument(call.options.due);
  if (!call.options.member.empty()) asked.person = member_of_argument(team, call.options.member);
  return call.tell(
      registry::add_duty(call.asked.environment, call.asked.caller, call.asked.region, asked));
}

int change(const Call& call) {
  const auto before = call.duty();
  boost::json::object patch;
  if (!call.options.text.empty()) patch["text"] = call.options.text;
  if (!call.options.due.empty()) patch["due"] = call.options.due;
  if (const auto member = call.member_of(before)) patch["person"] = member->text();
  return call.tell(registry::change_duty(call.asked.environment, call.asked.caller,
                                         call.asked.region, before.duty.id, patch,
                                         before.revision));
}

int finish(const Call& call) {
  const auto before = call.duty();
  registry::DutyDone done;
  if (!call.options.on.empty()) done.on = date_of_argument(call.options.on);
  done.by = call.member_of(before);
  return call.tell(registry::finish_duty(call.asked.environment, call.asked.caller,
                                         call.asked.region, before.duty.id, done, before.revision));
}

int list(const Call& call) {
  registry::DutyFilter filter;
  filter.late_only = call.options.late;
  filter.open_only = call.options.open;
  if (!call.options.team.empty()) {
    filter.team = team_of_argument(call.asked, call.options.team).team.id;
  }
  const auto all =
      registry::duties(call.asked.environment, call.asked.caller, call.asked.region, filter);
  if (call.session.json) {
    call.session.print_json(registry::duties_document(all));
    return kDone;
  }
  if (all.empty()) call.session.print_line(call.session.say("duty.none"));
  for (const auto& entry : all) print_duty(call.session, entry);
  return kDone;
}

void act_on_call(CLI::App* command, Session& session, const std::shared_ptr<DutyOptions>& options,
                 int (*act)(const Call&)) {
  act_on_catalogue(
      command, session, options,
      [act](const Session& said, const Environment& environment, const DutyOptions& chosen) {
        auto asked = asked_in(said, environment);
        if (!chosen.account.empty()) {
          asked.caller = registry::on_behalf_of(environment, said.caller(), chosen.account);
        }
        return act({said, chosen, std::move(asked)});
      });
}

}  // namespace

void add_duty_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<DutyOptions>();
  const auto add = [&session](CLI::App* command, const char* flag, std::string& target,
                              const char* words) {
    return command->add_option(flag, target, session.say(std::string("duty.option.") + words));
  };
  auto* duty = app.add_subcommand("duty", session.say("duty.help"));
  duty->require_subcommand(1);
  const auto subcommand = [&](const char* name, int (*act)(const Call&)) {
    auto* command = duty->add_subcommand(name, session.say(std::string("duty.help.") + name));
    act_on_call(command, session, options, act);
    return command;
  };
  auto* making = subcommand("new", make);
  add(making, "TEXT", options->text, "text")->required();
  add(making, "--team", options->team, "team")->required();
  add(making, "--due", options->due, "due")->required();
  auto* changing = subcommand("change", change);
  auto* finishing = subcommand("done", finish);
  for (auto* command : {changing, finishing}) {
    add(command, "DUTY", options->id, "duty")->required();
  }
  add(changing, "--text", options->text, "text");
  add(changing, "--due", options->due, "due");
  for (auto* command : {making, changing}) add(command, "--member", options->member, "member");
  add(finishing, "--by", options->member, "by");
  add(finishing, "--on", options->on, "on");
  auto* listing = app.add_subcommand("duties", session.say("duty.help.list"));
  act_on_call(listing, session, options, list);
  listing->add_flag("--late", options->late, session.say("duty.option.late"));
  listing->add_flag("--open", options->open, session.say("duty.option.open"));
  add(listing, "--team", options->team, "team");
  for (auto* command : {finishing, listing}) add(command, "--account", options->account, "account");
}

}  // namespace pilah::cli
