#include "pilah/cli/commands/innovation_filter.hpp"

#include <CLI/CLI.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/people/organisations.hpp"

namespace pilah::cli {
namespace {

template <class Enum>
CLI::IsMember one_of() {
  const auto& names = catalogue::EnumNames<Enum>::kNames;
  return CLI::IsMember(std::vector<std::string>(names.begin(), names.end()));
}

template <class Enum>
std::vector<Enum> values_of(const std::vector<std::string>& words) {
  std::vector<Enum> values;
  values.reserve(words.size());
  for (const auto& word : words) values.push_back(*catalogue::enum_named<Enum>(word));
  return values;
}

catalogue::OrganisationId owner_of(const std::string& text,
                                   const std::vector<catalogue::Organisation>& organisations) {
  if (const auto id = catalogue::OrganisationId::parse(text)) return *id;
  if (const auto named = registry::organisation_named(organisations, text)) return *named;
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{"cli.no_such_owner", {{"owner", text}}, ""});
}

}  // namespace

void add_filter_options(CLI::App& command, const Session& session, InnovationOptions& options) {
  // One value each time it is given: what stands behind it is no further one.
  const auto add = [&](const char* name, auto& values, const char* help) {
    return command.add_option(name, values, session.say(help))->allow_extra_args(false);
  };
  add("--status", options.statuses, "cli.option.status")->check(one_of<catalogue::Status>());
  add("--kind", options.entry_kinds, "cli.option.entry_kind")
      ->check(one_of<catalogue::EntryKind>());
  add("--owner", options.owners, "cli.option.owner");
  add("--area", options.areas, "cli.option.area");
  add("--dimension", options.dimensions, "cli.option.dimension");
  add("--form", options.forms, "cli.option.form")->check(one_of<catalogue::Form>());
  add("--stage", options.stages, "cli.option.stage")->check(one_of<catalogue::Stage>());
  add("--year", options.years, "cli.option.year")->check(CLI::Range(1900, 2200));
}

registry::InnovationFilter filter_of(const Session& session, const InnovationOptions& options,
                                     const registry::Environment& environment,
                                     const catalogue::RegionCode& region) {
  registry::InnovationFilter filter;
  filter.statuses = values_of<catalogue::Status>(options.statuses);
  filter.entry_kinds = values_of<catalogue::EntryKind>(options.entry_kinds);
  filter.forms = values_of<catalogue::Form>(options.forms);
  filter.stages = values_of<catalogue::Stage>(options.stages);
  filter.areas = options.areas;
  filter.dimensions = options.dimensions;
  filter.years = options.years;
  if (options.owners.empty()) return filter;
  std::vector<catalogue::Organisation> organisations;
  for (auto& entry : registry::organisations(environment, session.caller(), region)) {
    organisations.push_back(std::move(entry.organisation));
  }
  for (const auto& owner : options.owners) filter.owners.push_back(owner_of(owner, organisations));
  return filter;
}

}  // namespace pilah::cli
