#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/verify.hpp"

namespace pilah::cli {
namespace {

int verify(const Session& session, const registry::Environment& environment) {
  const auto verification = registry::verify(environment, session.caller());
  const bool sound = verification.findings.empty();
  if (session.json) {
    boost::json::array findings;
    for (const auto& [region, message] : verification.findings) {
      findings.push_back(
          {{"region", region}, {"kind", message.kind}, {"text", session.say(message)}});
    }
    boost::json::object heads;
    for (const auto& [region, hash] : verification.heads) heads[region] = hash;
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
  for (const auto& [region, hash] : verification.heads) {
    session.print_line("  " + region + "  " + hash);
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
  serve->add_flag(
      "--no-request-log", [options](std::int64_t) { options->log_requests = false; },
      session.say("cli.option.no_log"));
  serve->callback([&session, options] { session.serve = *options; });
  app.add_subcommand("verify", session.say("cli.help.verify"))->callback([&session] {
    session.on_catalogue = [&session](const auto& environment) {
      return verify(session, environment);
    };
  });
}

}  // namespace pilah::cli
