#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/backup/chain_heads.hpp"
#include "pilah/registry/verify.hpp"

namespace pilah::cli {
namespace {

constexpr std::size_t kLongestHeads = std::size_t{4} * 1024 * 1024;

/// What --head names: heads themselves, or heads.json of a backup.
std::vector<catalogue::ChainHead> outside_heads(const Session& session,
                                                const std::vector<std::string>& named) {
  std::vector<catalogue::ChainHead> heads;
  for (const auto& name : named) {
    if (const auto head = registry::parse_head(name)) {
      heads.push_back(*head);
      continue;
    }
    for (auto& head : registry::read_signed_heads(session.read_file(name, kLongestHeads)).heads) {
      heads.push_back(std::move(head));
    }
  }
  return heads;
}

int verify(const Session& session, const registry::Environment& environment,
           const std::vector<std::string>& named) {
  const auto outside = outside_heads(session, named);
  const auto verification = registry::verify(environment, session.caller(), outside);
  const bool sound = verification.findings.empty();
  if (session.json) {
    boost::json::array findings;
    for (const auto& [region, message] : verification.findings) {
      findings.push_back(
          {{"region", region}, {"kind", message.kind}, {"text", session.say(message)}});
    }
    boost::json::object heads;
    for (const auto& head : verification.heads) {
      heads[head.region] = {{"sequence", head.sequence}, {"hash", head.hash}};
    }
    session.print_json(boost::json::object{{"sound", sound},
                                           {"regions", verification.regions},
                                           {"records", verification.records},
                                           {"revisions", verification.revisions},
                                           {"audit_entries", verification.audit_entries},
                                           {"findings", std::move(findings)},
                                           {"heads", std::move(heads)}});
    return sound ? kDone : kFailed;
  }
  for (const auto& [region, message] : verification.findings) {
    session.print_error((region.empty() ? "" : region + ": ") + session.say(message));
  }
  session.print_line(session.say(
      sound ? "cli.verify.sound" : "cli.verify.unsound",
      {{"regions", session.grouped(verification.regions)},
       {"records", session.grouped(verification.records)},
       {"revisions", session.grouped(verification.revisions)},
       {"entries", session.grouped(verification.audit_entries)},
       {"findings", session.grouped(static_cast<long long>(verification.findings.size()))}}));
  if (sound && !outside.empty()) {
    session.print_line(session.say(
        "backup.heads_held", {{"count", session.grouped(static_cast<long long>(outside.size()))}}));
  }
  for (const auto& head : verification.heads) {
    session.print_line("  " + registry::head_text(head));
  }
  return sound ? kDone : kFailed;
}

}  // namespace

void add_host_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<ServeOptions>();
  auto* serve = app.add_subcommand("serve", session.say("cli.help.serve"));
  serve->add_option("--listen", options->listen, session.say("cli.option.listen"));
  serve->add_flag("--plain-http", options->plain_http, session.say("cli.option.plain_http"));
  serve->add_option("--public-address", options->public_addresses,
                    session.say("cli.option.public_address"));
  serve->add_option("--trusted-proxy", options->trusted_proxies,
                    session.say("cli.option.trusted_proxy"));
  serve->add_option("--allow-origin", options->allowed_origins,
                    session.say("cli.option.allow_origin"));
  serve->add_flag("--webhooks-to-loopback", options->webhooks_to_loopback,
                  session.say("cli.option.webhooks_to_loopback"));
  serve->add_flag(
      "--no-request-log", [options](std::int64_t) { options->log_requests = false; },
      session.say("cli.option.no_log"));
  serve->callback([&session, options] { session.serve = *options; });
  auto heads = std::make_shared<std::vector<std::string>>();
  auto* verify_command = app.add_subcommand("verify", session.say("cli.help.verify"));
  verify_command->add_option("--head", *heads, session.say("backup.option.head"));
  verify_command->callback([&session, heads] {
    session.on_catalogue = [&session, heads](const auto& environment) {
      return verify(session, environment, *heads);
    };
  });
}

}  // namespace pilah::cli
