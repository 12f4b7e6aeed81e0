#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/list_import.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/intake/import_plans.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

constexpr std::size_t kMaxPlanFile = 16 * 1024 * 1024;

int import_plans(const Session& session, const registry::Environment& environment,
                 const std::string& file) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto report = registry::import_plans(environment, session.caller(), region,
                                             session.read_file(file, kMaxPlanFile));
  if (session.json) {
    session.print_json(boost::json::object{{"plans_added", report.plans_added},
                                           {"plans_unchanged", report.plans_unchanged},
                                           {"items", report.items},
                                           {"links_resolved", report.links_resolved}});
  } else {
    session.print_line(
        session.say("cli.plan.done", {{"added", std::to_string(report.plans_added)},
                                      {"unchanged", std::to_string(report.plans_unchanged)},
                                      {"items", std::to_string(report.items)},
                                      {"links", std::to_string(report.links_resolved)}}));
  }
  return kDone;
}

}  // namespace

void add_import_commands(CLI::App& app, Session& session) {
  add_list_import(app, session, registry::ListKind::kInnovations);
  auto* plan = app.add_subcommand("plan", session.say("cli.help.plan"));
  plan->require_subcommand(1);
  auto file = std::make_shared<std::string>();
  auto* import = plan->add_subcommand("import", session.say("cli.help.plan_import"));
  import->add_option("FILE", *file, session.say("cli.option.plan_file"))->required();
  import->callback([&session, file] {
    session.on_catalogue = [&session, file](const auto& environment) {
      return import_plans(session, environment, *file);
};
}  // namespace pilah::cli
);
}

}  // namespace pilah::cli
