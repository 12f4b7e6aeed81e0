#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/coverage_commands.hpp"
#include "pilah/cli/commands/round_argument.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/cli/wording.hpp"
#include "pilah/registry/documents/coverage.hpp"
#include "pilah/registry/documents/mapping.hpp"
#include "pilah/registry/mapping/area_mapping.hpp"
#include "pilah/registry/mapping/coverage.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;

int suggest(const Session& session, const Environment& environment) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto mappings = registry::suggest_areas(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::suggestions_document(mappings));
    return kDone;
  }
  if (mappings.empty()) session.print_line(session.say("cli.map.nothing"));
  for (const auto& mapping : mappings) {
    session.print_line(mapping.id.text() + "  " + mapping.name);
    if (mapping.suggestions.empty()) session.print_line("    " + session.say("cli.map.no_idea"));
    for (const auto& suggested : mapping.suggestions) {
      session.print_line("    " + whole_percent(suggested.confidence) + "  " + suggested.area +
                         " (" + suggested.dimension + "): " + joined(suggested.words, ""));
    }
  }
  return kDone;
}

struct ConfirmOptions {
  std::string id;
  std::string area;
  int least_percent = -1;
};

int confirm(const Session& session, const Environment& environment, const ConfirmOptions& options) {
  const auto caller = session.caller();
  if (options.least_percent >= 0) {
    const auto region = registry::chosen_region(environment, session.region);
    const auto count = registry::confirm_suggestions(
        environment, caller, region, {std::int64_t{options.least_percent} * 10'000});
    session.print_line(session.say("cli.map.confirmed_many", {{"count", std::to_string(count)}}));
    return kDone;
  }
  const auto id = catalogue::InnovationId::parse(options.id);
  if (!id) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"cli.not_an_id", {{"id", options.id}}, ""});
  }
  registry::confirm_area(environment, caller, *id, options.area);
  session.print_line(session.say("cli.map.confirmed", {{"area", options.area}}));
  return kDone;
}

int coverage(const Session& session, const Environment& environment,
             const CoverageOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  registry::CoverageOf of;
  if (!options.round.empty()) {
    of.round = round_of_argument(environment, session.caller(), region, options.round);
  }
  if (!options.owner.empty()) {
    of.owner = organisation_of_argument(environment, session.caller(), region, options.owner);
  }
  const auto picture = registry::coverage(environment, session.caller(), region, of);
  if (session.json) {
    session.print_json(registry::coverage_document(picture));
    return kDone;
  }
  const bool indonesian = session.language() == catalogue::Language::kIndonesian;
  Table table({session.say("cli.column.dimension"), session.say("cli.column.area"),
               ">" + session.say("cli.column.primary"), ">" + session.say("cli.column.secondary"),
               ""});
  std::string last;
  for (const auto& area : picture.areas) {
    const auto* dimension = environment.taxonomy.dimension(area.dimension);
    const auto* named = environment.taxonomy.area(area.area);
    const auto& name = indonesian ? named->name.indonesian : named->name.english;
    const auto& group = indonesian ? dimension->name.indonesian : dimension->name.english;
    table.add({group == last ? "" : group, name, std::to_string(area.primary),
               std::to_string(area.secondary),
               area.hole()
                   ? session.say("cli.coverage.hole")
                   : std::string(static_cast<std::size_t>(std::min<std::int64_t>(area.primary, 40)),
                                 '#')});
    last = group;
  }
  table.print(session.invocation.out);
  session.print_line(session.say("cli.coverage.totals",
                                 {{"innovations", session.grouped(picture.innovations)},
                                  {"unmapped", session.grouped(picture.unmapped)},
                                  {"without_owner", session.grouped(picture.without_owner)}}));
  if (picture.silent && !picture.silent->empty()) {
    session.print_line(
        session.say("cli.coverage.silent", {{"count", std::to_string(picture.silent->size())}}));
    for (const auto& organisation : *picture.silent) {
      session.print_line("  " + organisation.code + "  " + organisation.name);
    }
  }
  return kDone;
}

}  // namespace

void add_mapping_commands(CLI::App& app, Session& session) {
  auto* map = app.add_subcommand("map", session.say("cli.help.map"));
  map->require_subcommand(1);
  map->add_subcommand("suggest", session.say("cli.help.map_suggest"))->callback([&session] {
    session.on_catalogue = [&session](const auto& environment) {
      return suggest(session, environment);
    };
  });
  auto options = std::make_shared<ConfirmOptions>();
  auto* confirm_command = map->add_subcommand("confirm", session.say("cli.help.map_confirm"));
  auto* id =
      confirm_command->add_option("INNOVATION", options->id, session.say("cli.option.innovation"));
  auto* area = confirm_command->add_option("AREA", options->area, session.say("cli.option.area"));
  auto* least = confirm_command
                    ->add_option("--suggestions", options->least_percent,
                                 session.say("cli.option.suggestions"))
                    ->check(CLI::Range(0, 100));
  confirm_command->callback([&session, options, id, area, least] {
    const bool one = id->count() == 1 && area->count() == 1;
    if (one == (least->count() == 1)) throw CLI::RequiredError("INNOVATION AREA | --suggestions");
    session.on_catalogue = [&session, options](const auto& environment) {
      return confirm(session, environment, *options);
    };
  });
  auto wanted = std::make_shared<CoverageOptions>();
  auto* coverage_command = app.add_subcommand("coverage", session.say("cli.help.coverage"));
  add_coverage_options(*coverage_command, session, *wanted);
  coverage_command->callback([&session, wanted] {
    session.on_catalogue = [&session, wanted](const auto& environment) {
      return print_coverage(session, environment, *wanted)
                 ? kDone
                 : coverage(session, environment, *wanted);
    };
  });
}

}  // namespace pilah::cli
