#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/words.hpp"
#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/innovation.hpp"
#include "pilah/registry/documents/plan.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::PlanItemId;
using registry::Environment;

constexpr std::size_t kMaxPlanFile = 16 * 1024 * 1024;

struct PlanOptions {
  std::string file;
  std::string innovation;
  std::string item;
};

int import_plans(const Session& session, const Environment& environment,
                 const PlanOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto report = registry::import_plans(environment, session.caller(), region,
                                             session.read_file(options.file, kMaxPlanFile));
  if (session.json) {
    session.print_json(registry::plan_report_document(report));
  } else {
    session.print_line(
        session.say("cli.plan.done", {{"added", std::to_string(report.plans_added)},
                                      {"unchanged", std::to_string(report.plans_unchanged)},
                                      {"items", std::to_string(report.items)},
                                      {"links", std::to_string(report.links_resolved)}}));
  }
  return kDone;
}

int list(const Session& session, const Environment& environment, const PlanOptions&) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto entries = registry::plans(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::plans_document(entries));
    return kDone;
  }
  if (entries.empty()) {
    session.print_line(session.say("plan.none"));
    return kDone;
  }
  Table table({session.say("plan.column.kind"), session.say("cli.column.name"),
               session.say("plan.column.organisation"), session.say("plan.column.years"),
               ">" + session.say("plan.column.edition"), ">" + session.say("plan.column.items")});
  for (const auto& [plan, organisation, revision] : entries) {
    table.add({std::string(catalogue::name_of(plan.kind)), shortened(plan.name, 40),
               organisation.empty() ? "-" : shortened(organisation, 40),
               std::to_string(plan.first_year) + "-" + std::to_string(plan.last_year),
               std::to_string(plan.edition), std::to_string(plan.items.size())});
  }
  table.print(session.invocation.out);
  return kDone;
}

/// An item by its id, or by the code or name that only one item has.
PlanItemId item_of_argument(const Session& session, const Environment& environment,
                            const catalogue::RegionCode& region, const std::string& text) {
  if (const auto id = PlanItemId::parse(text)) return *id;
  const std::string wanted = catalogue::plain_words(text);
  std::optional<PlanItemId> found;
  bool is_several = false;
  for (const auto& entry : registry::plans(environment, session.caller(), region)) {
    for (const auto& item : entry.plan.items) {
      const bool fits = item.code == text || catalogue::plain_words(item.name) == wanted;
      if (!fits || found == item.id) continue;
      is_several = found.has_value();
      found = item.id;
    }
  }
  if (found && !is_several) return *found;
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{
          is_several ? "plan.several_items" : "plan.no_item_named", {{"item", text}}, ""});
}

int link(const Session& session, const Environment& environment, const PlanOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto entry = registry::link_to_plan(
      environment, session.caller(), id_of_argument<catalogue::InnovationId>(options.innovation),
      item_of_argument(session, environment, region, options.item));
  if (session.json) {
    session.print_json(registry::innovation_document(entry));
  } else {
    session.print_line(
        session.say("plan.linked", {{"name", entry.innovation.name}, {"item", options.item}}));
  }
  return kDone;
}

}  // namespace

void add_plan_commands(CLI::App& app, Session& session) {
  auto* plan = app.add_subcommand("plan", session.say("cli.help.plan"));
  plan->require_subcommand(1);
  auto options = std::make_shared<PlanOptions>();
  const auto add = [&](const char* name, const char* help,
                       int (*act)(const Session&, const Environment&, const PlanOptions&)) {
    auto* command = plan->add_subcommand(name, session.say(help));
    command->callback([&session, options, act] {
      session.on_catalogue = [&session, options, act](const auto& environment) {
        return act(session, environment, *options);
      };
    });
    return command;
  };
  add("import", "cli.help.plan_import", import_plans)
      ->add_option("FILE", options->file, session.say("cli.option.plan_file"))
      ->required();
  add("list", "plan.help.list", list);
  auto* link_command = add("link", "plan.help.link", link);
  link_command->add_option("INNOVATION", options->innovation, session.say("cli.option.innovation"))
      ->required();
  link_command->add_option("ITEM", options->item, session.say("plan.option.item"))->required();
}

}  // namespace pilah::cli
