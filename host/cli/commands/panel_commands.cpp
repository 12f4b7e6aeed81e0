#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/catalogue_command.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/panel_printing.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/panel.hpp"
#include "pilah/registry/panels/scales.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::PanelId;
using catalogue::PersonId;
using registry::Environment;

constexpr std::size_t kLargestScales = 1024 * 1024;

struct PanelOptions {
  std::string id;
  std::string name;
  std::string round;
  std::string decree;
  std::string scales;
  std::string as;
  std::string innovation;
  std::string criterion;
  std::string note;
  std::int32_t step = 0;
  std::vector<std::string> members, accounts, criteria, entries;
};

/// What a command works on.
struct Place {
  catalogue::RegionCode region;
  PanelId id;
};

Place place_of(const Session& session, const Environment& environment,
               const PanelOptions& options) {
  return {registry::chosen_region(environment, session.region),
          id_of_argument<PanelId>(options.id)};
}

/// "Siti Aminah=DINKES": who, and of which organisation.
registry::NewPanelMember member_of(const Session& session, const Environment& environment,
                                   const catalogue::RegionCode& region, const std::string& text,
                                   bool by_account) {
  registry::NewPanelMember member;
  const auto equals = text.rfind('=');
  (by_account ? member.account : member.name) = text.substr(0, equals);
  if (equals != std::string::npos) {
    member.organisation =
        organisation_of_argument(environment, session.caller(), region, text.substr(equals + 1));
  }
  return member;
}

/// The member of that name or id.
PersonId person_of(const registry::PanelEntry& entry, const std::string& name) {
  std::string known;
  for (const auto& member : entry.members) {
    if (member.name == name || member.person.text() == name) return member.person;
    known += (known.empty() ? "" : ", ") + member.name;
  }
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"panel.no_such_member", {{"member", name}, {"known", known}}, ""});
}

int answer(const Session& session, const registry::PanelEntry& entry) {
  if (session.json) {
    session.print_json(registry::panel_document(entry));
  } else {
    print_panel(session, entry);
  }
  return kDone;
}

int scales(const Session& session, const Environment& environment, const PanelOptions&) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto criteria = environment.scales ? environment.scales->criteria(region)
                                           : std::vector<catalogue::PanelCriterion>{};
  if (session.json) {
    session.print_json(catalogue::to_json(criteria));
  } else {
    print_scales(session, criteria);
  }
  return kDone;
}

int open(const Session& session, const Environment& environment, const PanelOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  registry::NewPanel asked;
  asked.name = options.name;
  asked.decree = options.decree;
  if (!options.round.empty()) asked.round = id_of_argument<catalogue::RoundId>(options.round);
  for (const auto& text : options.members) {
    asked.members.push_back(member_of(session, environment, region, text, false));
  }
  for (const auto& text : options.accounts) {
    asked.members.push_back(member_of(session, environment, region, text, true));
  }
  asked.criteria = options.criteria;
  for (const auto& text : options.entries) {
    asked.entries.push_back(id_of_argument<catalogue::InnovationId>(text));
  }
  if (!options.scales.empty()) {
    catalogue::read_json(catalogue::parse_json(session.read_file(options.scales, kLargestScales)),
                         asked.scales);
  }
  return answer(session, registry::open_panel(environment, session.caller(), region, asked));
}

int list(const Session& session, const Environment& environment, const PanelOptions&) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto entries = registry::panels(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::panels_document(entries));
    return kDone;
  }
  if (entries.empty()) session.print_line(session.say("panel.none"));
  for (const auto& entry : entries) print_panel(session, entry);
  return kDone;
}

int show(const Session& session, const Environment& environment, const PanelOptions& options) {
  const auto place = place_of(session, environment, options);
  return answer(session, registry::panel(environment, session.caller(), place.region, place.id));
}

int answer_sheet(const Session& session, const registry::Sheet& sheet, bool whole) {
  if (session.json) {
    session.print_json(registry::sheet_document(sheet));
  } else {
    print_sheet(session, sheet, whole);
  }
  return kDone;
}

int sheet(const Session& session, const Environment& environment, const PanelOptions& options) {
  const auto place = place_of(session, environment, options);
  const auto entry = registry::panel(environment, session.caller(), place.region, place.id);
  return answer_sheet(session,
                      registry::sheet(environment, session.caller(), place.region, place.id,
                                      person_of(entry, options.as)),
                      true);
}

int judge(const Session& session, const Environment& environment, const PanelOptions& options) {
  const auto place = place_of(session, environment, options);
  const auto entry = registry::panel(environment, session.caller(), place.region, place.id);
  const registry::Judgement judgement{id_of_argument<catalogue::InnovationId>(options.innovation),
                                      options.criterion, catalogue::Step{options.step},
                                      options.note};
  return answer_sheet(session,
                      registry::judge(environment, session.caller(), place.region, place.id,
                                      {judgement}, person_of(entry, options.as)),
                      false);
}

int missing(const Session& session, const Environment& environment, const PanelOptions& options) {
  const auto place = place_of(session, environment, options);
  const auto all = registry::missing_scores(environment, session.caller(), place.region, place.id);
  if (session.json) {
    session.print_json(registry::missing_document(all));
  } else {
    print_missing(session, all);
  }
  return kDone;
}

/// A command is made from what is there when it is typed.
int close(const Session& session, const Environment& environment, const PanelOptions& options) {
  const auto place = place_of(session, environment, options);
  const auto before = registry::panel(environment, session.caller(), place.region, place.id);
  const int done = answer(session, registry::close_panel(environment, session.caller(),
                                                         place.region, place.id, before.revision));
  if (!session.json) {
    print_missing(session,
                  registry::missing_scores(environment, session.caller(), place.region, place.id));
  }
  return done;
}

int results(const Session& session, const Environment& environment, const PanelOptions& options) {
  const auto place = place_of(session, environment, options);
  const auto found = registry::panel_results(environment, session.caller(), place.region, place.id);
  if (session.json) {
    session.print_json(registry::panel_results_document(found));
  } else {
    print_results(session, found);
  }
  return kDone;
}

using Act = int (*)(const Session&, const Environment&, const PanelOptions&);

CLI::App* add_command(CLI::App& panel, Session& session, const char* name,
                      const std::shared_ptr<PanelOptions>& options, Act act) {
  auto* command = panel.add_subcommand(name, session.say(std::string("panel.help.") + name));
  act_on_catalogue(command, session, options, act);
  return command;
}

void add_open_options(CLI::App& command, const Session& session, PanelOptions& options) {
  const auto say = [&session](const char* option) {
    return session.say(std::string("panel.option.") + option);
  };
  command.add_option("NAME", options.name, say("name"))->required();
  for (const auto& [flag, list, words] : {std::tuple{"--member", &options.members, "member"},
                                          std::tuple{"--account", &options.accounts, "account"},
                                          std::tuple{"--criterion", &options.criteria, "criterion"},
                                          std::tuple{"--entry", &options.entries, "entry"}}) {
    command.add_option(flag, *list, say(words))->allow_extra_args(false);
  }
  command.add_option("--round", options.round, say("round"));
  command.add_option("--decree", options.decree, say("decree"));
  command.add_option("--scales", options.scales, say("scales"));
}

}  // namespace

void add_panel_commands(CLI::App& app, Session& session) {
  auto* panel = app.add_subcommand("panel", session.say("panel.help"));
  panel->require_subcommand(1);
  auto options = std::make_shared<PanelOptions>();
  const auto say = [&session](const char* kind) { return session.say(kind); };
  add_command(*panel, session, "scales", options, scales);
  add_open_options(*add_command(*panel, session, "open", options, open), session, *options);
  add_command(*panel, session, "list", options, list);
  auto* show_command = add_command(*panel, session, "show", options, show);
  auto* sheet_command = add_command(*panel, session, "sheet", options, sheet);
  auto* judge_command = add_command(*panel, session, "judge", options, judge);
  auto* missing_command = add_command(*panel, session, "missing", options, missing);
  auto* close_command = add_command(*panel, session, "close", options, close);
  auto* results_command = add_command(*panel, session, "results", options, results);
  for (auto* command : {show_command, sheet_command, judge_command, missing_command, close_command,
                        results_command}) {
    command->add_option("PANEL", options->id, say("panel.option.panel"))->required();
  }
  for (auto* command : {sheet_command, judge_command}) {
    command->add_option("--as", options->as, say("panel.option.as"))->required();
  }
  judge_command->add_option("INNOVATION", options->innovation, say("panel.option.innovation"))
      ->required();
  judge_command->add_option("CRITERION", options->criterion, say("panel.option.criterion"))
      ->required();
  judge_command->add_option("STEP", options->step, say("panel.option.step"))->required();
  judge_command->add_option("--note", options->note, say("panel.option.note"));
}

}  // namespace pilah::cli
