#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/happening_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/documents/webhook.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;

struct WebhookOptions {
  std::string address;
  std::vector<std::string> kinds;
  std::string id;
  std::int64_t number = 0;
  std::int64_t before = std::numeric_limits<std::int64_t>::max();
};

catalogue::WebhookId id_of(const WebhookOptions& options) {
  if (const auto id = catalogue::WebhookId::parse(options.id)) return *id;
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{"cli.not_an_id", {{"id", options.id}}, ""});
}

std::string words_of(const std::vector<catalogue::HappeningKind>& kinds) {
  std::string words;
  for (const auto kind : kinds) {
    words += (words.empty() ? "" : ",") + std::string(catalogue::name_of(kind));
  }
  return words;
}

/// The secret alone on the standard output, so that a script can take it.
int add(const Session& session, const Environment& environment, const WebhookOptions& options) {
  registry::NewWebhook wanted{options.address, {}};
  for (const auto& kind : options.kinds) {
    wanted.kinds.push_back(*catalogue::enum_named<catalogue::HappeningKind>(kind));
  }
  if (wanted.kinds.empty()) wanted.kinds = registry::webhook_kinds();
  const auto region = registry::chosen_region(environment, session.region);
  const auto made = registry::add_webhook(environment, session.caller(), region, wanted);
  if (session.json) {
    session.print_json(registry::webhook_document(made));
    return kDone;
  }
  session.print_line(made.secret);
  session.print_error(session.say("cli.webhook.made", {{"id", made.webhook.id.text()},
                                                       {"address", made.webhook.address},
                                                       {"kinds", words_of(made.webhook.kinds)}}));
  return kDone;
}

int list(const Session& session, const Environment& environment, const WebhookOptions&) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto all = registry::webhooks(environment, session.caller(), region);
  if (session.json) {
    boost::json::array documents;
    for (const auto& each : all) documents.push_back(registry::webhook_document(each));
    session.print_json(documents);
    return kDone;
  }
  if (all.empty()) {
    session.print_line(session.say("cli.webhook.none"));
    return kDone;
  }
  Table table({"id", session.say("cli.column.address"), session.say("cli.column.kinds"),
               ">" + session.say("cli.column.failures")});
  for (const auto& each : all) {
    table.add({each.webhook.id.text(), each.webhook.address, words_of(each.webhook.kinds),
               std::to_string(each.failures)});
  }
  table.print(session.invocation.out);
  return kDone;
}

int remove(const Session& session, const Environment& environment, const WebhookOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  registry::remove_webhook(environment, session.caller(), region, id_of(options));
  session.print_line(session.say("cli.webhook.removed", {{"id", options.id}}));
  return kDone;
}

int deliveries(const Session& session, const Environment& environment,
               const WebhookOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto page =
      registry::deliveries(environment, session.caller(), region, id_of(options), options.before);
  if (session.json) {
    session.print_json(registry::deliveries_document(page, session.sentences));
    return kDone;
  }
  Table table({">" + session.say("cli.column.number"), session.say("cli.column.kind"),
               session.say("cli.column.at"), session.say("cli.column.state"),
               ">" + session.say("cli.column.attempts"), session.say("cli.column.failure")});
  for (const auto& [delivery, happening] : page.deliveries) {
    const auto failure = registry::failure_of(delivery);
    table.add({std::to_string(delivery.number), std::string(catalogue::name_of(happening.kind)),
               registry::instant_text(happening.at),
               std::string(catalogue::name_of(delivery.state)), std::to_string(delivery.attempts),
               failure ? session.say(*failure) : "-"});
  }
  table.print(session.invocation.out);
  if (page.next > 0) {
    session.print_line(session.say("cli.inbox.more", {{"number", std::to_string(page.next)}}));
  }
  return kDone;
}

int send_again(const Session& session, const Environment& environment,
               const WebhookOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto sent =
      registry::send_again(environment, session.caller(), region, id_of(options), options.number);
  if (session.json) {
    session.print_json(registry::delivery_document(sent, session.sentences));
    return kDone;
  }
  session.print_line(
      session.say("cli.webhook.again", {{"number", std::to_string(options.number)}}));
  return kDone;
}

}  // namespace

void add_webhook_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<WebhookOptions>();
  auto* webhook = app.add_subcommand("webhook", session.say("cli.help.webhook"));
  webhook->require_subcommand(1);
  const auto command = [&](const char* name, auto run) {
    auto* added =
        webhook->add_subcommand(name, session.say(std::string("cli.help.webhook_") + name));
    added->callback([&session, options, run] {
      session.on_catalogue = [&session, options, run](const Environment& environment) {
        return run(session, environment, *options);
      };
    });
    return added;
  };
  const auto takes_id = [&](CLI::App* added) {
    added->add_option("WEBHOOK", options->id, session.say("cli.option.webhook_id"))->required();
    return added;
  };
  auto* adding = command("add", add);
  adding->add_option("ADDRESS", options->address, session.say("cli.option.webhook_address"))
      ->required();
  std::vector<std::string> names;
  for (const auto kind : registry::webhook_kinds()) names.emplace_back(catalogue::name_of(kind));
  adding->add_option("--kind", options->kinds, session.say("cli.option.webhook_kind"))
      ->delimiter(',')
      ->check(CLI::IsMember(names));
  command("list", list);
  takes_id(command("remove", remove));
  takes_id(command("deliveries", deliveries))
      ->add_option("--before", options->before, session.say("cli.option.inbox_before"))
      ->check(CLI::PositiveNumber);
  takes_id(command("send-again", send_again))
      ->add_option("NUMBER", options->number, session.say("cli.option.webhook_number"))
      ->required()
      ->check(CLI::PositiveNumber);
}

}  // namespace pilah::cli
