#include <memory>
#include <vector>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/catalogue_command.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/sent_files.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/columns/claims.hpp"
#include "pilah/registry/documents/evidence.hpp"
#include "pilah/registry/documents/innovation.hpp"
#include "pilah/registry/evidence/evidence.hpp"

namespace pilah::cli {
namespace {

using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using registry::Caller;
using registry::Environment;

struct Options {
  std::string innovation;
  std::string file;
  std::string field;
  std::string sha256;
  std::string output;
};

InnovationId id_of(const Options& options) {
  const auto id = InnovationId::parse(options.innovation);
  if (id) return *id;
  throw Refusal(RefusalKind::kInvalid, Message{"cli.not_an_id", {{"id", options.innovation}}, ""});
}

int done(const Session& session, const registry::WorkingVersion& version,
         const std::string& sentence) {
  if (session.json) {
    session.print_json(registry::innovation_document({version.entry, version.revision}));
  } else {
    session.print_line(sentence);
    if (version.is_pending) session.print_line(session.say("evidence.waits"));
  }
  return kDone;
}

int add(const Session& session, const Environment& environment, const Options& options) {
  const auto upload = upload_of(session, options.file, options.field);
  const auto id = id_of(options);
  const auto caller = Caller::with_data_folder();
  const auto revision = registry::claims(environment, caller, id).revision;
  const auto added = registry::add_evidence(environment, caller, id, upload, revision);
  return done(session, added.version,
              session.say("evidence.added", {{"file", added.evidence.file_name},
                                             {"type", added.evidence.media_type},
                                             {"field", added.evidence.field},
                                             {"sha256", added.evidence.sha256}}));
}

int remove(const Session& session, const Environment& environment, const Options& options) {
  const auto id = id_of(options);
  const auto caller = Caller::with_data_folder();
  const auto revision = registry::claims(environment, caller, id).revision;
  const auto version = registry::remove_evidence(environment, caller, id, options.sha256, revision);
  return done(session, version, session.say("evidence.removed", {{"sha256", options.sha256}}));
}

int get(const Session& session, const Environment& environment, const Options& options) {
  const auto file = registry::evidence_file(environment, Caller::with_data_folder(), id_of(options),
                                            options.sha256);
  save(session, file, options.output);
  return kDone;
}

std::string shown(const std::optional<catalogue::MeasuredValue>& value) {
  return value ? value->value + " (" + value->date.text() + ")" : "-";
}

int list(const Session& session, const Environment& environment, const Options& options) {
  const auto version = registry::claims(environment, Caller::with_data_folder(), id_of(options));
  if (session.json) {
    session.print_json(registry::claims_document(version));
    return kDone;
  }
  const auto claims = registry::claims_of(version.entry);
  if (claims.empty()) session.print_line(session.say("evidence.no_claims"));
  for (const auto& claim : claims) {
    session.print_line(session.say(
        "evidence.claim",
        {{"field", claim.field},
         {"proven", session.say(claim.proven ? "evidence.proven" : "evidence.unproven")},
         {"claimed", shown(claim.claimed)},
         {"verified", shown(claim.verified)}}));
    for (const auto& file : claim.files) {
      session.print_line("  " + file.sha256 + "  " + file.media_type + "  " + file.file_name);
    }
  }
  return kDone;
}

using Run = int (*)(const Session&, const Environment&, const Options&);

CLI::App* add_command(CLI::App& parent, Session& session, const std::shared_ptr<Options>& options,
                      const char* name, const char* help, Run run) {
  auto* command = parent.add_subcommand(name, session.say(help));
  command->add_option("INNOVATION", options->innovation, session.say("cli.option.innovation"))
      ->required();
  act_on_catalogue(command, session, options, run);
  return command;
}

}  // namespace

void add_evidence_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  auto* evidence = app.add_subcommand("evidence", session.say("evidence.help"));
  evidence->require_subcommand(1);
  auto* adding = add_command(*evidence, session, options, "add", "evidence.help_add", add);
  adding->add_option("FILE", options->file, session.say("evidence.option.file"))->required();
  adding->add_option("--field", options->field, session.say("evidence.option.field"))->required();
  auto* getting = add_command(*evidence, session, options, "get", "evidence.help_get", get);
  getting->add_option("SHA256", options->sha256, session.say("evidence.option.sha256"))->required();
  getting->add_option("-o,--output", options->output, session.say("evidence.option.output"))
      ->required();
  auto* removing =
      add_command(*evidence, session, options, "remove", "evidence.help_remove", remove);
  removing->add_option("SHA256", options->sha256, session.say("evidence.option.sha256"))
      ->required();
  add_command(*evidence, session, options, "list", "evidence.help_list", list);
}

}  // namespace pilah::cli
