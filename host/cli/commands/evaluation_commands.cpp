#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/cli/commands/catalogue_command.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/monitoring_printing.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/evaluation.hpp"
#include "pilah/registry/monitoring/surveys.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;

struct EvaluationOptions {
  std::string scheme;
  std::string area, value, day, source;
  std::int32_t respondents = 0;
};

const std::string& in_language(const Session& session, const catalogue::Wording& wording) {
  return session.language() == catalogue::Language::kEnglish ? wording.en : wording.id;
}

/// "2.35": hundredths, rounded down as the share is.
std::string points(std::int64_t share, std::int32_t scale) {
  constexpr std::int64_t kMillionthsInHundredths = 10'000;
  const std::int64_t hundredths = share * scale / kMillionthsInHundredths;
  const std::int64_t rest = hundredths % 100;
  return std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

std::string range(const registry::ScoreRange& reached, std::int32_t scale) {
  const auto low = points(reached.low, scale);
  const auto high = points(reached.high, scale);
  return reached.is_known() ? low : low + " .. " + high;
}

void print_part(const Session& session, const registry::PartScore& score, std::int32_t scale,
                const std::string& indent) {
  session.print_line(indent + session.say("self_score.part_line",
                                          {{"title", in_language(session, score.part.title)},
                                           {"weight", std::to_string(score.part.weight)},
                                           {"points", range(score.reached, scale)}}));
  for (const auto& message : score.missing) {
    session.print_line(indent + "  " + session.say(message));
  }
}

int self_score(const Session& session, const Environment& environment,
               const EvaluationOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto score = registry::self_score(environment, session.caller(), region, options.scheme);
  if (session.json) {
    session.print_json(registry::self_score_document(score, session.sentences));
    return kDone;
  }
  const std::int32_t scale = score.scheme.scale;
  session.print_line(
      session.say("self_score.line", {{"name", in_language(session, score.scheme.name)},
                                      {"points", range(score.reached, scale)},
                                      {"scale", std::to_string(scale)}}));
  for (const auto& part : score.parts) print_part(session, part, scale, "  ");
  for (const auto& entry : score.entries) {
    session.print_line(
        session.say("self_score.entry_line",
                    {{"name", entry.of.name}, {"points", range(entry.reached, scale)}}));
    for (const auto& part : entry.parts) print_part(session, part, scale, "  ");
  }
  return kDone;
}

void print_value(const Session& session, const catalogue::SurveyValue& value) {
  session.print_line(
      session.say("survey.line", {{"area", value.area},
                                  {"value", value.value},
                                  {"day", value.date.text()},
                                  {"respondents", session.grouped(value.respondents)},
                                  {"source", value.source}}));
}

int survey_list(const Session& session, const Environment& environment, const EvaluationOptions&) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto all = registry::survey_values(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::survey_document(all));
    return kDone;
  }
  if (all.empty()) session.print_line(session.say("survey.none"));
  for (const auto& value : all) print_value(session, value);
  return kDone;
}

int survey_add(const Session& session, const Environment& environment,
               const EvaluationOptions& options) {
  catalogue::SurveyValue value;
  value.region = registry::chosen_region(environment, session.region);
  value.area = options.area;
  value.value = options.value;
  value.date = catalogue::PartialDate::parse(options.day).value_or(catalogue::PartialDate{});
  value.respondents = options.respondents;
  value.source = options.source;
  const auto added = registry::add_survey_value(environment, session.caller(), std::move(value));
  if (session.json) {
    session.print_json(registry::survey_document({added}).front());
  } else {
    print_value(session, added);
  }
  return kDone;
}

int horizon(const Session& session, const Environment& environment, const EvaluationOptions&) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto all = registry::horizons(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::horizons_document(all));
  } else {
    for (const auto& each : all) print_horizon(session, each);
  }
  return kDone;
}

using Act = int (*)(const Session&, const Environment&, const EvaluationOptions&);
using Options = std::shared_ptr<EvaluationOptions>;

CLI::App* add_command(CLI::App& above, Session& session, const char* name, const char* help,
                      const Options& options, Act act) {
  auto* command = above.add_subcommand(name, session.say(help));
  act_on_catalogue(command, session, options, act);
  return command;
}

void add_survey(CLI::App& app, Session& session, const Options& options) {
  auto* survey = app.add_subcommand("survey", session.say("survey.help"));
  survey->require_subcommand(1);
  add_command(*survey, session, "list", "survey.help.list", options, survey_list);
  auto* add = add_command(*survey, session, "add", "survey.help.add", options, survey_add);
  add->add_option("AREA", options->area, session.say("survey.option.area"))->required();
  add->add_option("VALUE", options->value, session.say("survey.option.value"))->required();
  add->add_option("--on", options->day, session.say("survey.option.on"))->required();
  add->add_option("--respondents", options->respondents, session.say("survey.option.respondents"))
      ->required();
  add->add_option("--source", options->source, session.say("survey.option.source"))->required();
}

}  // namespace

void add_evaluation_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<EvaluationOptions>();
  add_survey(app, session, options);
  auto* score = add_command(app, session, "self-score", "self_score.help", options, self_score);
  score->add_option("--scheme", options->scheme, session.say("self_score.option.scheme"));
  add_command(app, session, "horizon", "horizon.help", options, horizon);
}

}  // namespace pilah::cli
