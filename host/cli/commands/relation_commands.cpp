#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/relation.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/relations/relations.hpp"

namespace pilah::cli {
namespace {

using catalogue::InnovationId;
using catalogue::RelationId;
using catalogue::RelationKind;
using registry::Environment;

std::string word_of(const Session& session, RelationKind kind) {
  return session.say("relation.kind." + std::string(catalogue::name_of(kind)));
}

struct AddOptions {
  std::string from;
  std::string kind;
  std::string to;
  std::string note;
};

int add(const Session& session, const Environment& environment, const AddOptions& options) {
  catalogue::Relation relation;
  relation.region = registry::chosen_region(environment, session.region);
  relation.kind = *catalogue::enum_named<RelationKind>(options.kind);
  relation.from = id_of_argument<InnovationId>(options.from);
  relation.to = id_of_argument<InnovationId>(options.to);
  relation.note = options.note;
  const auto entry = registry::add_relation(environment, session.caller(), relation);
  if (session.json) {
    session.print_json(registry::relation_document(entry));
  } else {
    session.print_line(session.say("relation.added", {{"from", entry.from_name},
                                                      {"kind", word_of(session, relation.kind)},
                                                      {"to", entry.to_name},
                                                      {"id", entry.relation.id.text()}}));
  }
  return kDone;
}

int list(const Session& session, const Environment& environment, const std::string& innovation) {
  const auto region = registry::chosen_region(environment, session.region);
  std::optional<InnovationId> of;
  if (!innovation.empty()) of = id_of_argument<InnovationId>(innovation);
  const auto entries = registry::relations(environment, session.caller(), region, of);
  if (session.json) {
    session.print_json(registry::relations_document(entries));
    return kDone;
  }
  if (entries.empty()) {
    session.print_line(session.say("relation.none"));
    return kDone;
  }
  Table table({session.say("relation.column.id"), session.say("relation.column.from"),
               session.say("relation.column.kind"), session.say("relation.column.to")});
  for (const auto& entry : entries) {
    table.add({entry.relation.id.text(), shortened(entry.from_name, 40),
               word_of(session, entry.relation.kind), shortened(entry.to_name, 40)});
  }
  table.print(session.invocation.out);
  return kDone;
}

int remove(const Session& session, const Environment& environment, const std::string& text) {
  const auto region = registry::chosen_region(environment, session.region);
  registry::remove_relation(environment, session.caller(), region, id_of_argument<RelationId>(text),
                            std::nullopt);
  session.print_line(session.say("relation.removed", {{"id", text}}));
  return kDone;
}

void add_add(CLI::App& relation, Session& session) {
  auto options = std::make_shared<AddOptions>();
  auto* command = relation.add_subcommand("add", session.say("relation.help.add"));
  command->add_option("FROM", options->from, session.say("relation.option.from"))->required();
  const auto& kinds = catalogue::EnumNames<RelationKind>::kNames;
  command->add_option("KIND", options->kind, session.say("relation.option.kind"))
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>(kinds.begin(), kinds.end())));
  command->add_option("TO", options->to, session.say("relation.option.to"))->required();
  command->add_option("--note", options->note, session.say("relation.option.note"));
  command->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return add(session, environment, *options);
    };
  });
}

}  // namespace

void add_relation_commands(CLI::App& app, Session& session) {
  auto* relation = app.add_subcommand("relation", session.say("relation.help"));
  relation->require_subcommand(1);
  add_add(*relation, session);
  auto innovation = std::make_shared<std::string>();
  auto* list_command = relation->add_subcommand("list", session.say("relation.help.list"));
  list_command->add_option("INNOVATION", *innovation, session.say("cli.option.innovation"));
  list_command->callback([&session, innovation] {
    session.on_catalogue = [&session, innovation](const auto& environment) {
      return list(session, environment, *innovation);
    };
  });
  auto id = std::make_shared<std::string>();
  auto* remove_command = relation->add_subcommand("remove", session.say("relation.help.remove"));
  remove_command->add_option("RELATION", *id, session.say("relation.option.id"))->required();
  remove_command->callback([&session, id] {
    session.on_catalogue = [&session, id](const auto& environment) {
      return remove(session, environment, *id);
    };
  });
}

}  // namespace pilah::cli
