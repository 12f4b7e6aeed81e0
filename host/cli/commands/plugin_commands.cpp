#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/plugins.hpp"

namespace pilah::cli {
namespace {

int list(const Session& session, const registry::Environment& environment) {
  const auto plugins = registry::plugins(environment);
  if (session.json) {
    boost::json::array array;
    for (const auto& plugin : plugins) {
      array.push_back({{"id", plugin.id},
                       {"version", plugin.version},
                       {"name", {{"id", plugin.name_id}, {"en", plugin.name_en}}},
                       {"offers", boost::json::value_from(plugin.offers)},
                       {"digest", plugin.digest}});
    }
    session.print_json(array);
    return kDone;
  }
  const bool indonesian = session.language() == catalogue::Language::kIndonesian;
  Table table({"id", session.say("cli.column.version"), session.say("cli.column.name"),
               session.say("cli.column.offers")});
  for (const auto& plugin : plugins) {
    std::string offers;
    for (const auto& offer : plugin.offers) offers += (offers.empty() ? "" : ", ") + offer;
    table.add({plugin.id, plugin.version, indonesian ? plugin.name_id : plugin.name_en, offers});
  }
  table.print(session.invocation.out);
  return kDone;
}

}  // namespace

void add_plugin_commands(CLI::App& app, Session& session) {
  auto* plugin = app.add_subcommand("plugin", session.say("cli.help.plugin"));
  plugin->require_subcommand(1);
  plugin->add_subcommand("list", session.say("cli.help.plugin_list"))->callback([&session] {
    session.on_catalogue = [&session](const auto& environment) {
      return list(session, environment);
    };
  });
}

}  // namespace pilah::cli
