#include <memory>

#include <CLI/CLI.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/list_import.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/people/organisations.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

int list(const Session& session, const registry::Environment& environment) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto entries = registry::organisations(environment, session.caller(), region);
  if (session.json) {
    boost::json::array array;
    for (const auto& entry : entries) {
      auto object = catalogue::to_json(entry.organisation).as_object();
      object["innovations"] = entry.innovations;
      array.push_back(std::move(object));
    }
    session.print_json(array);
    return kDone;
  }
  if (entries.empty()) {
    session.print_line(session.say("cli.organisation.none"));
    return kDone;
  }
  Table table({session.say("cli.column.code"), session.say("cli.column.name"),
               session.say("cli.column.kind"), ">" + session.say("cli.column.innovations")});
  for (const auto& entry : entries) {
    table.add({entry.organisation.code, entry.organisation.name,
               std::string(catalogue::name_of(entry.organisation.kind)),
               std::to_string(entry.innovations)});
  }
  table.print(session.invocation.out);
  return kDone;
}

}  // namespace

void add_organisation_commands(CLI::App& app, Session& session) {
  auto* organisation = app.add_subcommand("organisation", session.say("cli.help.organisation"));
  organisation->require_subcommand(1);
  organisation->add_subcommand("list", session.say("cli.help.organisation_list"))
      ->callback([&session] {
        session.on_catalogue = [&session](const auto& environment) {
          return list(session, environment);
        };
      });
  add_list_import(*organisation, session, registry::ListKind::kOrganisations);
}

}  // namespace pilah::cli
