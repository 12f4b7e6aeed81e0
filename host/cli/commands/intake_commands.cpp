#include <fstream>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/proposal.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::IntakeLinkId;
using catalogue::ProposalId;
using catalogue::ProposalState;
using registry::Environment;

constexpr std::size_t kLargestForm = 64 * 1024;  // bytes

std::string word_of(const Session& session, ProposalState state) {
  return session.say("proposal.state." + std::string(catalogue::name_of(state)));
}

/// What the commands of both groups are called with; each uses its own.
struct IntakeOptions {
  std::string id;
  std::string name;
  std::string round;
  std::int64_t days = 30;
  std::string address;
  std::string qr_file;
  std::string token;
  std::string file;
  std::string owner;
  std::string reason;
  std::string state;
};

void write_file(const Session& session, const std::string& path, const std::string& text) {
  std::ofstream file(session.resolve(path), std::ios::binary);
  file << text;
  file.flush();
  if (file) return;
  throw catalogue::Refusal(
      catalogue::RefusalKind::kUnavailable,
      catalogue::Message{
          "cli.file_unwritable", {{"file", path}, {"why", "it cannot be written"}}, ""});
}

int open(const Session& session, const Environment& environment, const IntakeOptions& options) {
  registry::LinkRequest request;
  request.region = registry::chosen_region(environment, session.region);
  request.name = options.name;
  request.days = options.days;
  request.address = options.address;
  if (!options.round.empty()) request.round = id_of_argument<catalogue::RoundId>(options.round);
  const auto opened = registry::open_link(environment, session.caller(), request);
  if (!options.qr_file.empty()) write_file(session, options.qr_file, opened.qr_svg);
  if (session.json) {
    session.print_json(registry::opened_link_document(opened));
  } else {
    session.print_line(session.say("intake.opened", {{"name", opened.link.name},
                                                     {"days", std::to_string(options.days)},
                                                     {"path", options.address + opened.path}}));
  }
  return kDone;
}

int links(const Session& session, const Environment& environment, const IntakeOptions&) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto all = registry::intake_links(environment, session.caller(), region);
  if (session.json) {
    boost::json::array array;
    for (const auto& link : all) array.push_back(registry::intake_link_document(link));
    session.print_json(array);
    return kDone;
  }
  if (all.empty()) {
    session.print_line(session.say("intake.none"));
    return kDone;
  }
  Table table({session.say("intake.column.link"), session.say("cli.column.name"),
               ">" + session.say("intake.column.waiting"),
               ">" + session.say("intake.column.received"), session.say("intake.column.closed")});
  for (const auto& link : all) {
    table.add({link.id.text(), shortened(link.name, 40), std::to_string(link.waiting),
               std::to_string(link.received),
               session.say(link.closed ? "intake.yes" : "intake.no")});
  }
  table.print(session.invocation.out);
  return kDone;
}

int close(const Session& session, const Environment& environment, const IntakeOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto link = registry::close_link(environment, session.caller(), region,
                                         id_of_argument<IntakeLinkId>(options.id));
  session.print_line(session.say("intake.closed", {{"name", link.name}}));
  return kDone;
}

int propose(const Session& session, const Environment& environment, const IntakeOptions& options) {
  const auto text = session.read_file(options.file, kLargestForm);
  const auto form = catalogue::from_json<registry::ProposalForm>(catalogue::parse_json(text));
  const auto submitted =
      registry::submit_proposal(environment, session.caller(), options.token, form);
  if (session.json) {
    session.print_json(registry::submitted_document(submitted));
  } else {
    session.print_line(session.say("intake.submitted", {{"tracking", submitted.tracking}}));
  }
  return kDone;
}

int track(const Session& session, const Environment& environment, const IntakeOptions& options) {
  const auto tracked = registry::track_proposal(environment, options.token);
  if (session.json) {
    session.print_json(registry::tracked_document(tracked));
    return kDone;
  }
  session.print_line(session.say(
      "intake.tracked", {{"name", tracked.name}, {"state", word_of(session, tracked.state)}}));
  if (!tracked.reason.empty()) {
    session.print_line(session.say("intake.reason", {{"reason", tracked.reason}}));
  }
  return kDone;
}

int withdraw(const Session& session, const Environment& environment, const IntakeOptions& options) {
  registry::withdraw_proposal(environment, options.token);
  session.print_line(session.say("intake.withdrawn"));
  return kDone;
}

int list(const Session& session, const Environment& environment, const IntakeOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  std::optional<ProposalState> state;
  if (!options.state.empty()) state = catalogue::enum_named<ProposalState>(options.state);
  std::vector<catalogue::Proposal> all;
  std::optional<ProposalId> after;
  do {
    auto page = registry::proposals(environment, session.caller(), region, state, after, 200);
    all.insert(all.end(), page.proposals.begin(), page.proposals.end());
    after = ProposalId::parse(page.next);
  } while (after);
  if (session.json) {
    boost::json::array array;
    for (const auto& proposal : all) array.push_back(registry::proposal_document(proposal));
    session.print_json(array);
    return kDone;
  }
  if (all.empty()) {
    session.print_line(session.say("proposal.none"));
    return kDone;
  }
  Table table({session.say("proposal.column.id"), session.say("cli.column.name"),
               session.say("proposal.column.proposer"), session.say("proposal.column.state")});
  for (const auto& proposal : all) {
    table.add({proposal.id.text(), shortened(proposal.name, 40), shortened(proposal.proposer, 30),
               word_of(session, proposal.state)});
  }
  table.print(session.invocation.out);
  return kDone;
}

int show(const Session& session, const Environment& environment, const IntakeOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto document = registry::proposal_document(registry::proposal(
      environment, session.caller(), region, id_of_argument<ProposalId>(options.id)));
  if (session.json) {
    session.print_json(document);
    return kDone;
  }
  session.print_fields(document);
  return kDone;
}

int accept(const Session& session, const Environment& environment, const IntakeOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto owner = organisation_of_argument(environment, session.caller(), region, options.owner);
  const auto entry = registry::accept_proposal(environment, session.caller(), region,
                                               id_of_argument<ProposalId>(options.id), owner);
  session.print_line(session.say(
      "proposal.accepted", {{"name", entry.innovation.name}, {"id", entry.innovation.id.text()}}));
  return kDone;
}

int decline(const Session& session, const Environment& environment, const IntakeOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto declined =
      registry::decline_proposal(environment, session.caller(), region,
                                 id_of_argument<ProposalId>(options.id), options.reason);
  session.print_line(session.say("proposal.declined", {{"name", declined.name}}));
  return kDone;
}

using Act = int (*)(const Session&, const Environment&, const IntakeOptions&);

/// A group of commands that share their options.
class Group {
 public:
  Group(CLI::App& app, Session& session, const char* name)
      : session_(session),
        name_(name),
        command_(app.add_subcommand(name, session.say(name_ + ".help"))) {
    command_->require_subcommand(1);
  }

  CLI::App* add(const char* name, Act act) {
    auto* command = command_->add_subcommand(name, session_.say(name_ + ".help." + name));
    command->callback([&session = session_, options = options_, act] {
      session.on_catalogue = [&session, options, act](const auto& environment) {
        return act(session, environment, *options);
      };
    });
    return command;
  }
  void demand(CLI::App* command, const char* place, std::string IntakeOptions::*value,
              const char* help) {
    command->add_option(place, (*options_).*value, session_.say(help))->required();
  }
  IntakeOptions& options() { return *options_; }
  std::string say(const char* kind) const { return session_.say(kind); }

 private:
  Session& session_;
  std::string name_;
  CLI::App* command_;
  std::shared_ptr<IntakeOptions> options_ = std::make_shared<IntakeOptions>();
};

}  // namespace

void add_intake_commands(CLI::App& app, Session& session) {
  Group intake(app, session, "intake");
  auto* open_command = intake.add("open", open);
  intake.demand(open_command, "NAME", &IntakeOptions::name, "intake.option.name");
  auto& options = intake.options();
  open_command->add_option("--round", options.round, intake.say("intake.option.round"));
  open_command->add_option("--days", options.days, intake.say("intake.option.days"));
  auto* address =
      open_command->add_option("--address", options.address, intake.say("intake.option.address"));
  open_command->add_option("--qr", options.qr_file, intake.say("intake.option.qr"))->needs(address);
  intake.add("links", links);
  intake.demand(intake.add("close", close), "LINK", &IntakeOptions::id, "intake.option.id");
  auto* propose_command = intake.add("propose", propose);
  intake.demand(propose_command, "LINK", &IntakeOptions::token, "intake.option.token");
  intake.demand(propose_command, "FILE", &IntakeOptions::file, "intake.option.file");
  intake.demand(intake.add("track", track), "CODE", &IntakeOptions::token,
                "intake.option.tracking");
  intake.demand(intake.add("withdraw", withdraw), "CODE", &IntakeOptions::token,
                "intake.option.tracking");

  Group proposal(app, session, "proposal");
  const auto& states = catalogue::EnumNames<ProposalState>::kNames;
  proposal.add("list", list)
      ->add_option("--state", proposal.options().state, proposal.say("proposal.option.state"))
      ->check(CLI::IsMember(std::vector<std::string>(states.begin(), states.end())));
  auto* show_command = proposal.add("show", show);
  auto* accept_command = proposal.add("accept", accept);
  auto* decline_command = proposal.add("decline", decline);
  for (auto* command : {show_command, accept_command, decline_command}) {
    proposal.demand(command, "PROPOSAL", &IntakeOptions::id, "proposal.option.id");
  }
  accept_command
      ->add_option("--owner", proposal.options().owner, proposal.say("proposal.option.owner"))
      ->required();
  proposal.demand(decline_command, "REASON", &IntakeOptions::reason, "proposal.option.reason");
}

}  // namespace pilah::cli
