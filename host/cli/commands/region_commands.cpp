#include <memory>

#include <CLI/CLI.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

int init(const Session& session, const registry::Environment& environment) {
  const auto region = registry::add_region(environment, {session.invocation.actor}, session.region);
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
}

}  // namespace pilah::cli
