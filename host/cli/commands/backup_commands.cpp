#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/backup/backup.hpp"
#include "pilah/registry/backup/chain_heads.hpp"
#include "pilah/registry/backup/restore.hpp"

namespace pilah::cli {
namespace {

int back_up(const Session& session, const registry::Environment& environment,
            const std::string& target) {
  const auto report =
      registry::back_up(environment, registry::Caller::with_data_folder(), session.resolve(target));
  if (session.json) {
    boost::json::array heads;
    for (const auto& head : report.heads) {
      heads.push_back({{"region", head.region}, {"sequence", head.sequence}, {"hash", head.hash}});
    }
    session.print_json(boost::json::object{{"place", report.place.string()},
                                           {"files", report.files},
                                           {"bytes", report.bytes},
                                           {"heads", std::move(heads)},
                                           {"key", report.key}});
    return kDone;
  }
  session.print_line(session.say("backup.done", {{"place", report.place.string()},
                                                 {"files", session.grouped(report.files)},
                                                 {"bytes", session.grouped(report.bytes)}}));
  for (const auto& head : report.heads) session.print_line("  " + registry::head_text(head));
  session.print_line(session.say("backup.keep_heads", {{"key", report.key}}));
  return kDone;
}

int restore(const Session& session, const std::string& backup) {
  const auto folder = session.chosen_data_folder();
  const auto verification =
      registry::restore(registry::Caller::with_data_folder(), session.resolve(backup), folder);
  if (session.json) {
    session.print_json(boost::json::object{{"data_folder", folder.string()},
                                           {"regions", verification.regions},
                                           {"records", verification.records},
                                           {"revisions", verification.revisions},
                                           {"audit_entries", verification.audit_entries}});
    return kDone;
  }
  session.print_line(
      session.say("backup.restored", {{"folder", folder.string()},
                                      {"regions", session.grouped(verification.regions)},
                                      {"records", session.grouped(verification.records)},
                                      {"entries", session.grouped(verification.audit_entries)}}));
  return kDone;
}

}  // namespace

void add_backup_commands(CLI::App& app, Session& session) {
  auto target = std::make_shared<std::string>();
  auto* backup_command = app.add_subcommand("backup", session.say("backup.help.backup"));
  backup_command->add_option("TARGET", *target, session.say("backup.option.target"))->required();
  backup_command->callback([&session, target] {
    session.on_catalogue = [&session, target](const auto& environment) {
      return back_up(session, environment, *target);
    };
  });
  auto backup = std::make_shared<std::string>();
  auto* restore_command = app.add_subcommand("restore", session.say("backup.help.restore"));
  restore_command->add_option("BACKUP", *backup, session.say("backup.option.backup"))->required();
  restore_command->callback([&session, backup] {
    session.plain = [&session, backup] { return restore(session, *backup); };
  });
}

}  // namespace pilah::cli
