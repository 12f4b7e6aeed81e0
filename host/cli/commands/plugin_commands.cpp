#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/cli/wording.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/documents/plugins.hpp"
#include "pilah/registry/plugins/plugin_changes.hpp"
#include "pilah/registry/plugins/plugin_list.hpp"
#include "pilah/registry/plugins/sign_plugin.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;
using registry::PluginEntry;

std::string source_of(const Session& session, const PluginEntry& plugin) {
  if (plugin.built_in) return session.say("cli.plugin.built_in");
  if (!plugin.signer.empty()) return plugin.signer;
  return plugin.key.empty() ? session.say("cli.plugin.unsigned") : plugin.key.substr(0, 16) + "...";
}

const std::string& name_of(const Session& session, const PluginEntry& plugin) {
  return session.language() == catalogue::Language::kIndonesian ? plugin.name_id : plugin.name_en;
}

void print_plugins(const Session& session, const std::vector<PluginEntry>& plugins) {
  Table table({"id", session.say("cli.column.version"), session.say("cli.column.name"),
               session.say("cli.column.offers"), session.say("cli.column.source"),
               session.say("cli.column.enabled_in")});
  for (const auto& plugin : plugins) {
    table.add({plugin.id, plugin.version, name_of(session, plugin), joined(plugin.offers, ""),
               source_of(session, plugin), joined(plugin.enabled_in, "")});
  }
  table.print(session.invocation.out);
}

boost::json::object document_of(const Session& session, const PluginEntry& plugin) {
  return registry::plugin_document(plugin, session.sentences, session.language());
}

int list(const Session& session, const Environment& environment) {
  const auto plugins = registry::plugins(environment, session.caller());
  if (session.json) {
    boost::json::array array;
    for (const auto& plugin : plugins) array.push_back(document_of(session, plugin));
    session.print_json(array);
    return kDone;
  }
  print_plugins(session, plugins);
  for (const auto& message : registry::unusable_plugins(environment, session.caller())) {
    session.print_error(session.say(message));
  }
  return kDone;
}

std::string check_line(const Session& session, const registry::PluginCheck& check) {
  const auto& answer = check.answer;
  return session.say("cli.plugin.info.checked", {{"at", registry::instant_text(check.at)},
                                                 {"program", check.program},
                                                 {"tests", std::to_string(answer.tests)},
                                                 {"errors", std::to_string(answer.errors)},
                                                 {"warnings", std::to_string(answer.warnings)},
                                                 {"notes", std::to_string(answer.notes)}});
}

int info(const Session& session, const Environment& environment, const std::string& id) {
  const auto versions = registry::plugin_versions(environment, session.caller(), id);
  if (session.json) {
    boost::json::array array;
    for (const auto& plugin : versions) array.push_back(document_of(session, plugin));
    session.print_json(array);
    return kDone;
  }
  for (const auto& plugin : versions) {
    session.print_line(plugin.id + " " + plugin.version + "  " + name_of(session, plugin));
    const auto line = [&](const char* label, const std::string& value) {
      if (!value.empty()) session.print_line("  " + session.say(label) + ": " + value);
    };
    line("cli.plugin.info.offers", joined(plugin.offers, ""));
    line("cli.plugin.info.signer", source_of(session, plugin));
    line("cli.column.key", plugin.key);
    line("cli.column.enabled_in", joined(plugin.enabled_in, ""));
    line("cli.plugin.info.columns", joined(plugin.columns, ""));
    line("cli.plugin.info.criteria", joined(plugin.criteria, ""));
    line("cli.plugin.info.suffixes", joined(plugin.suffixes, ""));
    line("cli.plugin.info.digest", plugin.digest);
    line("cli.plugin.info.licence", plugin.licence);
    line("cli.plugin.info.contact", plugin.contact);
    if (plugin.check) line("cli.plugin.info.check", check_line(session, *plugin.check));
  }
  return kDone;
}

int install(const Session& session, const Environment& environment, const std::string& package,
            bool allow_unsigned) {
  const auto plugin = registry::install_plugin(environment, session.caller(),
                                               session.resolve(package), allow_unsigned);
  if (session.json) {
    session.print_json(document_of(session, plugin));
  } else {
    session.print_line(
        session.say("cli.plugin.installed", {{"plugin", plugin.id}, {"version", plugin.version}}));
  }
  return kDone;
}

int remove(const Session& session, const Environment& environment, const std::string& id,
           std::string version) {
  if (version.empty())
    version = registry::plugin_versions(environment, session.caller(), id).back().version;
  registry::remove_plugin(environment, session.caller(), id, version);
  session.print_line(session.say("cli.plugin.removed", {{"plugin", id}, {"version", version}}));
  return kDone;
}

int enable(const Session& session, const Environment& environment, const std::string& id,
           bool enabled) {
  const auto region = registry::chosen_region(environment, session.region);
  registry::enable_plugin(environment, session.caller(), region, id, enabled);
  session.print_line(session.say(enabled ? "cli.plugin.enabled" : "cli.plugin.disabled",
                                 {{"plugin", id}, {"region", region.text()}}));
  return kDone;
}

int print_keys(const Session& session, const Environment& environment) {
  const auto keys = registry::trusted_keys(environment, session.caller());
  if (session.json) {
    boost::json::array array;
    for (const auto& key : keys) {
      array.push_back(registry::trusted_key_document(key));
    }
    session.print_json(array);
    return kDone;
  }
  if (keys.empty()) session.print_line(session.say("cli.plugin.no_keys"));
  Table table({session.say("cli.column.key"), session.say("cli.column.name"),
               session.say("cli.column.key_state")});
  for (const auto& key : keys) {
    table.add({key.key, key.name,
               session.say(key.revoked ? "cli.plugin.state_revoked" : "cli.plugin.state_trusted")});
  }
  if (!keys.empty()) table.print(session.invocation.out);
  return kDone;
}

int trust(const Session& session, const Environment& environment, const std::string& key,
          const std::string& name, bool revoke) {
  if (key.empty()) return print_keys(session, environment);
  if (revoke) {
    registry::revoke_key(environment, session.caller(), key);
    session.print_line(session.say("cli.plugin.revoked", {{"key", key}}));
  } else {
    registry::trust_key(environment, session.caller(), key, name);
    session.print_line(session.say("cli.plugin.trusted", {{"key", key}, {"name", name}}));
  }
  return kDone;
}

int sign(const Session& session, const Environment& environment, registry::SignRequest request) {
  request.source = session.resolve(request.source);
  if (!request.key_file.empty()) request.key_file = session.resolve(request.key_file);
  if (!request.output.empty()) request.output = session.resolve(request.output);
  request.output_folder = session.invocation.working_folder;
  const auto made = registry::sign_plugin(environment, session.caller(), request);
  if (session.json) {
    session.print_json(boost::json::object{{"package", made.package.string()}, {"key", made.key}});
    return kDone;
  }
  if (request.new_key) {
    session.print_line(
        session.say("cli.plugin.new_key", {{"file", made.key_file.string()}, {"key", made.key}}));
  }
  session.print_line(
      session.say("cli.plugin.signed", {{"file", made.package.string()}, {"key", made.key}}));
  return kDone;
}

/// What the options of the commands are parsed into; kept by the commands' closures.
struct Options {
  std::string id, version, package, key, name;
  bool flag = false;
  registry::SignRequest sign;
};

using Work = std::function<int(const Environment&)>;

/// A subcommand whose work gets an opened catalogue.
CLI::App* add(CLI::App& plugin, Session& session, const char* name, const char* help, Work work) {
  auto* command = plugin.add_subcommand(name, session.say(help));
  command->callback([&session, work = std::move(work)] { session.on_catalogue = work; });
  return command;
}

void add_reading(CLI::App& plugin, Session& session) {
  add(plugin, session, "list", "cli.help.plugin_list",
      [&session](const auto& environment) { return list(session, environment); });
  auto options = std::make_shared<Options>();
  add(plugin, session, "info", "cli.help.plugin_info",
      [&session, options](const auto& environment) {
        return info(session, environment, options->id);
      })
      ->add_option("id", options->id, session.say("cli.option.plugin_id"))
      ->required();
}

void add_packages(CLI::App& plugin, Session& session) {
  auto options = std::make_shared<Options>();
  auto* command = add(plugin, session, "install", "cli.help.plugin_install",
                      [&session, options](const auto& environment) {
                        return install(session, environment, options->package, options->flag);
                      });
  command->add_option("package", options->package, session.say("cli.option.plugin_package"))
      ->required();
  command->add_flag("--unsigned", options->flag, session.say("cli.option.plugin_unsigned"));

  options = std::make_shared<Options>();
  command = add(plugin, session, "remove", "cli.help.plugin_remove",
                [&session, options](const auto& environment) {
                  return remove(session, environment, options->id, options->version);
                });
  command->add_option("id", options->id, session.say("cli.option.plugin_id"))->required();
  command->add_option("version", options->version, session.say("cli.option.plugin_version"));

  for (const bool enabled : {true, false}) {
    options = std::make_shared<Options>();
    command = add(plugin, session, enabled ? "enable" : "disable",
                  enabled ? "cli.help.plugin_enable" : "cli.help.plugin_disable",
                  [&session, options, enabled](const auto& environment) {
                    return enable(session, environment, options->id, enabled);
                  });
    command->add_option("id", options->id, session.say("cli.option.plugin_id"))->required();
  }
}

void add_keys(CLI::App& plugin, Session& session) {
  auto options = std::make_shared<Options>();
  auto* command =
      add(plugin, session, "trust", "cli.help.plugin_trust",
          [&session, options](const auto& environment) {
            return trust(session, environment, options->key, options->name, options->flag);
          });
  command->add_option("key", options->key, session.say("cli.option.plugin_key"));
  command->add_option("--name", options->name, session.say("cli.option.plugin_key_name"));
  command->add_flag("--revoke", options->flag, session.say("cli.option.plugin_revoke"));

  options = std::make_shared<Options>();
  command = add(plugin, session, "sign", "cli.help.plugin_sign",
                [&session, options](const auto& environment) {
                  return sign(session, environment, options->sign);
                });
  auto& request = options->sign;
  command->add_option("folder", request.source, session.say("cli.option.plugin_folder"))
      ->required();
  command->add_option("--key", request.key_file, session.say("cli.option.plugin_key_file"));
  command->add_flag("--new-key", request.new_key, session.say("cli.option.plugin_new_key"));
  command->add_option("--name", request.key_name, session.say("cli.option.plugin_key_name"));
  command->add_option("-o,--output", request.output, session.say("cli.option.plugin_output"));
}

}  // namespace

void add_plugin_commands(CLI::App& app, Session& session) {
  auto* plugin = app.add_subcommand("plugin", session.say("cli.help.plugin"));
  plugin->require_subcommand(1);
  add_reading(*plugin, session);
  add_packages(*plugin, session);
  add_keys(*plugin, session);
  add_plugin_author_commands(*plugin, session);
}

}  // namespace pilah::cli
