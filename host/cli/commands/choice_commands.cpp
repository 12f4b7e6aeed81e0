#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/scenario_source.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/choice/explain.hpp"
#include "pilah/registry/choice/selections.hpp"
#include "pilah/registry/documents/selection.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;
using registry::ExplainedCandidate;

constexpr std::size_t kShownRejected = 10;

/// A score of 1 is the best there can be: "0,812" in Indonesian, "0.812" in English.
std::string decimal(std::int64_t millionths, const Session& session) {
  const char point = session.language() == catalogue::Language::kEnglish ? '.' : ',';
  const std::int64_t thousandths = (millionths + (millionths < 0 ? -500 : 500)) / 1000;
  const std::int64_t size = thousandths < 0 ? -thousandths : thousandths;
  std::string fraction = std::to_string(size % 1000);
  fraction.insert(0, 3 - fraction.size(), '0');
  return (thousandths < 0 ? "-" : "") + std::to_string(size / 1000) + point + fraction;
}

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
}

void print_criteria(const Session& session, const ExplainedCandidate& candidate) {
  Table table({"    " + session.say("cli.column.criterion"), ">" + session.say("cli.column.value"),
               ">" + session.say("cli.column.weight"), ">" + session.say("cli.column.contribution"),
               session.say("cli.column.why")});
  for (const auto& criterion : candidate.criteria) {
    table.add({"    " + criterion.title, criterion.value ? decimal(*criterion.value, session) : "?",
               std::to_string(criterion.weight), decimal(criterion.contribution, session),
               criterion.text});
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
           const std::string& as_of) {
  const auto scenario = scenario_of(session, environment, given);
  const auto region = region_of(session, environment, scenario);
  const auto entry =
      registry::select(environment, {session.invocation.actor}, region, scenario, as_of);
  if (session.json) {
    session.print_json(registry::selection_document(entry, session.sentences));
  } else {
    print(session, entry, registry::explanation(entry, session.sentences, session.language()));
  }
  return kDone;
}

int explain(const Session& session, const Environment& environment, const std::string& id_text,
            const std::string& candidate) {
  const auto id = catalogue::SelectionId::parse(id_text);
  if (!id) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"cli.not_an_id", {{"id", id_text}}, ""});
  }
  const auto region = registry::chosen_region(environment, session.region);
  const auto entry = registry::selection(environment, region, *id);
  if (session.json) {
    session.print_json(registry::selection_document(entry, session.sentences));
  } else if (candidate.empty()) {
    print(session, entry, registry::explanation(entry, session.sentences, session.language()));
  } else {
    const auto explained =
        registry::explained_candidate(entry, candidate, session.sentences, session.language());
    print_head(session, explained, explained.chosen ? "* " : "x ");
    print_reasons(session, explained);
    print_criteria(session, explained);
  }
  return kDone;
}

int list_scenarios(const Session& session, const Environment& environment) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto scenarios = registry::scenarios(environment, region);
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
  const auto scenario =
      registry::put_scenario(environment, {session.invocation.actor}, region, document);
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
  auto* select_command = app.add_subcommand("select", session.say("cli.help.select"));
  select_command->add_option("SCENARIO", *file, session.say("cli.option.kept_scenario"))
      ->required();
  select_command->add_option("--as-of", *as_of, session.say("cli.option.as_of"));
  select_command->callback([&session, file, as_of] {
    session.on_catalogue = [&session, file, as_of](const auto& environment) {
      return select(session, environment, *file, *as_of);
    };
  });
  auto id = std::make_shared<std::string>();
  auto candidate = std::make_shared<std::string>();
  auto* explain_command = app.add_subcommand("explain", session.say("cli.help.explain"));
  explain_command->add_option("SELECTION", *id, session.say("cli.option.selection"))->required();
  explain_command->add_option("CANDIDATE", *candidate, session.say("cli.option.candidate"));
  explain_command->callback([&session, id, candidate] {
    session.on_catalogue = [&session, id, candidate](const auto& environment) {
      return explain(session, environment, *id, *candidate);
    };
  });
  add_scenario_commands(app, session);
}

}  // namespace pilah::cli
