#include <memory>

#include <CLI/CLI.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/command.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"

namespace pilah::cli {
namespace {

/// The value of --lang or --data when it is given, before anything is parsed:
/// the help itself is already in the caller's language.
std::string early_option(const std::vector<std::string>& arguments, const std::string& name) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == name && i + 1 < arguments.size()) return arguments[i + 1];
    if (arguments[i].rfind(name + "=", 0) == 0) return arguments[i].substr(name.size() + 1);
  }
  return {};
}

void add_shared_options(CLI::App& app, Session& session) {
  app.add_option("--data", session.data_folder, session.say("cli.option.data"));
  app.add_option("--lang", session.language_option, session.say("cli.option.lang"))
      ->check(CLI::IsMember({"id", "en"}));
  app.add_flag("--json", session.json, session.say("cli.option.json"));
  app.add_option("--region", session.region, session.say("cli.option.region"));
  app.add_option("--sandbox-without", session.sandbox_without,
                 session.say("cli.option.sandbox_without"))
      ->delimiter(',')
      ->check(CLI::IsMember({"landlock", "seccomp"}));
}

/// The words of the help that are the library's own; commands added later inherit them.
void speak(CLI::App& app, const Session& session) {
  for (const char* word : {"Usage", "Positionals", "OPTIONS", "SUBCOMMAND", "SUBCOMMANDS",
                           "REQUIRED", "TEXT", "FLOAT", "UINT", "INT"}) {
    app.get_formatter()->label(word, session.say(std::string("cli.usage.") + word));
  }
  app.option_defaults()->group(session.say("cli.usage.Options"));
  app.set_help_flag("-h,--help", session.say("cli.usage.help"));
}

void group_commands(CLI::App& app, const Session& session) {
  app.get_help_ptr()->group(session.say("cli.usage.Options"));
  for (auto* command : app.get_subcommands({})) {
    command->group(session.say("cli.usage.Commands"));
    group_commands(*command, session);
  }
}

void build(CLI::App& app, Session& session) {
  speak(app, session);
  app.require_subcommand(1);
  app.fallthrough();  // options of all commands may stand behind the command
  app.set_version_flag("--version", "pilah " PILAH_VERSION, session.say("cli.usage.version"));
  add_shared_options(app, session);
  add_region_commands(app, session);
  add_organisation_commands(app, session);
  add_import_commands(app, session);
  add_plan_commands(app, session);
  add_innovation_commands(app, session);
  add_workflow_commands(app, session);
  add_inbox_commands(app, session);
  add_webhook_commands(app, session);
  add_search_commands(app, session);
  add_mapping_commands(app, session);
  add_relation_commands(app, session);
  add_package_commands(app, session);
  add_duplicate_commands(app, session);
  add_team_commands(app, session);
  add_decree_commands(app, session);
  add_duty_commands(app, session);
  add_round_commands(app, session);
  add_dossier_commands(app, session);
  add_intake_commands(app, session);
  add_choice_commands(app, session);
  add_solve_commands(app, session);
  add_plugin_commands(app, session);
  add_user_commands(app, session);
  add_token_commands(app, session);
  add_publication_commands(app, session);
  add_host_commands(app, session);
  add_backup_commands(app, session);
  add_evidence_commands(app, session);
  add_history_commands(app, session);
  add_person_commands(app, session);
  add_panel_commands(app, session);
  add_weights_commands(app, session);
  add_quick_win_commands(app, session);
  add_action_plan_commands(app, session);
  add_monitoring_commands(app, session);
  add_follow_up_commands(app, session);
  add_evaluation_commands(app, session);
  group_commands(app, session);
}

}  // namespace

int print_refusal(const Invocation& invocation, const catalogue::Sentences& sentences,
                  const std::exception& failure) {
  Session session(invocation, sentences);
  session.language_option = early_option(invocation.arguments, "--lang");
  if (const auto* refusal = dynamic_cast<const catalogue::Refusal*>(&failure)) {
    for (const auto& message : refusal->messages()) {
      const std::string sentence = session.say(message);
      const bool says_where =
          message.pointer.empty() || sentence.find(message.pointer) != std::string::npos;
      session.print_error("pilah: " + (says_where ? "" : message.pointer + ": ") + sentence);
    }
  } else {
    session.print_error("pilah: " + session.say("cli.unexpected", {{"why", failure.what()}}));
  }
  return kFailed;
}

Command parse(const Invocation& invocation, const catalogue::Sentences& sentences) {
  auto session = std::make_shared<Session>(invocation, sentences);
  session->language_option = early_option(invocation.arguments, "--lang");
  auto app = std::make_shared<CLI::App>(session->say("cli.about"), "pilah");
  build(*app, *session);
  try {
    std::vector<std::string> reversed(invocation.arguments.rbegin(), invocation.arguments.rend());
    app->parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    const int code = app->exit(error, invocation.out, invocation.err) == 0 ? kDone : kUsage;
    return PlainCommand{[code] { return code; }};
  }
  const std::filesystem::path data = session->chosen_data_folder();
  if (session->serve) return ServeCommand{data, *session->serve, session->sandbox_without};
  // The closures keep what the options were parsed into alive.
  if (session->plain) return PlainCommand{[session, app] { return session->plain(); }};
  if (session->in_workshop) {
    return WorkshopCommand{[session, app](const registry::Workshop& workshop) {
                             return session->in_workshop(workshop);
                           },
                           session->sandbox_without};
  }
  return CatalogueCommand{data,
                          [session, app](const registry::Environment& environment) {
                            return session->on_catalogue(environment);
                          },
                          session->sandbox_without,
                          session->catalogue_copy.empty()
                              ? std::filesystem::path()
                              : session->resolve(session->catalogue_copy)};
}

}  // namespace pilah::cli
