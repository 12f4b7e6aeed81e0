#include <array>
#include <cerrno>
#include <map>
#include <memory>
#include <system_error>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/grant_options.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/credentials.hpp"
#include "pilah/registry/people/link_cards.hpp"
#include "pilah/registry/people/organisations.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::Account;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using registry::Environment;

struct UserOptions {
  GrantOptions grant;
  std::string account;
  std::string successor;
  std::string name;
  std::string host = "http://127.0.0.1:8013";
  std::string list;
  std::string links;
  std::string map;
  std::vector<std::string> kinds;
  bool renew = false;
  bool all = false;
};

std::map<catalogue::OrganisationId, std::string> codes_of(const Session& session,
                                                          const Environment& environment,
                                                          const catalogue::RegionCode& region) {
  std::map<catalogue::OrganisationId, std::string> codes;
  for (const auto& entry : registry::organisations(environment, session.caller(), region)) {
    codes.emplace(entry.organisation.id, entry.organisation.code);
  }
  return codes;
}

int list(const Session& session, const Environment& environment, const UserOptions& options) {
  std::optional<catalogue::RegionCode> region;
  if (!options.all) region = registry::chosen_region(environment, session.region);
  const auto accounts = registry::accounts(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::accounts_document(accounts));
    return kDone;
  }
  if (accounts.empty()) {
    session.print_line(session.say("cli.user.none"));
    return kDone;
  }
  std::map<catalogue::OrganisationId, std::string> codes;
  if (region) codes = codes_of(session, environment, *region);
  Table table({session.say("cli.column.login"), session.say("cli.column.name"),
               session.say("cli.column.roles"), ""});
  for (const auto& account : accounts) {
    std::string roles;
    for (const auto& grant : account.grants) {
      const auto code = grant.organisation ? codes.find(*grant.organisation) : codes.end();
      roles +=
          (roles.empty() ? "" : ", ") + grant_words(grant, code == codes.end() ? "" : code->second);
    }
    table.add({account.login, account.name, roles,
               account.disabled ? session.say("cli.user.disabled_mark") : ""});
  }
  table.print(session.invocation.out);
  return kDone;
}

void print_link(const Session& session, const UserOptions& options, const Account& account,
                const registry::OneTimeLink& link) {
  if (session.json) {
    auto document = registry::link_document(link);
    document["link"] = options.host + registry::link_path(link.secret);
    document["account"] = registry::account_document(account);
    session.print_json(document);
    return;
  }
  session.print_line(session.say(
      "cli.user.link", {{"login", account.login}, {"date", registry::instant_text(link.expires)}}));
  session.print_line(options.host + registry::link_path(link.secret));
}

int add(const Session& session, const Environment& environment, const UserOptions& options) {
  const auto grant = grant_of(session, environment, options.grant);
  const auto account = registry::add_account(environment, session.caller(),
                                             {options.account, options.name, "", {grant}});
  const auto link = registry::new_link(environment, session.caller(), account.login);
  print_link(session, options, account, link);
  return kDone;
}

int new_link(const Session& session, const Environment& environment, const UserOptions& options) {
  const auto account = registry::find_account(environment, session.caller(), options.account);
  print_link(session, options, account,
             registry::new_link(environment, session.caller(), options.account));
  return kDone;
}

int print_account(const Session& session, const Account& account, const char* kind) {
  if (session.json) {
    session.print_json(registry::account_document(account));
  } else {
    session.print_line(session.say(kind, {{"login", account.login}, {"name", account.name}}));
  }
  return kDone;
}

int hand_over(const Session& session, const Environment& environment, const UserOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  return print_account(session,
                       registry::hand_over(environment, session.caller(), region, options.account,
                                           options.successor),
                       "cli.user.handed_over");
}

/// For the eyes of its owner alone: the links in it are as good as passwords.
void write_private(const std::filesystem::path& path, const std::string& text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool opened = descriptor >= 0;
  std::string_view rest = text;
  bool written = opened && ::fchmod(descriptor, 0600) == 0;
  while (written && !rest.empty()) {
    const ssize_t count = ::write(descriptor, rest.data(), rest.size());
    written = count > 0;
    if (written) rest.remove_prefix(static_cast<std::size_t>(count));
  }
  const int error = errno;
  if (opened) ::close(descriptor);
  if (written) return;
  throw Refusal(RefusalKind::kUnavailable,
                Message{"cli.file_unwritable",
                        {{"file", path.string()}, {"why", std::generic_category().message(error)}},
                        ""});
}

void tell_row(const Session& session, const registry::AccountRow& row, boost::json::array& told) {
  boost::json::array reasons;
  for (const auto& reason : row.reasons) {
    if (!session.json) {
      session.print_line(session.say("cli.user.rejected_row", {{"row", std::to_string(row.row)},
                                                               {"why", session.say(reason)}}));
    }
    reasons.emplace_back(session.say(reason));
  }
  constexpr std::array kFates{"added", "updated", "unchanged", "rejected"};
  boost::json::object document{{"row", row.row},
                               {"fate", kFates[static_cast<std::size_t>(row.fate)]}};
  if (row.account) document["login"] = row.account->login;
  if (!reasons.empty()) document["reasons"] = std::move(reasons);
  told.push_back(std::move(document));
}

int tell_rows(const Session& session, const UserOptions& options,
              const std::vector<registry::AccountRow>& rows) {
  boost::json::array told;
  std::array<int, 4> fates{};
  int links = 0;
  for (const auto& row : rows) {
    tell_row(session, row, told);
    ++fates[static_cast<std::size_t>(row.fate)];
    links += row.link ? 1 : 0;
  }
  const bool with_links = !options.links.empty();
  if (with_links) {
    write_private(session.resolve(options.links),
                  registry::link_cards(rows, options.host, session.sentences, session.language()));
  }
  if (session.json) {
    session.print_json(boost::json::object{{"added", fates[0]},
                                           {"updated", fates[1]},
                                           {"unchanged", fates[2]},
                                           {"rejected", fates[3]},
                                           {"links", links},
                                           {"rows", std::move(told)}});
  } else {
    session.print_line(session.say("cli.user.imported", {{"added", std::to_string(fates[0])},
                                                         {"updated", std::to_string(fates[1])},
                                                         {"unchanged", std::to_string(fates[2])},
                                                         {"rejected", std::to_string(fates[3])}}));
    if (with_links) {
      session.print_line(session.say("cli.user.links_written",
                                     {{"count", std::to_string(links)}, {"file", options.links}}));
    }
  }
  return kDone;
}

int import(const Session& session, const Environment& environment, const UserOptions& options) {
  registry::ImportRequest request;
  request.kind = registry::ListKind::kAccounts;
  request.file = session.resolve(options.list);
  if (!options.map.empty()) request.map = session.resolve(options.map);
  request.region = session.region;
  request.language = session.language();
  const auto rows =
      registry::import_accounts(environment, session.caller(), request, !options.links.empty());
  return tell_rows(session, options, rows);
}

int add_missing(const Session& session, const Environment& environment,
                const UserOptions& options) {
  registry::OrganisationsWithout wanted;
  for (const auto& word : options.kinds) {
    wanted.kinds.push_back(*catalogue::enum_named<catalogue::OrganisationKind>(word));
  }
  wanted.renew = options.renew;
  const auto region = registry::chosen_region(environment, session.region);
  return tell_rows(session, options,
                   registry::add_missing_accounts(environment, session.caller(), region, wanted));
}

/// A command on one account that ends in telling of it.
template <class Change>
void add_change(CLI::App& user, Session& session, const std::shared_ptr<UserOptions>& options,
                const char* name, bool with_role, Change change) {
  auto* command = user.add_subcommand(name, session.say(std::string("cli.help.user_") + name));
  command->add_option("LOGIN", options->account, session.say("cli.option.login"))->required();
  if (with_role) add_grant_options(*command, session, options->grant);
  command->callback([&session, options, change] {
    session.on_catalogue = [&session, options, change](const Environment& environment) {
      return change(session, environment, *options);
    };
  });
}

void add_changes(CLI::App& user, Session& session, const std::shared_ptr<UserOptions>& options) {
  add_change(user, session, options, "grant", true,
             [](const Session& call, const Environment& host, const UserOptions& given) {
               return print_account(call,
                                    registry::grant(host, call.caller(), given.account,
                                                    grant_of(call, host, given.grant)),
                                    "cli.user.granted");
             });
  add_change(user, session, options, "revoke", true,
             [](const Session& call, const Environment& host, const UserOptions& given) {
               return print_account(call,
                                    registry::revoke(host, call.caller(), given.account,
                                                     grant_of(call, host, given.grant)),
                                    "cli.user.revoked");
             });
  add_change(user, session, options, "disable", false,
             [](const Session& call, const Environment& host, const UserOptions& given) {
               return print_account(
                   call, registry::set_disabled(host, call.caller(), given.account, true),
                   "cli.user.disabled");
             });
  add_change(user, session, options, "erase", false,
             [](const Session& call, const Environment& host, const UserOptions& given) {
               return print_account(call,
                                    registry::erase_account(host, call.caller(), given.account),
                                    "cli.user.erased");
             });
  add_change(user, session, options, "enable", false,
             [](const Session& call, const Environment& host, const UserOptions& given) {
               return print_account(
                   call, registry::set_disabled(host, call.caller(), given.account, false),
                   "cli.user.enabled");
             });
}

}  // namespace

void add_user_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<UserOptions>();
  auto* user = app.add_subcommand("user", session.say("cli.help.user"));
  user->require_subcommand(1);
  const auto add_command = [&](const char* name, auto run) {
    auto* command = user->add_subcommand(name, session.say(std::string("cli.help.user_") + name));
    command->callback([&session, options, run] {
      session.on_catalogue = [&session, options, run](const Environment& environment) {
        return run(session, environment, *options);
      };
    });
    return command;
  };
  const auto add_host = [&](CLI::App& command) {
    command.add_option("--host", options->host, session.say("cli.option.link_host"));
  };
  add_command("list", list)->add_flag("--all", options->all, session.say("cli.option.user_all"));
  auto* adding = add_command("add", add);
  adding->add_option("LOGIN", options->account, session.say("cli.option.login"))->required();
  adding->add_option("--name", options->name, session.say("cli.option.user_name"))->required();
  add_grant_options(*adding, session, options->grant);
  add_host(*adding);
  auto* linking = add_command("link", new_link);
  linking->add_option("LOGIN", options->account, session.say("cli.option.login"))->required();
  add_host(*linking);
  add_changes(*user, session, options);
  auto* renaming = add_command(
      "rename", [](const Session& call, const Environment& host, const UserOptions& given) {
        return print_account(call, registry::rename(host, call.caller(), given.account, given.name),
                             "cli.user.renamed");
      });
  renaming->add_option("LOGIN", options->account, session.say("cli.option.login"))->required();
  renaming->add_option("NAME", options->name, session.say("cli.option.user_name"))->required();
  auto* moving = add_command("hand-over", hand_over);
  moving->add_option("FROM", options->account, session.say("cli.option.user_from"))->required();
  moving->add_option("TO", options->successor, session.say("cli.option.user_to"))->required();
  auto* importing = add_command("import", import);
  importing->add_option("FILE", options->list, session.say("cli.option.user_list"))->required();
  importing->add_option("--links", options->links, session.say("cli.option.user_links"));
  importing->add_option("--map", options->map, session.say("cli.option.map"));
  add_host(*importing);
  auto* missing = add_command("for-organisations", add_missing);
  const auto& kinds = catalogue::EnumNames<catalogue::OrganisationKind>::kNames;
  missing->add_option("--kind", options->kinds, session.say("cli.option.user_kind"))
      ->check(CLI::IsMember(std::vector<std::string>(kinds.begin(), kinds.end())));
  missing->add_flag("--renew", options->renew, session.say("cli.option.user_renew"));
  missing->add_option("--links", options->links, session.say("cli.option.user_links"))->required();
  add_host(*missing);
}

}  // namespace pilah::cli
