#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/history.hpp"

namespace pilah::cli {
namespace {

std::string shown(const boost::json::value& value) {
  const auto* text = value.if_string();
  return text ? "\"" + std::string(*text) + "\"" : boost::json::serialize(value);
}

void print_change(const Session& session, const registry::FieldChange& change) {
  const char* kind = change.before.is_null()  ? "history.added"
                     : change.after.is_null() ? "history.removed"
                                              : "history.changed";
  // "/indicators/0/target" within the field that is named already: "/0/target".
  const auto place = change.pointer.substr(change.field.size() + 1);
  session.print_line("    " + session.say(kind, {{"label", session.say("field." + change.field)},
                                                 {"place", place.empty() ? "" : " " + place},
                                                 {"before", shown(change.before)},
                                                 {"after", shown(change.after)}}));
}

int history(const Session& session, const registry::Environment& environment,
            const std::string& id_text) {
  const auto id = catalogue::InnovationId::parse(id_text);
  if (!id) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"cli.not_an_id", {{"id", id_text}}, ""});
  }
  const auto entries =
      registry::innovation_history(environment, registry::Caller::with_data_folder(), *id);
  if (session.json) {
    session.print_json(registry::history_document(entries, session.sentences, session.language()));
    return kDone;
  }
  for (const auto& entry : entries) {
    session.print_line(std::to_string(entry.revision) + "  " + registry::utc_text(entry.at) + "  " +
                       entry.actor + "  " + entry.action);
    for (const auto& change : entry.changes) print_change(session, change);
  }
  return kDone;
}

}  // namespace

void add_history_commands(CLI::App& app, Session& session) {
  auto id = std::make_shared<std::string>();
  auto* command = app.add_subcommand("history", session.say("history.help"));
  command->add_option("INNOVATION", *id, session.say("cli.option.innovation"))->required();
  command->callback([&session, id] {
    session.on_catalogue = [&session, id](const auto& environment) {
      return history(session, environment, *id);
    };
  });
}

}  // namespace pilah::cli
