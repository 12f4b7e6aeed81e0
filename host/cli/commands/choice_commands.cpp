#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/choice_printing.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/repair_printing.hpp"
#include "pilah/cli/commands/robustness_printing.hpp"
#include "pilah/cli/commands/scenario_source.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/choice/explain.hpp"
#include "pilah/registry/choice/interventions.hpp"
#include "pilah/registry/choice/outlook.hpp"
#include "pilah/registry/choice/robustness.hpp"
#include "pilah/registry/choice/selections.hpp"
#include "pilah/registry/choice/set_repair.hpp"
#include "pilah/registry/documents/interventions.hpp"
#include "pilah/registry/documents/robustness.hpp"
#include "pilah/registry/documents/selection.hpp"
#include "pilah/registry/documents/set_repair.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;
using registry::ExplainedCandidate;

constexpr std::size_t kShownRejected = 10;

void print_head(const Session& session, const ExplainedCandidate& candidate,
                const std::string& number) {
  session.print_line(number + candidate.name);
  std::string line = "    " + (candidate.owner.empty() ? "-" : candidate.owner);
  if (!candidate.area.empty()) line += " | " + candidate.dimension + ", " + candidate.area;
  line += " | " + session.say("cli.select.score", {{"score", decimal(candidate.score, session)}});
  if (candidate.cost) {
    line += " | " + session.say("cli.select.cost", {{"amount", session.grouped(*candidate.cost)}});
  }
  session.print_line(line);
}

void print_reasons(const Session& session, const ExplainedCandidate& candidate) {
  for (const auto& reason : candidate.reasons) session.print_line("    - " + reason);
  for (const auto& assumed : candidate.assumed) session.print_line("    ~ " + assumed);
  for (const auto& claim : candidate.unverified) session.print_line("    ? " + claim);
}

void print_criteria(const Session& session, const ExplainedCandidate& candidate,
                    bool weights_derived) {
  Table table({"    " + session.say("cli.column.criterion"), ">" + session.say("cli.column.value"),
               ">" + session.say("cli.column.weight"), ">" + session.say("cli.column.contribution"),
               session.say("cli.column.why")});
  for (const auto& criterion : candidate.criteria) {
    table.add(
        {"    " + criterion.title,
         (criterion.value ? decimal(*criterion.value, session) : "?") +
             (criterion.unverified ? " ?" : ""),
         weights_derived ? percent(criterion.weight, session) : std::to_string(criterion.weight),
         decimal(criterion.contribution, session), criterion.text});
  }
  table.print(session.invocation.out);
}

void print(const Session& session, const registry::SelectionEntry& entry,
           const registry::Explanation& explanation) {
  session.print_line(session.say("cli.select.title",
                                 {{"name", explanation.name}, {"id", entry.selection.id.text()}}));
  for (const auto& line : explanation.summary) session.print_line("  " + line);
  if (!explanation.conflict.empty()) {
    session.print_line("  " + session.say("cli.select.conflict"));
    for (const auto& line : explanation.conflict) session.print_line("  ! " + line);
  }
  if (!explanation.chosen.empty()) session.print_line("");
  std::size_t number = 0;
  for (const auto& candidate : explanation.chosen) {
    print_head(session, candidate, std::to_string(++number) + ". ");
    print_reasons(session, candidate);
  }
  if (explanation.rejected.empty()) return;
  session.print_line("");
  session.print_line(
      session.say("cli.select.rejected", {{"count", std::to_string(explanation.rejected.size())}}));
  number = 0;
  for (const auto& candidate : explanation.rejected) {
    if (number++ == kShownRejected) break;
    print_head(session, candidate, "  x ");
    print_reasons(session, candidate);
  }
  if (explanation.rejected.size() > kShownRejected) {
    session.print_line(session.say(
        "cli.select.more", {{"count", std::to_string(explanation.rejected.size() - kShownRejected)},
                            {"id", entry.selection.id.text()}}));
  }
}

catalogue::RegionCode region_of(const Session& session, const Environment& environment,
                                const boost::json::object& scenario) {
  const auto* named = scenario.if_contains("region");
  const std::string code = !session.region.empty()       ? session.region
                           : named && named->is_string() ? std::string(named->get_string())
                                                         : std::string();
  return registry::chosen_region(environment, code);
}

int select(const Session& session, const Environment& environment, const std::string& given,
           const std::string& as_of, const std::string& round) {
  auto scenario = scenario_of(session, environment, given);
  if (!round.empty()) scenario["round"] = round;
  const auto region = region_of(session, environment, scenario);
  const auto entry = registry::select(environment, session.caller(), region, scenario, as_of);
  if (session.json) {
    session.print_json(registry::selection_document(entry, session.sentences));
  } else {
    print(session, entry, registry::explanation(entry, session.sentences, session.language()));
  }
  return kDone;
}

struct ExplainOptions {
  std::string id;
  std::string candidate;
  bool robustness = false;
  bool interventions = false;
  std::vector<std::string> without;
  std::size_t changes = 0;  // 0: not said
  std::int64_t seconds = registry::kPatience / 1000;
};

/// What re-solves can say of the candidate; nothing: it was not in the problem.
std::optional<registry::Outlook> outlook_of(const registry::SelectionEntry& entry,
                                            const std::string& candidate,
                                            const registry::Deadline& deadline) {
  const registry::StoredChoice choice(entry.selection);
  const auto position = choice.find(candidate);
  if (!position) return std::nullopt;
  return registry::outlook(choice, *position, deadline);
}

void explain_candidate(const Session& session, const registry::SelectionEntry& entry,
                       const std::string& candidate, const registry::Deadline& deadline) {
  const auto explained =
      registry::explained_candidate(entry, candidate, session.sentences, session.language());
  const auto outlook = outlook_of(entry, candidate, deadline);
  if (session.json) {
    session.print_json(registry::candidate_document(entry, candidate, outlook, session.sentences));
    return;
  }
  print_head(session, explained, explained.chosen ? "* " : "x ");
  print_reasons(session, explained);
  if (outlook) print_said(session, outlook->said, 4);
  print_criteria(session, explained, entry.selection.scenario.contains("weighting"));
}

void explain_whole(const Session& session, const registry::SelectionEntry& entry) {
  if (session.json) {
    session.print_json(registry::selection_document(entry, session.sentences));
  } else {
    print(session, entry, registry::explanation(entry, session.sentences, session.language()));
  }
}

void explain_robustness(const Session& session, const registry::SelectionEntry& entry,
                        const registry::Deadline& deadline) {
  const auto robustness = registry::robustness(registry::StoredChoice(entry.selection), deadline);
  if (session.json) {
    session.print_json(
        registry::robustness_document(entry.selection, robustness, session.sentences));
  } else {
    print_robustness(session, entry, robustness);
  }
}

void print_changed_weight(const Session& session, const registry::ChangedWeight& changed) {
  const bool english = session.language() == catalogue::Language::kEnglish;
  catalogue::Message message{
      "choice.intervention.weighting", {{"reason", changed.reason}, {"by", changed.by}}, ""};
  if (!changed.criterion.empty()) {
    message.kind = "choice.intervention.weight";
    auto& arguments = message.arguments;
    arguments.emplace_back("criterion", changed.title.at(english ? "en" : "id").as_string());
    arguments.emplace_back("weight", session.grouped(changed.weight));
    arguments.emplace_back("own", session.grouped(changed.own));
  }
  session.print_line(session.say(message));
  if (!changed.without) {
    session.print_line("  " + session.say("choice.intervention.unknown"));
  } else if (changed.without->enter.empty() && changed.without->leave.empty()) {
    session.print_line("  " + session.say("choice.intervention.same_set"));
  } else {
    session.print_line("  " + session.say("choice.intervention.exchange",
                                          {{"enter", names(changed.without->enter, 60)},
                                           {"leave", names(changed.without->leave, 60)}}));
  }
}

void print_interventions(const Session& session, const registry::Interventions& told) {
  const auto price = [&](const std::optional<std::int64_t>& points) {
    return points ? session.grouped(*points) : session.say("choice.intervention.unknown");
  };
  if (told.each.empty()) session.print_line(session.say("choice.intervention.none"));
  for (const auto& one : told.each) {
    session.print_line(session.say(
        one.in ? "choice.intervention.in" : "choice.intervention.out",
        {{"name", one.name}, {"reason", one.reason}, {"by", one.by}, {"price", price(one.price)}}));
  }
  if (told.each.size() > 1) {
    session.print_line(
        session.say("choice.intervention.together", {{"price", price(told.together)}}));
  }
  for (const auto& one : told.weights) print_changed_weight(session, one);
}

void explain_interventions(const Session& session, const registry::SelectionEntry& entry,
                           const registry::Deadline& deadline) {
  const auto told =
      registry::interventions(registry::StoredChoice(entry.selection), entry.selection, deadline);
  if (session.json) {
    session.print_json(registry::interventions_document(entry.selection, told));
  } else {
    print_interventions(session, told);
  }
}

void explain_repair(const Session& session, const registry::SelectionEntry& entry,
                    const ExplainOptions& options, const registry::Deadline& deadline) {
  const auto changes = options.changes == 0 ? std::nullopt : std::optional(options.changes);
  const auto repair = registry::set_repair(registry::StoredChoice(entry.selection), options.without,
                                           changes, deadline);
  if (session.json) {
    session.print_json(registry::set_repair_document(entry.selection, repair, session.sentences));
  } else {
    print_repair(session, entry, repair);
  }
}

int explain(const Session& session, const Environment& environment, const ExplainOptions& options) {
  const auto id = catalogue::SelectionId::parse(options.id);
  if (!id) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"cli.not_an_id", {{"id", options.id}}, ""});
  }
  const auto region = registry::chosen_region(environment, session.region);
  const auto entry = registry::selection(environment, session.caller(), region, *id);
  const registry::Deadline deadline(environment.steady_milliseconds, options.seconds * 1000);
  if (options.robustness) {
    explain_robustness(session, entry, deadline);
  } else if (options.interventions) {
    explain_interventions(session, entry, deadline);
  } else if (!options.without.empty()) {
    explain_repair(session, entry, options, deadline);
  } else if (!options.candidate.empty()) {
    explain_candidate(session, entry, options.candidate, deadline);
  } else {
    explain_whole(session, entry);
  }
  return kDone;
}

void add_explain_command(CLI::App& app, Session& session) {
  constexpr std::int64_t kLongest = 24 * 60 * 60;  // seconds
  auto options = std::make_shared<ExplainOptions>();
  auto* command = app.add_subcommand("explain", session.say("cli.help.explain"));
  command->add_option("SELECTION", options->id, session.say("cli.option.selection"))->required();
  auto* candidate =
      command->add_option("CANDIDATE", options->candidate, session.say("cli.option.candidate"));
  auto* robustness =
      command->add_flag("--robustness", options->robustness, session.say("cli.option.robustness"));
  auto* without =
      command->add_option("--without", options->without, session.say("cli.option.without"));
  without->allow_extra_args(false)->excludes(candidate)->excludes(robustness);
  robustness->excludes(candidate);
  command
      ->add_flag("--interventions", options->interventions, session.say("cli.option.interventions"))
      ->excludes(candidate)
      ->excludes(robustness)
      ->excludes(without);
  command->add_option("--changes", options->changes, session.say("cli.option.changes"))
      ->check(CLI::PositiveNumber)
      ->needs(without);
  command
      ->add_option("--time-limit", options->seconds, session.say("cli.option.explain_time_limit"))
      ->check(CLI::Range(std::int64_t{1}, kLongest));
  command->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return explain(session, environment, *options);
    };
  });
}

int list_scenarios(const Session& session, const Environment& environment) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto scenarios = registry::scenarios(environment, session.caller(), region);
  if (session.json) {
    boost::json::array documents;
    for (const auto& scenario : scenarios) documents.push_back(scenario.document);
    session.print_json(documents);
    return kDone;
  }
  if (scenarios.empty()) session.print_line(session.say("cli.scenario.none"));
  for (const auto& scenario : scenarios) {
    session.print_line(scenario.id.text() + "  " + scenario.name);
  }
  return kDone;
}

int put_scenario(const Session& session, const Environment& environment, const std::string& file) {
  const auto document = read_scenario(session, file);
  const auto region = region_of(session, environment, document);
  const auto scenario = registry::put_scenario(environment, session.caller(), region, document);
  session.print_line(session.say("cli.scenario.kept", {{"name", scenario.name}}));
  return kDone;
}

void add_scenario_commands(CLI::App& app, Session& session) {
  auto* scenario = app.add_subcommand("scenario", session.say("cli.help.scenario"));
  scenario->require_subcommand(1);
  scenario->add_subcommand("list", session.say("cli.help.scenario_list"))->callback([&session] {
    session.on_catalogue = [&session](const auto& environment) {
      return list_scenarios(session, environment);
    };
  });
  auto file = std::make_shared<std::string>();
  auto* put = scenario->add_subcommand("put", session.say("cli.help.scenario_put"));
  put->add_option("SCENARIO", *file, session.say("cli.option.scenario"))->required();
  put->callback([&session, file] {
    session.on_catalogue = [&session, file](const auto& environment) {
      return put_scenario(session, environment, *file);
    };
  });
}

}  // namespace

void add_choice_commands(CLI::App& app, Session& session) {
  auto file = std::make_shared<std::string>();
  auto as_of = std::make_shared<std::string>();
  auto round = std::make_shared<std::string>();
  auto* select_command = app.add_subcommand("select", session.say("cli.help.select"));
  select_command->add_option("SCENARIO", *file, session.say("cli.option.kept_scenario"))
      ->required();
  select_command->add_option("--as-of", *as_of, session.say("cli.option.as_of"));
  select_command->add_option("--round", *round, session.say("cli.option.select_round"));
  select_command->callback([&session, file, as_of, round] {
    session.on_catalogue = [&session, file, as_of, round](const auto& environment) {
      return select(session, environment, *file, *as_of, *round);
    };
  });
  add_explain_command(app, session);
  add_scenario_commands(app, session);
}

}  // namespace pilah::cli
