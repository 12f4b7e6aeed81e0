#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/people/organisations.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::Innovation;
using registry::Environment;

struct ListOptions {
  std::string status;
  std::vector<std::string> areas;
  std::vector<std::string> dimensions;
  bool unmapped = false;
  bool without_owner = false;
};

std::string primary_area(const Innovation& innovation) {
  const auto* mapping = catalogue::primary_mapping(innovation);
  if (!mapping) return "-";
  return mapping->confirmed ? mapping->area : mapping->area + "?";
}

std::map<catalogue::OrganisationId, std::string> owner_codes(const Environment& environment,
                                                             const catalogue::RegionCode& region) {
  std::map<catalogue::OrganisationId, std::string> codes;
  for (const auto& entry : registry::organisations(environment, region)) {
    codes.emplace(entry.organisation.id, entry.organisation.code);
  }
  return codes;
}

registry::InnovationFilter filter_of(const ListOptions& options) {
  registry::InnovationFilter filter;
  filter.limit = 1000;
  filter.areas = options.areas;
  filter.dimensions = options.dimensions;
  if (options.unmapped) filter.has_primary_area = false;
  if (options.without_owner) filter.has_owner = false;
  if (!options.status.empty()) {
    filter.statuses.push_back(*catalogue::enum_named<catalogue::Status>(options.status));
  }
  return filter;
}

/// Page by page to the end, so that a long list needs no memory.
template <class Take>
void each_innovation(const Environment& environment, const catalogue::RegionCode& region,
                     registry::InnovationFilter filter, Take take) {
  do {
    auto page = registry::innovations(environment, region, filter);
    for (const auto& entry : page.innovations) take(entry);
    filter.after = std::move(page.next);
  } while (!filter.after.empty());
}

int list(const Session& session, const Environment& environment, const ListOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto filter = filter_of(options);
  if (session.json) {
    const char* separator = "[\n";
    each_innovation(environment, region, filter, [&](const registry::InnovationEntry& entry) {
      session.invocation.out << separator
                             << boost::json::serialize(catalogue::to_json(entry.innovation));
      separator = ",\n";
    });
    session.print_line(separator[0] == '[' ? "[]" : "]");
    return kDone;
  }
  const auto owners = owner_codes(environment, region);
  Table table({"id", session.say("cli.column.name"), session.say("cli.column.owner"),
               session.say("cli.column.area"), session.say("cli.column.status")});
  std::int64_t count = 0;
  each_innovation(environment, region, filter, [&](const registry::InnovationEntry& entry) {
    const Innovation& innovation = entry.innovation;
    const auto owner = innovation.owner ? owners.find(*innovation.owner) : owners.end();
    table.add({innovation.id.text(), shortened(innovation.name, 48),
               owner == owners.end() ? "-" : shortened(owner->second, 20), primary_area(innovation),
               std::string(catalogue::name_of(innovation.status))});
    ++count;
  });
  if (count == 0) {
    session.print_line(session.say("cli.list.none"));
  } else {
    table.print(session.invocation.out);
  }
  return kDone;
}

int show(const Session& session, const Environment& environment, const std::string& id_text) {
  const auto id = catalogue::InnovationId::parse(id_text);
  if (!id) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"cli.not_an_id", {{"id", id_text}}, ""});
  }
  const auto entry = registry::innovation(environment, *id);
  auto document = catalogue::to_json(entry.innovation).as_object();
  document["revision"] = entry.revision;
  if (session.json) {
    session.print_json(document);
    return kDone;
  }
  for (const auto& field : document) {
    const auto* text = field.value().if_string();
    session.print_line(std::string(field.key()) + ": " +
                       (text ? std::string(*text) : boost::json::serialize(field.value())));
  }
  return kDone;
}

}  // namespace

void add_innovation_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<ListOptions>();
  auto* list_command = app.add_subcommand("list", session.say("cli.help.list"));
  list_command->add_option("--status", options->status, session.say("cli.option.status"))
      ->check(CLI::IsMember({"draft", "submitted", "verified", "returned", "archived"}));
  list_command->add_option("--area", options->areas, session.say("cli.option.area"));
  list_command->add_option("--dimension", options->dimensions, session.say("cli.option.dimension"));
  list_command->add_flag("--unmapped", options->unmapped, session.say("cli.option.unmapped"));
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
