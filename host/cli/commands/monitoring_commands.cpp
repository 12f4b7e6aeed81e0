#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/monitoring_printing.hpp"
#include "pilah/cli/commands/period_argument.hpp"
#include "pilah/registry/documents/monitoring.hpp"
#include "pilah/registry/monitoring/stages.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;
using registry::PeriodEntry;

struct MonitoringOptions {
  std::string period, name, from, to, due;
  std::string set, candidate;
  std::string stage, obstacle, explanation;
  std::optional<std::int32_t> stage_percent, percent;
  std::optional<std::int64_t> realised;
  std::vector<std::string> indicators;
};

/// One call on one region.
struct Call {
  const Session& session;
  const Environment& environment;
  const MonitoringOptions& options;
  catalogue::RegionCode region;

  PeriodEntry period() const {
    return period_of_argument(environment, session.caller(), region, options.period);
  }
  registry::PeriodStep step() const { return {region, period().period.id, std::nullopt}; }

  int tell(const PeriodEntry& entry) const {
    if (session.json) {
      session.print_json(registry::period_document(entry));
    } else {
      print_period(session, entry);
    }
    return kDone;
  }
};

/// What the options say of a period, as a patch of it.
boost::json::object planned(const MonitoringOptions& options) {
  boost::json::object patch;
  for (const auto& [key, text] : {std::pair{"name", &options.name},
                                  {"from", &options.from},
                                  {"to", &options.to},
                                  {"due", &options.due}}) {
    if (!text->empty()) patch[key] = *text;
  }
  return patch;
}

int make(const Call& call) {
  auto period = catalogue::from_json<catalogue::MonitoringPeriod>(planned(call.options));
  period.region = call.region;
  return call.tell(
      registry::add_period(call.environment, call.session.caller(), std::move(period)));
}

int change(const Call& call) {
  const auto before = call.period();
  return call.tell(registry::change_period(call.environment, call.session.caller(), call.region,
                                           before.period.id, planned(call.options),
                                           before.revision));
}

int list(const Call& call) {
  const auto all = registry::periods(call.environment, call.session.caller(), call.region);
  if (call.session.json) {
    call.session.print_json(registry::periods_document(all));
    return kDone;
  }
  if (all.empty()) call.session.print_line(call.session.say("monitoring.no_periods"));
  for (const auto& entry : all) print_period_line(call.session, entry);
  return kDone;
}

int status(const Call& call) { return call.tell(call.period()); }

int open(const Call& call) {
  return call.tell(registry::open_period(call.environment, call.session.caller(), call.step()));
}
int remind(const Call& call) {
  return call.tell(
      registry::remind_of_period(call.environment, call.session.caller(), call.step()));
}
int close(const Call& call) {
  return call.tell(registry::close_period(call.environment, call.session.caller(), call.step()));
}

/// "DEFINITION=VALUE": the definition may have an equals sign in it, the value has none.
catalogue::IndicatorValue indicator_of(const std::string& text) {
  const auto equals = text.rfind('=');
  if (equals == std::string::npos) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"monitoring.bad_indicator", {{"found", text}}, ""});
  }
  return {{}, text.substr(0, equals), text.substr(equals + 1)};
}

int report(const Call& call) {
  const auto& options = call.options;
  registry::ReportForm form;
  form.stage = options.stage;
  form.stage_percent = options.stage_percent;
  form.percent = options.percent;
  if (options.realised) form.realised = catalogue::Rupiah{*options.realised};
  for (const auto& text : options.indicators) form.indicators.push_back(indicator_of(text));
  form.obstacle = options.obstacle;
  form.explanation = options.explanation;
  const auto entry = registry::put_report(
      call.environment, call.session.caller(),
      {call.region, call.period().period.id, id_of_argument<catalogue::QuickWinSetId>(options.set),
       options.candidate},
      form);
  if (call.session.json) {
    call.session.print_json(registry::report_document(entry));
  } else {
    print_report(call.session, entry);
  }
  return kDone;
}

int tell_reports(const Call& call, const std::vector<registry::ReportEntry>& all) {
  if (call.session.json) {
    call.session.print_json(registry::reports_document(all));
    return kDone;
  }
  if (all.empty()) call.session.print_line(call.session.say("monitoring.no_reports"));
  for (const auto& entry : all) print_report(call.session, entry);
  return kDone;
}

int reports(const Call& call) {
  return tell_reports(call, registry::reports_in(call.environment, call.session.caller(),
                                                 call.region, call.period().period.id));
}

int history(const Call& call) {
  return tell_reports(
      call, registry::reports_of(call.environment, call.session.caller(), call.region,
                                 id_of_argument<catalogue::QuickWinSetId>(call.options.set),
                                 call.options.candidate));
}

int late(const Call& call) {
  const auto all = registry::late_things(call.environment, call.session.caller(), call.region);
  if (call.session.json) {
    call.session.print_json(registry::late_document(all));
  } else {
    print_late(call.session, all);
  }
  return kDone;
}

int stages(const Call& call) {
  const auto& all = call.environment.stages->of(call.region);
  if (call.session.json) {
    call.session.print_json(catalogue::to_json(all));
    return kDone;
  }
  for (const auto& stage : all) {
    const bool is_english = call.session.language() == catalogue::Language::kEnglish;
    call.session.print_line(call.session.say("monitoring.stage_line",
                                             {{"key", stage.key},
                                              {"name", is_english ? stage.name.en : stage.name.id},
                                              {"start", std::to_string(stage.start)},
                                              {"end", std::to_string(stage.start + stage.width)}}));
  }
  return kDone;
}

/// The commands below `pilah monitoring`, which share their options.
class Commands {
 public:
  Commands(CLI::App& app, Session& session)
      : session_(session),
        monitoring_(app.add_subcommand("monitoring", session.say("monitoring.help"))) {
    monitoring_->require_subcommand(1);
  }

  CLI::App* add(const char* name, int (*act)(const Call&)) {
    auto* command =
        monitoring_->add_subcommand(name, session_.say(std::string("monitoring.help.") + name));
    command->callback([&session = session_, options = options_, act] {
      session.on_catalogue = [&session, options, act](const auto& environment) {
        return act(
            {session, environment, *options, registry::chosen_region(environment, session.region)});
      };
    });
    return command;
  }
  /// The same of a period that is named first.
  CLI::App* add_of_period(const char* name, int (*act)(const Call&)) {
    auto* command = add(name, act);
    option(command, "PERIOD", &MonitoringOptions::period, "period")->required();
    return command;
  }
  template <class Value>
  CLI::Option* option(CLI::App* command, const char* name, Value MonitoringOptions::*value,
                      const char* words) {
    return command->add_option(name, (*options_).*value,
                               session_.say(std::string("monitoring.option.") + words));
  }

 private:
  Session& session_;
  CLI::App* monitoring_;
  std::shared_ptr<MonitoringOptions> options_ = std::make_shared<MonitoringOptions>();
};

void add_periods(Commands& commands) {
  auto* making = commands.add("new", make);
  auto* changing = commands.add_of_period("change", change);
  commands.option(making, "NAME", &MonitoringOptions::name, "name")->required();
  commands.option(changing, "--name", &MonitoringOptions::name, "name");
  for (auto* command : {making, changing}) {
    const bool is_needed = command == making;
    commands.option(command, "--from", &MonitoringOptions::from, "from")->required(is_needed);
    commands.option(command, "--to", &MonitoringOptions::to, "to")->required(is_needed);
    commands.option(command, "--due", &MonitoringOptions::due, "due")->required(is_needed);
  }
  commands.add("list", list);
  commands.add_of_period("status", status);
  commands.add_of_period("open", open);
  commands.add_of_period("remind", remind);
  commands.add_of_period("close", close);
}

void add_reports(Commands& commands) {
  auto* reporting = commands.add_of_period("report", report);
  commands.add_of_period("reports", reports);
  auto* telling = commands.add("history", history);
  for (auto* command : {reporting, telling}) {
    commands.option(command, "SET", &MonitoringOptions::set, "set")->required();
    commands.option(command, "CANDIDATE", &MonitoringOptions::candidate, "candidate")->required();
  }
  commands.option(reporting, "--percent", &MonitoringOptions::percent, "percent");
  commands.option(reporting, "--stage", &MonitoringOptions::stage, "stage");
  commands.option(reporting, "--stage-percent", &MonitoringOptions::stage_percent, "stage_percent");
  commands.option(reporting, "--realised", &MonitoringOptions::realised, "realised");
  commands.option(reporting, "--indicator", &MonitoringOptions::indicators, "indicator")
      ->allow_extra_args(false);
  commands.option(reporting, "--obstacle", &MonitoringOptions::obstacle, "obstacle");
  commands.option(reporting, "--because", &MonitoringOptions::explanation, "because");
}

}  // namespace

void add_monitoring_commands(CLI::App& app, Session& session) {
  Commands commands(app, session);
  add_periods(commands);
  add_reports(commands);
  commands.add("late", late);
  commands.add("stages", stages);
}

}  // namespace pilah::cli
