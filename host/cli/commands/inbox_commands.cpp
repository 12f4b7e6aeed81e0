#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/documents/inbox.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;

struct InboxOptions {
  std::string account;
  registry::InboxQuery query;
  std::int64_t read = 0;
  std::int64_t read_until = 0;
};

void print(const Session& session, const registry::Inbox& inbox) {
  if (session.json) {
    session.print_json(registry::inbox_document(inbox, session.sentences));
    return;
  }
  if (inbox.deadline) session.print_line("! " + session.say(*inbox.deadline));
  for (const auto& duty : inbox.duties) session.print_line("! " + session.say(duty));
  for (const auto& each : inbox.notifications) {
    session.print_line((each.read ? "  " : "* ") + std::to_string(each.happening.number) + "  " +
                       registry::instant_text(each.happening.at) + "  " + session.say(each.told));
  }
  session.print_line(session.say("cli.inbox.unread", {{"count", std::to_string(inbox.unread)}}));
  if (inbox.next > 0) {
    session.print_line(session.say("cli.inbox.more", {{"number", std::to_string(inbox.next)}}));
  }
}

int show(const Session& session, const Environment& environment, const InboxOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto caller = options.account.empty()
                          ? session.caller()
                          : registry::on_behalf_of(environment, session.caller(), options.account);
  if (options.read > 0) registry::mark_read(environment, caller, region, options.read);
  if (options.read_until > 0) {
    registry::mark_all_read(environment, caller, region, options.read_until);
  }
  print(session, registry::inbox(environment, caller, region, options.query));
  return kDone;
}

}  // namespace

void add_inbox_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<InboxOptions>();
  auto* inbox = app.add_subcommand("inbox", session.say("cli.help.inbox"));
  inbox->add_option("--account", options->account, session.say("cli.option.inbox_account"));
  inbox->add_flag("--unread", options->query.unread_only, session.say("cli.option.inbox_unread"));
  inbox->add_option("--before", options->query.before, session.say("cli.option.inbox_before"))
      ->check(CLI::PositiveNumber);
  inbox->add_option("--limit", options->query.limit, session.say("cli.option.inbox_limit"));
  inbox->add_option("--read", options->read, session.say("cli.option.inbox_read"))
      ->check(CLI::PositiveNumber);
  inbox->add_option("--read-until", options->read_until, session.say("cli.option.inbox_read_until"))
      ->check(CLI::PositiveNumber);
  inbox->callback([&session, options] {
    session.on_catalogue = [&session, options](const Environment& environment) {
      return show(session, environment, *options);
    };
  });
}

}  // namespace pilah::cli
