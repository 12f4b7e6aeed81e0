#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/period_argument.hpp"
#include "pilah/cli/commands/quick_win_arguments.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/follow_up.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;
using registry::FollowUpEntry;
using registry::FollowUpState;

struct FollowUpOptions {
  std::string id, text;
  std::string source = "report", from, period, set, candidate, owner, due;
  std::string answer, day, explanation, state;
};

/// One call on one region.
struct Call {
  const Session& session;
  const Environment& environment;
  const FollowUpOptions& options;
  catalogue::RegionCode region;
};

void print_follow_up(const Session& session, const FollowUpEntry& entry) {
  const auto& one = entry.follow_up;
  const std::string source(catalogue::name_of(one.source));
  const std::string from = !one.from.empty() ? one.from : entry.period_name;
  session.print_line(session.say(
      "follow_up.line",
      {{"id", one.id.text()},
       {"text", one.text},
       {"state", session.say("follow_up.state." + std::string(registry::name_of(entry.state)))},
       {"owner", entry.owner_name},
       {"due", one.due.text()}}));
  session.print_line("  " + session.say("follow_up.source_line",
                                        {{"source", session.say("follow_up.source." + source)},
                                         {"from", from.empty() ? "-" : from},
                                         {"name", entry.of ? entry.of->name : "-"}}));
  if (!one.answer.empty()) {
    session.print_line("  " + session.say("follow_up.answer_line",
                                          {{"answer", one.answer},
                                           {"day", one.done_on ? one.done_on->text() : "-"}}));
  }
  if (!one.explanation.empty()) {
    session.print_line(
        "  " + session.say("monitoring.explanation_line", {{"explanation", one.explanation}}));
  }
}

int tell(const Session& session, const FollowUpEntry& entry) {
  if (session.json) {
    session.print_json(registry::follow_up_document(entry));
  } else {
    print_follow_up(session, entry);
  }
  return kDone;
}

std::optional<FollowUpState> state_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  for (const auto state : {FollowUpState::kLate, FollowUpState::kLateExplained,
                           FollowUpState::kOpen, FollowUpState::kDone}) {
    if (registry::name_of(state) == text) return state;
  }
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{"follow_up.no_such_state", {{"found", text}}, ""});
}

int list(const Call& call) {
  const auto all = registry::follow_ups(call.environment, call.session.caller(), call.region,
                                        state_of(call.options.state));
  if (call.session.json) {
    call.session.print_json(registry::follow_ups_document(all));
    return kDone;
  }
  if (all.empty()) call.session.print_line(call.session.say("follow_up.none"));
  for (const auto& entry : all) print_follow_up(call.session, entry);
  return kDone;
}

int raise(const Call& call) {
  const auto& options = call.options;
  const auto caller = call.session.caller();
  registry::NewFollowUp asked;
  asked.source = word_of_argument<catalogue::FollowUpSource>(options.source);
  asked.from = options.from;
  if (!options.period.empty()) {
    asked.period =
        period_of_argument(call.environment, caller, call.region, options.period).period.id;
  }
  if (!options.set.empty()) asked.set = id_of_argument<catalogue::QuickWinSetId>(options.set);
  asked.candidate = options.candidate;
  asked.text = options.text;
  if (!options.owner.empty()) {
    asked.owner = organisation_of_argument(call.environment, caller, call.region, options.owner);
  }
  asked.due = catalogue::PartialDate::parse(options.due).value_or(catalogue::PartialDate{});
  return tell(call.session,
              registry::raise_follow_up(call.environment, caller, call.region, asked));
}

int answer(const Call& call) {
  const auto id = id_of_argument<catalogue::FollowUpId>(call.options.id);
  const auto caller = call.session.caller();
  registry::FollowUpAnswer given{call.options.answer, {}, call.options.explanation};
  if (!call.options.day.empty()) {
    given.done_on =
        catalogue::PartialDate::parse(call.options.day).value_or(catalogue::PartialDate{});
  }
  const auto before = registry::follow_up(call.environment, caller, call.region, id);
  return tell(call.session, registry::answer_follow_up(call.environment, caller, call.region, id,
                                                       given, before.revision));
}

/// The commands below `pilah follow-up`, which share their options.
class Commands {
 public:
  Commands(CLI::App& app, Session& session)
      : session_(session),
        follow_up_(app.add_subcommand("follow-up", session.say("follow_up.help"))) {
    follow_up_->require_subcommand(1);
  }

  CLI::App* add(const char* name, int (*act)(const Call&)) {
    auto* command =
        follow_up_->add_subcommand(name, session_.say(std::string("follow_up.help.") + name));
    command->callback([&session = session_, options = options_, act] {
      session.on_catalogue = [&session, options, act](const auto& environment) {
        return act(
            {session, environment, *options, registry::chosen_region(environment, session.region)});
      };
    });
    return command;
  }
  CLI::Option* option(CLI::App* command, const char* name, std::string FollowUpOptions::*value,
                      const char* words) {
    return command->add_option(name, (*options_).*value,
                               session_.say(std::string("follow_up.option.") + words));
  }

 private:
  Session& session_;
  CLI::App* follow_up_;
  std::shared_ptr<FollowUpOptions> options_ = std::make_shared<FollowUpOptions>();
};

}  // namespace

void add_follow_up_commands(CLI::App& app, Session& session) {
  Commands commands(app, session);
  auto* listing = commands.add("list", list);
  commands.option(listing, "--state", &FollowUpOptions::state, "state");
  auto* raising = commands.add("add", raise);
  commands.option(raising, "TEXT", &FollowUpOptions::text, "text")->required();
  commands.option(raising, "--source", &FollowUpOptions::source, "source");
  commands.option(raising, "--from", &FollowUpOptions::from, "from");
  commands.option(raising, "--period", &FollowUpOptions::period, "period");
  commands.option(raising, "--set", &FollowUpOptions::set, "set");
  commands.option(raising, "--candidate", &FollowUpOptions::candidate, "candidate");
  commands.option(raising, "--owner", &FollowUpOptions::owner, "owner");
  commands.option(raising, "--due", &FollowUpOptions::due, "due")->required();
  auto* answering = commands.add("answer", answer);
  auto* explaining = commands.add("explain", answer);
  for (auto* command : {answering, explaining}) {
    commands.option(command, "ID", &FollowUpOptions::id, "id")->required();
  }
  commands.option(answering, "TEXT", &FollowUpOptions::answer, "answer")->required();
  commands.option(answering, "--on", &FollowUpOptions::day, "on");
  commands.option(answering, "--because", &FollowUpOptions::explanation, "because");
  commands.option(explaining, "TEXT", &FollowUpOptions::explanation, "because")->required();
}

}  // namespace pilah::cli
