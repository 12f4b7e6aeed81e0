#include <algorithm>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/scenario_source.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/choice/explain.hpp"
#include "pilah/registry/documents/plugins.hpp"
#include "pilah/registry/documents/selection.hpp"
#include "pilah/registry/plugins/try_rule.hpp"
#include "pilah/registry/plugins/workshop.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Workshop;

int begin(const Session& session, const Workshop& workshop, const std::string& id) {
  const auto folder =
      registry::new_plugin(workshop, id, session.invocation.working_folder).filename().string();
  session.print_line(session.say("cli.plugin.begun", {{"folder", folder}, {"plugin", id}}));
  return kDone;
}

void print_json(const Session& session, const registry::WorkshopCheck& check) {
  boost::json::object document{{"plugin", check.id}, {"version", check.version}};
  for (auto& member :
       registry::check_document(check.answer, session.sentences, session.language())) {
    document[member.key()] = std::move(member.value());
  }
  session.print_json(document);
}

int check(const Session& session, const Workshop& workshop, registry::CheckRequest request) {
  request.plugin = session.resolve(request.plugin);
  if (!request.sample.empty()) request.sample = session.resolve(request.sample);
  const auto check = registry::check_plugin(workshop, request);
  const auto& answer = check.answer;
  if (session.json) {
    print_json(session, check);
  } else {
    for (const auto& finding : answer.findings) {
      session.print_line(session.say("cli.plugin.severity." + finding.severity) + ": " +
                         session.say(finding.message));
      for (const auto& end : finding.ends) session.print_line("  " + session.say(end));
    }
    session.print_line(
        session.say("cli.plugin.checked", {{"plugin", check.id},
                                           {"version", check.version},
                                           {"tests", std::to_string(answer.tests)},
                                           {"errors", std::to_string(answer.errors)},
                                           {"warnings", std::to_string(answer.warnings)},
                                           {"notes", std::to_string(answer.notes)},
                                           {"seed", std::to_string(answer.seed)}}));
  }
  return answer.errors == 0 ? kDone : kFailed;
}

/// Names of the chosen by their ids.
std::map<std::string, std::string> chosen(const Session& session,
                                          const catalogue::SelectionRecord& record) {
  std::map<std::string, std::string> names;
  const auto explained = registry::explanation({record, 0}, session.sentences, session.language());
  for (const auto& candidate : explained.chosen) names[candidate.id] = candidate.name;
  return names;
}

void print_difference(const Session& session, const catalogue::SelectionRecord& tried,
                      const catalogue::SelectionRecord& installed) {
  const auto now = chosen(session, tried);
  const auto before = chosen(session, installed);
  const auto& version = installed.plugins.front().version;
  if (now == before) {
    session.print_line(session.say("cli.plugin.same_set", {{"version", version}}));
    return;
  }
  session.print_line(session.say("cli.plugin.differs", {{"version", version}}));
  for (const auto& [id, name] : now) {
    if (before.count(id) == 0) session.print_line("  + " + name);
  }
  for (const auto& [id, name] : before) {
    if (now.count(id) == 0) session.print_line("  - " + name);
  }
}

void print(const Session& session, const registry::Trial& trial) {
  const auto explained =
      registry::explanation({trial.tried, 0}, session.sentences, session.language());
  const auto& use = trial.tried.plugins.front();
  session.print_line(
      session.say(explained.chosen.empty() ? "cli.plugin.tried_none" : "cli.plugin.tried",
                  {{"plugin", use.id}, {"version", use.version}}));
  for (const auto& line : explained.summary) session.print_line("  " + line);
  for (const auto& line : explained.conflict) session.print_line("  ! " + line);
  std::size_t number = 0;
  for (const auto& candidate : explained.chosen) {
    session.print_line(std::to_string(++number) + ". " + candidate.name);
    for (const auto& reason : candidate.reasons) session.print_line("    - " + reason);
  }
  if (trial.installed) {
    print_difference(session, trial.tried, *trial.installed);
  } else {
    session.print_line(session.say("cli.plugin.none_installed"));
  }
}

struct TrialOptions {
  std::string plugin, scenario, as_of;
};

int try_rule(const Session& session, const registry::Environment& environment,
             const TrialOptions& options) {
  registry::TrialRequest request;
  request.plugin = session.resolve(options.plugin);
  request.as_of = options.as_of;
  request.region = registry::chosen_region(environment, session.region);
  if (!options.scenario.empty()) {
    request.scenario = scenario_of(session, environment, options.scenario);
  }
  const auto trial = registry::try_rule(environment, session.caller(), request);
  if (session.json) {
    const auto document = [&](const catalogue::SelectionRecord& record) {
      return registry::selection_document({record, 0}, session.sentences);
    };
    boost::json::object answer{{"tried", document(trial.tried)}, {"installed", nullptr}};
    if (trial.installed) answer["installed"] = document(*trial.installed);
    session.print_json(answer);
  } else {
    print(session, trial);
  }
  return kDone;
}

}  // namespace

void add_plugin_author_commands(CLI::App& plugin, Session& session) {
  auto id = std::make_shared<std::string>();
  auto* command = plugin.add_subcommand("new", session.say("cli.help.plugin_new"));
  command->add_option("id", *id, session.say("cli.option.plugin_new_id"))->required();
  command->callback([&session, id] {
    session.in_workshop = [&session, id](const auto& workshop) {
      return begin(session, workshop, *id);
    };
  });

  auto request = std::make_shared<registry::CheckRequest>();
  command = plugin.add_subcommand("check", session.say("cli.help.plugin_check"));
  command->add_option("plugin", request->plugin, session.say("cli.option.plugin_path"))->required();
  command->add_option("--seed", request->seed, session.say("cli.option.plugin_seed"));
  command->add_option("--fuzz", request->fuzz_rounds, session.say("cli.option.plugin_fuzz"))
      ->check(CLI::Range(0, 100000));
  command->add_option("--sample", request->sample, session.say("cli.option.plugin_sample"));
  command->callback([&session, request] {
    session.in_workshop = [&session, request](const auto& workshop) {
      return check(session, workshop, *request);
    };
  });

  auto trial = std::make_shared<TrialOptions>();
  command = plugin.add_subcommand("try", session.say("cli.help.plugin_try"));
  command->add_option("plugin", trial->plugin, session.say("cli.option.plugin_path"))->required();
  command->add_option("--catalogue", session.catalogue_copy,
                      session.say("cli.option.plugin_catalogue"));
  command->add_option("--scenario", trial->scenario, session.say("cli.option.plugin_scenario"));
  command->add_option("--as-of", trial->as_of, session.say("cli.option.as_of"));
  command->callback([&session, trial] {
    session.on_catalogue = [&session, trial](const auto& environment) {
      return try_rule(session, environment, *trial);
    };
  });
}

}  // namespace pilah::cli
