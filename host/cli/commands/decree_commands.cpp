#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/commands/catalogue_command.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/sent_files.hpp"
#include "pilah/cli/commands/team_arguments.hpp"
#include "pilah/cli/commands/team_printing.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/team.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;

struct DecreeOptions {
  std::string decree;
  std::string number, subject, office;
  std::string signed_on, signed_by;
  std::string from, to;
  std::string replaces;
  std::string file;
  std::vector<std::string> teams;
};

/// One call on one region.
struct Call {
  const Session& session;
  const DecreeOptions& options;
  Asked asked;

  registry::DecreeEntry decree() const { return decree_of_argument(asked, options.decree); }

  int tell(const registry::DecreeEntry& entry) const {
    if (session.json) {
      session.print_json(registry::decree_document(entry));
    } else {
      print_decree(session, entry);
    }
    return kDone;
  }
};

int make(const Call& call) {
  const auto& options = call.options;
  registry::NewDecree made;
  made.number = options.number;
  made.subject = options.subject;
  made.signed_on = date_of_argument(options.signed_on);
  made.signed_by = options.signed_by;
  made.office = options.office;
  made.from = date_of_argument(options.from);
  if (!options.to.empty()) made.to = date_of_argument(options.to);
  if (!options.replaces.empty()) {
    made.replaces = decree_of_argument(call.asked, options.replaces).decree.id;
  }
  if (!options.teams.empty()) made.teams.emplace();
  for (const auto& team : options.teams) {
    made.teams->push_back(team_of_argument(call.asked, team).team.id);
  }
  // A file that cannot be opened is told before anything is noted.
  std::optional<registry::EvidenceUpload> file;
  if (!options.file.empty()) file = upload_of(call.session, options.file);
  auto entry =
      registry::add_decree(call.asked.environment, call.asked.caller, call.asked.region, made);
  if (file) {
    entry = registry::add_decree_file(call.asked.environment, call.asked.caller, call.asked.region,
                                      entry.decree.id, *file);
  }
  return call.tell(entry);
}

int change(const Call& call) {
  const auto before = call.decree();
  boost::json::object patch;
  const auto text = [&patch](const char* key, const std::string& value) {
    if (!value.empty()) patch[key] = value;
  };
  text("number", call.options.number);
  text("subject", call.options.subject);
  text("office", call.options.office);
  text("signed_on", call.options.signed_on);
  text("from", call.options.from);
  text("to", call.options.to);
  return call.tell(registry::change_decree(call.asked.environment, call.asked.caller,
                                           call.asked.region, before.decree.id, patch,
                                           before.revision));
}

int list(const Call& call) {
  const auto all = registry::decrees(call.asked.environment, call.asked.caller, call.asked.region);
  if (call.session.json) {
    call.session.print_json(registry::decrees_document(all));
    return kDone;
  }
  if (all.empty()) call.session.print_line(call.session.say("decree.none"));
  for (const auto& entry : all) print_decree(call.session, entry);
  return kDone;
}

int show(const Call& call) { return call.tell(call.decree()); }

int keep_file(const Call& call) {
  return call.tell(registry::add_decree_file(call.asked.environment, call.asked.caller,
                                             call.asked.region, call.decree().decree.id,
                                             upload_of(call.session, call.options.file)));
}

int save_file(const Call& call) {
  save(call.session,
       registry::decree_file(call.asked.environment, call.asked.caller, call.asked.region,
                             call.decree().decree.id),
       call.options.file);
  return kDone;
}

CLI::App* add_command(CLI::App& above, Session& session, const char* name,
                      const std::shared_ptr<DecreeOptions>& options, int (*act)(const Call&)) {
  auto* command = above.add_subcommand(name, session.say(std::string("decree.help.") + name));
  act_on_catalogue(
      command, session, options,
      [act](const Session& said, const Environment& environment, const DecreeOptions& chosen) {
        return act({said, chosen, asked_in(said, environment)});
      });
  return command;
}

}  // namespace

void add_decree_commands(CLI::App& app, Session& session) {
  auto* decree = app.add_subcommand("decree", session.say("decree.help"));
  decree->require_subcommand(1);
  auto options = std::make_shared<DecreeOptions>();
  const auto add = [&session](CLI::App* command, const char* flag, std::string& target,
                              const char* words) {
    return command->add_option(flag, target, session.say(std::string("decree.option.") + words));
  };
  auto* making = add_command(*decree, session, "new", options, make);
  add(making, "NUMBER", options->number, "number")->required();
  add(making, "--signed-on", options->signed_on, "signed_on")->required();
  add(making, "--signed-by", options->signed_by, "signed_by")->required();
  add(making, "--office", options->office, "office")->required();
  add(making, "--from", options->from, "from")->required();
  add(making, "--replaces", options->replaces, "replaces");
  making->add_option("--team", options->teams, session.say("decree.option.team"))
      ->allow_extra_args(false);
  add(making, "--file", options->file, "file");
  add_command(*decree, session, "list", options, list);
  auto* showing = add_command(*decree, session, "show", options, show);
  auto* changing = add_command(*decree, session, "change", options, change);
  auto* keeping = add_command(*decree, session, "keep", options, keep_file);
  auto* saving = add_command(*decree, session, "save", options, save_file);
  for (auto* command : {showing, changing, keeping, saving}) {
    add(command, "DECREE", options->decree, "decree")->required();
  }
  add(changing, "--number", options->number, "number");
  add(changing, "--signed-on", options->signed_on, "signed_on");
  add(changing, "--office", options->office, "office");
  add(changing, "--from", options->from, "from");
  for (auto* command : {making, changing}) {
    add(command, "--subject", options->subject, "subject");
    add(command, "--to", options->to, "to");
  }
  add(keeping, "FILE", options->file, "file")->required();
  add(saving, "-o,--output", options->file, "output")->required();
}

}  // namespace pilah::cli
