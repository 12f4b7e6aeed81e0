#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/grant_options.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/people/tokens.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;

struct TokenOptions {
  GrantOptions grant{"reader", ""};
  std::string name = "command line";
  std::string scope = "administer";
  int days = 90;
  std::string id;
};

/// Alone on the standard output, so that a script can take it.
int add(const Session& session, const Environment& environment, const TokenOptions& options) {
  const auto grant = grant_of(session, environment, options.grant);
  const auto made =
      registry::add_token(environment, session.caller(),
                          {options.name,
                           *catalogue::enum_named<catalogue::TokenScope>(options.scope),
                           {grant},
                           options.days});
  if (session.json) {
    session.print_json(registry::token_document(made));
    return kDone;
  }
  session.print_line(made.secret);
  session.print_error(
      session.say("cli.token.made", {{"role", grant_words(grant, options.grant.organisation)},
                                     {"scope", options.scope},
                                     {"date", registry::instant_text(made.token.expires)},
                                     {"id", made.token.id.text()}}));
  return kDone;
}

int list(const Session& session, const Environment& environment, const TokenOptions&) {
  const auto tokens = registry::tokens(environment, session.caller());
  if (session.json) {
    boost::json::array documents;
    for (const auto& [token, used] : tokens) {
      documents.push_back(registry::token_document(token, used));
    }
    session.print_json(documents);
    return kDone;
  }
  if (tokens.empty()) {
    session.print_line(session.say("cli.token.none"));
    return kDone;
  }
  Table table({"id", session.say("cli.column.name"), session.say("cli.column.roles"),
               session.say("cli.column.scope"), session.say("cli.column.expires"),
               session.say("cli.column.used")});
  for (const auto& [token, used] : tokens) {
    std::string roles;
    for (const auto& grant : token.grants) {
      roles += (roles.empty() ? "" : ", ") + grant_words(grant, "");
    }
    table.add({token.id.text(), token.name, roles, std::string(catalogue::name_of(token.scope)),
               registry::instant_text(token.expires),
               used > 0 ? registry::instant_text(used) : "-"});
  }
  table.print(session.invocation.out);
  return kDone;
}

int revoke(const Session& session, const Environment& environment, const TokenOptions& options) {
  const auto id = catalogue::TokenId::parse(options.id);
  if (!id) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"cli.not_an_id", {{"id", options.id}}, ""});
  }
  registry::revoke_token(environment, session.caller(), *id);
  session.print_line(session.say("cli.token.revoked", {{"id", options.id}}));
  return kDone;
}

}  // namespace

void add_token_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<TokenOptions>();
  auto* token = app.add_subcommand("token", session.say("cli.help.token"));
  token->require_subcommand(1);
  const auto add_command = [&](const char* name, auto run) {
    auto* command = token->add_subcommand(name, session.say(std::string("cli.help.token_") + name));
    command->callback([&session, options, run] {
      session.on_catalogue = [&session, options, run](const Environment& environment) {
        return run(session, environment, *options);
      };
    });
    return command;
  };
  auto* making = add_command("new", add);
  add_grant_options(*making, session, options->grant);
  making->add_option("--name", options->name, session.say("cli.option.token_name"));
  const auto& scopes = catalogue::EnumNames<catalogue::TokenScope>::kNames;
  making->add_option("--scope", options->scope, session.say("cli.option.token_scope"))
      ->check(CLI::IsMember(std::vector<std::string>(scopes.begin(), scopes.end())));
  making->add_option("--days", options->days, session.say("cli.option.token_days"));
  add_command("list", list);
  add_command("revoke", revoke)
      ->add_option("ID", options->id, session.say("cli.option.token_id"))
      ->required();
}

}  // namespace pilah::cli
