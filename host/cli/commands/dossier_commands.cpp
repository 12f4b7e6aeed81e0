#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/round_argument.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/dossier.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::StepState;
using registry::DossierEntry;
using registry::Environment;

constexpr std::size_t kLargestDossier = 1024 * 1024;  // bytes

struct DossierOptions {
  std::string round;
  std::string file;
  std::string name, value, unit, source;
  std::int32_t year = 0;
  std::string text, dimension, area, reason;
  std::int32_t weight = 0;
  bool is_challenge = false;
  std::string step, state, owner, due, document;
};

/// One call on one round.
struct Call {
  const Session& session;
  const Environment& environment;
  const DossierOptions& options;
  catalogue::RegionCode region;
  catalogue::RoundId round;
};

template <class Word>
std::string word_of(const Session& session, const char* group, Word word) {
  return session.say(std::string(group) + std::string(catalogue::name_of(word)));
}

const std::string& in_language(const Session& session, const catalogue::Bilingual& name) {
  return session.language() == catalogue::Language::kIndonesian ? name.indonesian : name.english;
}

void print_figures_and_needs(const Session& session, const catalogue::Dossier& dossier) {
  for (const auto& figure : dossier.figures) {
    session.print_line("  " +
                       session.say("dossier.figure", {{"name", figure.name},
                                                      {"value", figure.value},
                                                      {"unit", figure.unit},
                                                      {"source", figure.source},
                                                      {"year", std::to_string(figure.year)}}));
  }
  for (const auto& need : dossier.needs) {
    session.print_line("  " +
                       session.say("dossier.need",
                                   {{"kind", word_of(session, "dossier.kind.", need.kind)},
                                    {"place", need.area.empty() ? need.dimension
                                                                : need.dimension + "/" + need.area},
                                    {"text", need.text},
                                    {"weight", std::to_string(need.weight)},
                                    {"reason", need.reason}}));
  }
}

void print_readiness(const Session& session, const catalogue::Dossier& dossier) {
  for (const auto& part : dossier.readiness) {
    session.print_line("  " + std::string(catalogue::name_of(part.part)) + ": " +
                       (part.step ? std::to_string(part.step->value) : "?") +
                       (part.note.empty() ? "" : ", " + part.note));
  }
  for (const auto& point : dossier.swot) {
    session.print_line("  " + word_of(session, "dossier.swot.", point.side) + ": " + point.text);
  }
}

void print_direction(const Session& session, const catalogue::Dossier& dossier) {
  const auto line = [&session](const char* kind, const std::string& text) {
    session.print_line("  " + session.say(kind) + ": " + text);
  };
  if (!dossier.vision.empty()) line("dossier.vision", dossier.vision);
  for (const auto& mission : dossier.missions) line("dossier.mission", mission);
  for (const auto& policy : dossier.policies) line("dossier.policy", policy);
}

void print_board(const Session& session, const DossierEntry& entry) {
  Table table({session.say("dossier.column.step"), session.say("cli.column.name"),
               session.say("dossier.column.state"), session.say("dossier.column.owner"),
               session.say("dossier.column.due"), session.say("dossier.column.document")});
  for (const auto& one : entry.board) {
    std::string state = word_of(session, "dossier.state.", one.progress.state);
    if (one.is_late) state += ", " + session.say("dossier.late");
    table.add({one.step.key, shortened(in_language(session, one.step.name), 50), state,
               one.owner.empty() ? "-" : shortened(one.owner, 30),
               one.progress.due ? one.progress.due->text() : "-",
               one.progress.document.empty() ? "-" : shortened(one.progress.document, 30)});
  }
  table.print(session.invocation.out);
}

int tell(const Call& call, const DossierEntry& entry) {
  const Session& session = call.session;
  if (session.json) {
    session.print_json(registry::dossier_document(entry));
    return kDone;
  }
  session.print_line(session.say("dossier.of", {{"round", entry.round}}));
  if (!entry.inherited.empty()) {
    session.print_line("  " + session.say("dossier.inherited", {{"round", entry.inherited}}));
  }
  print_figures_and_needs(session, entry.dossier);
  print_readiness(session, entry.dossier);
  print_direction(session, entry.dossier);
  print_board(session, entry);
  for (const auto& value : entry.survey) {
    session.print_line(
        session.say("survey.line", {{"area", value.area},
                                    {"value", value.value},
                                    {"day", value.date.text()},
                                    {"respondents", session.grouped(value.respondents)},
                                    {"source", value.source}}));
  }
  return kDone;
}

DossierEntry present(const Call& call) {
  return registry::dossier(call.environment, call.session.caller(), call.region, call.round);
}

int patched(const Call& call, const boost::json::object& patch) {
  return tell(call, registry::change_dossier(call.environment, call.session.caller(), call.region,
                                             call.round, patch, present(call).revision));
}

int show(const Call& call) { return tell(call, present(call)); }

int change(const Call& call) {
  const auto text = call.session.read_file(call.options.file, kLargestDossier);
  const auto patch = catalogue::parse_json(text);
  return patched(call, catalogue::json_detail::read_object(patch, ""));
}

/// In the place of the figure of that name and year.
int figure(const Call& call) {
  const auto& options = call.options;
  auto figures = present(call).dossier.figures;
  std::erase_if(figures, [&](const auto& one) {
    return one.name == options.name && one.year == options.year;
  });
  figures.push_back({options.name, options.value, options.unit, options.source, options.year});
  return patched(call, {{"figures", catalogue::to_json(figures)}});
}

/// In the place of what has that text in that dimension and area.
int need(const Call& call) {
  const auto& options = call.options;
  catalogue::Need added;
  added.kind = options.is_challenge ? catalogue::NeedKind::kChallenge : catalogue::NeedKind::kNeed;
  const auto dimension = call.environment.taxonomy.find_dimension(options.dimension);
  added.dimension = dimension ? dimension.dimension : options.dimension;
  const auto area = options.area.empty() ? catalogue::TaxonomyMatch{}
                                         : call.environment.taxonomy.find_area(options.area);
  added.area = area ? area.area : options.area;
  added.text = options.text;
  added.weight = options.weight;
  added.reason = options.reason;
  auto needs = present(call).dossier.needs;
  std::erase_if(needs, [&](const auto& one) {
    return one.text == added.text && one.dimension == added.dimension && one.area == added.area;
  });
  needs.push_back(std::move(added));
  return patched(call, {{"needs", catalogue::to_json(needs)}});
}

/// Changes what the options name; the rest stays as it was said of that step.
int step(const Call& call) {
  const auto& options = call.options;
  catalogue::StepProgress progress;
  progress.step = options.step;
  for (const auto& one : present(call).dossier.steps) {
    if (one.step == options.step) progress = one;
  }
  if (!options.state.empty()) progress.state = *catalogue::enum_named<StepState>(options.state);
  if (!options.owner.empty()) {
    progress.owner = organisation_of_argument(call.environment, call.session.caller(), call.region,
                                              options.owner);
  }
  if (!options.due.empty()) {
    progress.due = catalogue::PartialDate::parse(options.due);
    if (!progress.due) {
      throw catalogue::Refusal(
          catalogue::RefusalKind::kInvalid,
          catalogue::Message{"json.malformed", {{"expected", options.due}}, "/due"});
    }
  }
  if (!options.document.empty()) progress.document = options.document;
  return tell(call, registry::record_step(call.environment, call.session.caller(), call.region,
                                          call.round, progress));
}

/// The commands below `pilah dossier`, which share their options.
class Commands {
 public:
  Commands(CLI::App& app, Session& session)
      : session_(session), dossier_(app.add_subcommand("dossier", session.say("dossier.help"))) {
    dossier_->require_subcommand(1);
  }

  CLI::App* add(const char* name, int (*act)(const Call&)) {
    auto* command =
        dossier_->add_subcommand(name, session_.say(std::string("dossier.help.") + name));
    command->callback([&session = session_, options = options_, act] {
      session.on_catalogue = [&session, options, act](const auto& environment) {
        const auto region = registry::chosen_region(environment, session.region);
        return act({session, environment, *options, region,
                    round_of_argument(environment, session.caller(), region, options->round)});
      };
    });
    demand(command, "ROUND", &DossierOptions::round, "round.option.round");
    return command;
  }
  template <class Value>
  CLI::Option* option(CLI::App* command, const char* name, Value DossierOptions::*value,
                      const char* help) {
    return command->add_option(name, (*options_).*value, session_.say(help));
  }
  template <class Value>
  void demand(CLI::App* command, const char* name, Value DossierOptions::*value, const char* help) {
    option(command, name, value, help)->required();
  }
  void flag(CLI::App* command, const char* name, bool DossierOptions::*value, const char* help) {
    command->add_flag(name, (*options_).*value, session_.say(help));
  }

 private:
  Session& session_;
  CLI::App* dossier_;
  std::shared_ptr<DossierOptions> options_ = std::make_shared<DossierOptions>();
};

}  // namespace

void add_dossier_commands(CLI::App& app, Session& session) {
  Commands commands(app, session);
  commands.add("show", show);
  commands.demand(commands.add("change", change), "FILE", &DossierOptions::file,
                  "dossier.option.file");
  auto* figures = commands.add("figure", figure);
  commands.demand(figures, "NAME", &DossierOptions::name, "dossier.option.name");
  commands.demand(figures, "VALUE", &DossierOptions::value, "dossier.option.value");
  commands.option(figures, "--unit", &DossierOptions::unit, "dossier.option.unit");
  commands.demand(figures, "--source", &DossierOptions::source, "dossier.option.source");
  commands.demand(figures, "--year", &DossierOptions::year, "dossier.option.year");
  auto* needs = commands.add("need", need);
  commands.demand(needs, "TEXT", &DossierOptions::text, "dossier.option.text");
  commands.demand(needs, "--dimension", &DossierOptions::dimension, "dossier.option.dimension");
  commands.option(needs, "--area", &DossierOptions::area, "dossier.option.area");
  commands.demand(needs, "--weight", &DossierOptions::weight, "dossier.option.weight");
  commands.demand(needs, "--reason", &DossierOptions::reason, "dossier.option.reason");
  commands.flag(needs, "--challenge", &DossierOptions::is_challenge, "dossier.option.challenge");
  auto* steps = commands.add("step", step);
  const auto& states = catalogue::EnumNames<StepState>::kNames;
  commands.demand(steps, "STEP", &DossierOptions::step, "dossier.option.step");
  commands.option(steps, "--state", &DossierOptions::state, "dossier.option.state")
      ->check(CLI::IsMember(std::vector<std::string>(states.begin(), states.end())));
  commands.option(steps, "--owner", &DossierOptions::owner, "dossier.option.owner");
  commands.option(steps, "--due", &DossierOptions::due, "dossier.option.due");
  commands.option(steps, "--document", &DossierOptions::document, "dossier.option.document");
}

}  // namespace pilah::cli
