#include <charconv>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/monitoring_printing.hpp"
#include "pilah/cli/commands/quick_win_arguments.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/registry/documents/monitoring.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::ActionPlanEntry;
using registry::Environment;

struct PlanOptions {
  std::string set, candidate, step;
  std::string output, person, organisation, from, to;
  std::vector<std::string> costs;
  std::string day, explanation;
};

/// One call on one candidate of a set.
struct Call {
  const Session& session;
  const Environment& environment;
  const PlanOptions& options;
  registry::PlanPlace place;

  ActionPlanEntry present() const {
    return registry::action_plan(environment, session.caller(), place);
  }
  int tell(const ActionPlanEntry& entry) const {
    if (session.json) {
      session.print_json(registry::action_plan_document(entry));
    } else {
      print_plan(session, entry);
    }
    return kDone;
  }
};

registry::PlannedStep as_planned(const catalogue::ActionStep& step) {
  return {step.name, step.output, "", step.organisation, step.from, step.to, step.costs};
}

catalogue::PartialDate date_of(const std::string& text) {
  return catalogue::PartialDate::parse(text).value_or(catalogue::PartialDate{});
}

/// By number or name, from 1.
std::size_t step_of(const ActionPlanEntry& entry, const std::string& text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end && !text.empty()) return number;
  for (std::size_t i = 0; i < entry.plan.steps.size(); ++i) {
    if (entry.plan.steps[i].name == text) return i + 1;
  }
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"action_plan.none_named", {{"step", text}, {"name", entry.of.name}}, ""});
}

int list(const Session& session, const Environment& environment, const PlanOptions&) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto all = registry::action_plans(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::action_plans_document(all));
    return kDone;
  }
  if (all.empty()) session.print_line(session.say("action_plan.nobody"));
  for (const auto& entry : all) print_plan_line(session, entry);
  return kDone;
}

int show(const Call& call) { return call.tell(call.present()); }

int put_step(const Call& call) {
  const auto& options = call.options;
  const auto before = call.present();
  registry::PlannedStep asked{options.step,
                              options.output,
                              options.person,
                              {},
                              date_of(options.from),
                              date_of(options.to),
                              {}};
  if (!options.organisation.empty()) {
    asked.organisation = organisation_of_argument(call.environment, call.session.caller(),
                                                  call.place.region, options.organisation);
  }
  for (const auto& cost : options.costs) asked.costs.push_back(cost_of_argument(cost));
  std::vector<registry::PlannedStep> steps;
  bool is_there = false;
  for (const auto& step : before.plan.steps) {
    const bool is_it = step.name == asked.name;
    steps.push_back(is_it ? asked : as_planned(step));
    is_there = is_there || is_it;
  }
  if (!is_there) steps.push_back(asked);
  return call.tell(registry::put_action_plan(call.environment, call.session.caller(), call.place,
                                             steps, before.revision));
}

int remove_step(const Call& call) {
  const auto before = call.present();
  const auto gone = step_of(before, call.options.step);
  std::vector<registry::PlannedStep> steps;
  for (std::size_t i = 0; i < before.plan.steps.size(); ++i) {
    if (i + 1 != gone) steps.push_back(as_planned(before.plan.steps[i]));
  }
  return call.tell(registry::put_action_plan(call.environment, call.session.caller(), call.place,
                                             steps, before.revision));
}

/// That a step is done, or why it is late, or both.
int note(const Call& call) {
  const auto before = call.present();
  registry::StepNote note;
  if (!call.options.day.empty()) note.done_on = date_of(call.options.day);
  note.explanation = call.options.explanation;
  return call.tell(registry::note_step(call.environment, call.session.caller(), call.place,
                                       step_of(before, call.options.step), note, before.revision));
}

/// The commands below `pilah action-plan`, which share their options.
class Commands {
 public:
  Commands(CLI::App& app, Session& session)
      : session_(session),
        plan_(app.add_subcommand("action-plan", session.say("action_plan.help"))) {
    plan_->require_subcommand(1);
    auto* listing = plan_->add_subcommand("list", session.say("action_plan.help.list"));
    listing->callback([&session, options = options_] {
      session.on_catalogue = [&session, options](const auto& environment) {
        return list(session, environment, *options);
      };
    });
  }

  CLI::App* add(const char* name, int (*act)(const Call&)) {
    auto* command =
        plan_->add_subcommand(name, session_.say(std::string("action_plan.help.") + name));
    command->callback([&session = session_, options = options_, act] {
      session.on_catalogue = [&session, options, act](const auto& environment) {
        return act({session,
                    environment,
                    *options,
                    {registry::chosen_region(environment, session.region),
                     id_of_argument<catalogue::QuickWinSetId>(options->set), options->candidate}});
      };
    });
    option(command, "SET", &PlanOptions::set, "commitment.option.set")->required();
    option(command, "CANDIDATE", &PlanOptions::candidate, "commitment.option.candidate")
        ->required();
    return command;
  }
  template <class Value>
  CLI::Option* option(CLI::App* command, const char* name, Value PlanOptions::*value,
                      const char* help) {
    return command->add_option(name, (*options_).*value, session_.say(help));
  }

 private:
  Session& session_;
  CLI::App* plan_;
  std::shared_ptr<PlanOptions> options_ = std::make_shared<PlanOptions>();
};

}  // namespace

void add_action_plan_commands(CLI::App& app, Session& session) {
  Commands commands(app, session);
  commands.add("show", show);
  auto* step = commands.add("step", put_step);
  commands.option(step, "NAME", &PlanOptions::step, "action_plan.option.name")->required();
  commands.option(step, "--output", &PlanOptions::output, "action_plan.option.output")->required();
  commands.option(step, "--by", &PlanOptions::person, "action_plan.option.by");
  commands.option(step, "--organisation", &PlanOptions::organisation,
                  "action_plan.option.organisation");
  commands.option(step, "--from", &PlanOptions::from, "action_plan.option.from")->required();
  commands.option(step, "--to", &PlanOptions::to, "action_plan.option.to")->required();
  commands.option(step, "--cost", &PlanOptions::costs, "commitment.option.cost")
      ->allow_extra_args(false);
  auto* remove = commands.add("remove", remove_step);
  auto* done = commands.add("done", note);
  auto* explain = commands.add("explain", note);
  for (auto* command : {remove, done, explain}) {
    commands.option(command, "STEP", &PlanOptions::step, "action_plan.option.step")->required();
  }
  commands.option(done, "--on", &PlanOptions::day, "action_plan.option.on")->required();
  commands.option(done, "--because", &PlanOptions::explanation, "action_plan.option.because");
  commands.option(explain, "TEXT", &PlanOptions::explanation, "action_plan.option.because")
      ->required();
}

}  // namespace pilah::cli
