#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/innovation_filter.hpp"
#include "pilah/cli/commands/innovation_table.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;

struct ListOptions {
  InnovationOptions filter;
  bool unmapped = false;
  bool without_owner = false;
  bool pending = false;
};

/// Page by page to the end, so that a long list needs no memory.
template <class Take>
void each_innovation(const Session& session, const Environment& environment,
                     const catalogue::RegionCode& region, registry::InnovationFilter filter,
                     Take take) {
  filter.limit = 1000;
  do {
    auto page = registry::innovations(environment, session.caller(), region, filter);
    for (const auto& entry : page.innovations) take(entry);
    filter.after = std::move(page.next);
  } while (!filter.after.empty());
}

int list(const Session& session, const Environment& environment, const ListOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  auto filter = filter_of(session, options.filter, environment, region);
  if (options.unmapped) filter.has_primary_area = false;
  if (options.pending) filter.pending = true;
  if (options.without_owner) filter.has_owner = false;
  if (session.json) {
    const char* separator = "[\n";
    each_innovation(session, environment, region, filter, [&](const auto& entry) {
      session.invocation.out << separator << entry.document;
      separator = ",\n";
    });
    session.print_line(separator[0] == '[' ? "[]" : "]");
    return kDone;
  }
  InnovationTable table(session, environment, region);
  each_innovation(session, environment, region, filter,
                  [&](const auto& entry) { table.add(entry); });
  if (table.is_empty()) {
    session.print_line(session.say("cli.list.none"));
  } else {
    table.print();
  }
  return kDone;
}

int show(const Session& session, const Environment& environment, const std::string& id_text) {
  const auto id = catalogue::InnovationId::parse(id_text);
  if (!id) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"cli.not_an_id", {{"id", id_text}}, ""});
  }
  const auto entry = registry::innovation(environment, session.caller(), *id);
  auto document = catalogue::to_json(entry.innovation).as_object();
  document["revision"] = entry.revision;
  if (session.json) {
    session.print_json(document);
    return kDone;
  }
  session.print_fields(document);
  return kDone;
}

}  // namespace

void add_innovation_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<ListOptions>();
  auto* list_command = app.add_subcommand("list", session.say("cli.help.list"));
  add_filter_options(*list_command, session, options->filter);
  list_command->add_flag("--unmapped", options->unmapped, session.say("cli.option.unmapped"));
  list_command->add_flag("--pending", options->pending, session.say("cli.option.pending"));
  list_command->add_flag("--without-owner", options->without_owner,
                         session.say("cli.option.without_owner"));
  list_command->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return list(session, environment, *options);
    };
  });
  auto id = std::make_shared<std::string>();
  auto* show_command = app.add_subcommand("show", session.say("cli.help.show"));
  show_command->add_option("INNOVATION", *id, session.say("cli.option.innovation"))->required();
  show_command->callback([&session, id] {
    session.on_catalogue = [&session, id](const auto& environment) {
      return show(session, environment, *id);
    };
  });
}

}  // namespace pilah::cli
