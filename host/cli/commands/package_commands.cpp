#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/catalogue_command.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/dimension_argument.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/relation.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/relations/packages.hpp"

namespace pilah::cli {
namespace {

using catalogue::InnovationId;
using catalogue::PackageId;
using registry::Environment;
using registry::PackageEntry;

struct PackageOptions {
  std::string id;
  std::string name;
  std::string summary;
  std::string lead;
  std::string first, second;  // dimensions
  std::vector<std::string> members;
  std::vector<std::string> without;
};

std::string known(const Session& session, const std::optional<std::int64_t>& amount,
                  const char* kind) {
  return amount ? session.say(kind, {{"amount", session.grouped(*amount)}})
                : session.say("package.unknown");
}

void print(const Session& session, const PackageEntry& entry) {
  session.print_line(entry.package.id.text() + "  " + entry.package.name);
  if (!entry.package.summary.empty()) session.print_line("  " + entry.package.summary);
  session.print_line("  " + session.say("package.lead", {{"lead", entry.lead}}));
  std::string areas;
  for (const auto& area : entry.areas) areas += (areas.empty() ? "" : ", ") + area;
  session.print_line("  " + session.say("package.areas", {{"areas", areas.empty() ? "-" : areas}}));
  session.print_line(
      "  " + session.say("package.amounts",
                         {{"budget", known(session, entry.budget, "package.rupiah")},
                          {"duration", known(session, entry.duration_months, "package.months")},
                          {"staff", known(session, entry.staff, "package.persons")}}));
  for (const auto& member : entry.members) {
    session.print_line("  - " + member.name + (member.owner.empty() ? "" : " | " + member.owner) +
                       (member.archived ? " (" + session.say("package.archived") + ")" : "") +
                       "  " + member.id.text());
  }
}

int answer(const Session& session, const PackageEntry& entry) {
  if (session.json) {
    session.print_json(registry::package_document(entry));
  } else {
    print(session, entry);
  }
  return kDone;
}

int make(const Session& session, const Environment& environment, const PackageOptions& options) {
  catalogue::Package package;
  package.region = registry::chosen_region(environment, session.region);
  package.name = options.name;
  package.summary = options.summary;
  package.lead =
      organisation_of_argument(environment, session.caller(), package.region, options.lead);
  for (const auto& member : options.members) {
    package.members.push_back(id_of_argument<InnovationId>(member));
  }
  return answer(session, registry::add_package(environment, session.caller(), package));
}

int make_between(const Session& session, const Environment& environment,
                 const PackageOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  registry::IntersectionPackage asked;
  asked.name = options.name;
  asked.summary = options.summary;
  asked.lead = organisation_of_argument(environment, session.caller(), region, options.lead);
  for (const auto& text : options.without) {
    asked.without.push_back(id_of_argument<InnovationId>(text));
  }
  return answer(session, registry::package_intersection(
                             environment, session.caller(), region,
                             dimension_of_argument(environment.taxonomy, options.first),
                             dimension_of_argument(environment.taxonomy, options.second), asked));
}

int list(const Session& session, const Environment& environment) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto entries = registry::packages(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::packages_document(entries));
    return kDone;
  }
  if (entries.empty()) session.print_line(session.say("package.none"));
  for (const auto& entry : entries) print(session, entry);
  return kDone;
}

int show(const Session& session, const Environment& environment, const PackageOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  return answer(session, registry::package(environment, session.caller(), region,
                                           id_of_argument<PackageId>(options.id)));
}

/// The members after --member and --without; nothing when neither was given.
boost::json::array changed_members(const PackageEntry& entry, const PackageOptions& options) {
  auto members = entry.package.members;
  for (const auto& text : options.without) {
    const auto id = id_of_argument<InnovationId>(text);
    const auto found = std::find(members.begin(), members.end(), id);
    if (found == members.end()) {
      throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                               catalogue::Message{"package.no_such_member", {{"id", text}}, ""});
    }
    members.erase(found);
  }
  for (const auto& text : options.members) members.push_back(id_of_argument<InnovationId>(text));
  return catalogue::to_json(members).as_array();
}

int change(const Session& session, const Environment& environment, const PackageOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto id = id_of_argument<PackageId>(options.id);
  const auto before = registry::package(environment, session.caller(), region, id);
  boost::json::object patch;
  if (!options.name.empty()) patch["name"] = options.name;
  if (!options.summary.empty()) patch["summary"] = options.summary;
  if (!options.lead.empty()) {
    patch["lead"] =
        organisation_of_argument(environment, session.caller(), region, options.lead).text();
  }
  if (!options.members.empty() || !options.without.empty()) {
    patch["members"] = changed_members(before, options);
  }
  return answer(session, registry::change_package(environment, session.caller(), region, id, patch,
                                                  before.revision));
}

int dissolve(const Session& session, const Environment& environment,
             const PackageOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  registry::dissolve_package(environment, session.caller(), region,
                             id_of_argument<PackageId>(options.id), std::nullopt);
  session.print_line(session.say("package.dissolved", {{"id", options.id}}));
  return kDone;
}

using Act = int (*)(const Session&, const Environment&, const PackageOptions&);

CLI::App* add_command(CLI::App& package, Session& session, const char* name,
                      const std::shared_ptr<PackageOptions>& options, Act act) {
  auto* command = package.add_subcommand(name, session.say(std::string("package.help.") + name));
  act_on_catalogue(command, session, options, act);
  return command;
}

}  // namespace

void add_package_commands(CLI::App& app, Session& session) {
  auto* package = app.add_subcommand("package", session.say("package.help"));
  package->require_subcommand(1);
  auto options = std::make_shared<PackageOptions>();
  const auto say = [&session](const char* kind) { return session.say(kind); };
  auto* make_command = add_command(*package, session, "new", options, make);
  make_command->add_option("NAME", options->name, say("package.option.name"))->required();
  make_command->add_option("--lead", options->lead, say("package.option.lead"))->required();
  make_command->add_option("--member", options->members, say("package.option.member"))
      ->required()
      ->allow_extra_args(false);
  make_command->add_option("--summary", options->summary, say("package.option.summary"));
  auto* between = add_command(*package, session, "between", options, make_between);
  between->add_option("FIRST", options->first, say("package.option.dimension"))->required();
  between->add_option("SECOND", options->second, say("package.option.dimension"))->required();
  between->add_option("NAME", options->name, say("package.option.name"))->required();
  between->add_option("--lead", options->lead, say("package.option.lead"))->required();
  between->add_option("--summary", options->summary, say("package.option.summary"));
  between->add_option("--without", options->without, say("package.option.without"))
      ->allow_extra_args(false);
  package->add_subcommand("list", say("package.help.list"))->callback([&session] {
    session.on_catalogue = [&session](const auto& environment) {
      return list(session, environment);
    };
  });
  auto* show_command = add_command(*package, session, "show", options, show);
  auto* change_command = add_command(*package, session, "change", options, change);
  auto* dissolve_command = add_command(*package, session, "dissolve", options, dissolve);
  for (auto* command : {show_command, change_command, dissolve_command}) {
    command->add_option("PACKAGE", options->id, say("package.option.id"))->required();
  }
  change_command->add_option("--name", options->name, say("package.option.name"));
  change_command->add_option("--summary", options->summary, say("package.option.summary"));
  change_command->add_option("--lead", options->lead, say("package.option.lead"));
  change_command->add_option("--member", options->members, say("package.option.add_member"))
      ->allow_extra_args(false);
  change_command->add_option("--without", options->without, say("package.option.without"))
      ->allow_extra_args(false);
}

}  // namespace pilah::cli
