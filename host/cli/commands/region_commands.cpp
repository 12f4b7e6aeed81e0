#include <memory>

#include <CLI/CLI.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/intake/assign_region.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

int init(const Session& session, const registry::Environment& environment) {
  const auto region = registry::add_region(environment, session.caller(), session.region);
  if (session.json) {
    session.print_json(catalogue::to_json(region));
  } else {
    session.print_line(
        session.say("cli.region.ready", {{"code", region.code.text()}, {"name", region.name}}));
  }
  return kDone;
}

int list(const Session& session, const registry::Environment& environment) {
  const auto regions = registry::regions(environment);
  if (session.json) {
    session.print_json(catalogue::to_json(regions));
    return kDone;
  }
  if (regions.empty()) session.print_line(session.say("region.none_yet"));
  for (const auto& region : regions) session.print_line(region.code.text() + "  " + region.name);
  return kDone;
}

int assign(const Session& session, const registry::Environment& environment,
           const std::string& id_text, const std::string& code) {
  const auto id = catalogue::InnovationId::parse(id_text);
  if (!id) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"cli.not_an_id", {{"id", id_text}}, ""});
  }
  const auto entry = registry::assign_region(environment, session.caller(), *id, code);
  session.print_line(session.say("cli.region.assigned", {{"name", entry.innovation.name},
                                                         {"code", entry.innovation.region.text()},
                                                         {"id", entry.innovation.id.text()}}));
  return kDone;
}

}  // namespace

void add_region_commands(CLI::App& app, Session& session) {
  auto* init_command = app.add_subcommand("init", session.say("cli.help.init"));
  init_command->callback([&session] {
    if (session.region.empty()) throw CLI::RequiredError("--region");
    session.on_catalogue = [&session](const auto& environment) {
      return init(session, environment);
    };
  });
  auto* region = app.add_subcommand("region", session.say("cli.help.region"));
  region->require_subcommand(1);
  region->add_subcommand("list", session.say("cli.help.region_list"))->callback([&session] {
    session.on_catalogue = [&session](const auto& environment) {
      return list(session, environment);
    };
  });
  auto id = std::make_shared<std::string>();
  auto code = std::make_shared<std::string>();
  auto* assign_command = region->add_subcommand("assign", session.say("cli.help.region_assign"));
  assign_command->add_option("INNOVATION", *id, session.say("cli.option.innovation"))->required();
  assign_command->add_option("CODE", *code, session.say("cli.option.region_code"))->required();
  assign_command->callback([&session, id, code] {
    session.on_catalogue = [&session, id, code](const auto& environment) {
      return assign(session, environment, *id, *code);
    };
  });
}

}  // namespace pilah::cli
