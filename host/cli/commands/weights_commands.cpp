#include <filesystem>
#include <fstream>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/round_argument.hpp"
#include "pilah/cli/commands/scenario_source.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/choice/seals_told.hpp"
#include "pilah/registry/choice/statement.hpp"
#include "pilah/registry/documents/weights_seal.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using registry::Environment;

constexpr std::size_t kLargestEnvelope = 1024 * 1024;

struct WeightsOptions {
  std::string scenario;
  std::string round;
  std::string by;
  std::string output;
  std::string seal;
  std::string envelope;
};

void print_seal(const Session& session, const registry::SealEntry& entry) {
  const auto& seal = entry.seal;
  session.print_line(seal.id.text());
  session.print_line("  " +
                     session.say("weights_seal.sealed",
                                 {{"scenario", seal.scenario},
                                  {"round", entry.round},
                                  {"by", seal.by},
                                  {"on", seal.sealed_on.text()},
                                  {"when", registry::say(registry::sealed_when(entry),
                                                         session.sentences, session.language())}}));
  session.print_line("  " + session.say("weights_seal.digest", {{"digest", seal.digest}}));
  if (!seal.opened_on) {
    session.print_line("  " + session.say("weights_seal.not_opened"));
    return;
  }
  session.print_line("  " + session.say("weights_seal.opened", {{"on", seal.opened_on->text()}}));
  const auto* weights = seal.content.if_contains("weights");
  const auto* weighting = seal.content.if_contains("weighting");
  if (!weights && !weighting) session.print_line("    " + session.say("weights_seal.own_weights"));
  if (weighting) session.print_line("    " + boost::json::serialize(*weighting));
  if (!weights) return;
  for (const auto& member : weights->as_object()) {
    session.print_line("    " + session.say("weights_seal.weight",
                                            {{"criterion", std::string(member.key())},
                                             {"weight", boost::json::serialize(member.value())}}));
  }
}

/// Into a file that is new: true when all of it is there.
bool write_envelope(const std::filesystem::path& file, const boost::json::object& envelope) {
  std::ofstream out(file, std::ios::binary);
  out << boost::json::serialize(envelope) << '\n';
  out.flush();
  return static_cast<bool>(out);
}

int seal(const Session& session, const Environment& environment, const WeightsOptions& options) {
  const auto file = session.resolve(options.output);
  std::error_code error;
  if (std::filesystem::exists(file, error)) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"weights_seal.file_there", {{"file", options.output}}, ""});
  }
  const auto region = registry::chosen_region(environment, session.region);
  const auto sealed = registry::seal_weights(
      environment, session.caller(), region,
      {scenario_of(session, environment, options.scenario), options.round, options.by});
  const auto envelope = registry::envelope_document(sealed);
  if (!write_envelope(file, envelope)) {
    session.print_json(envelope);
    throw Refusal(RefusalKind::kUnavailable,
                  Message{"weights_seal.file_unwritable", {{"file", options.output}}, ""});
  }
  if (session.json) {
    session.print_json(registry::weights_seal_document(sealed.entry));
    return kDone;
  }
  print_seal(session, sealed.entry);
  session.print_line(session.say("weights_seal.envelope", {{"file", options.output}}));
  return kDone;
}

int open(const Session& session, const Environment& environment, const WeightsOptions& options) {
  auto read = catalogue::parse_json(session.read_file(options.envelope, kLargestEnvelope));
  if (auto* object = read.if_object()) object->erase("digest");
  const auto entry = registry::open_weights(environment, session.caller(),
                                            registry::chosen_region(environment, session.region),
                                            id_of_argument<catalogue::WeightsSealId>(options.seal),
                                            catalogue::from_json<registry::SealEnvelope>(read));
  if (session.json) {
    session.print_json(registry::weights_seal_document(entry));
  } else {
    print_seal(session, entry);
  }
  return kDone;
}

int list(const Session& session, const Environment& environment, const WeightsOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  std::optional<catalogue::RoundId> round;
  if (!options.round.empty()) {
    round = round_of_argument(environment, session.caller(), region, options.round);
  }
  const auto entries = registry::weights_seals(environment, session.caller(), region, round);
  if (session.json) {
    session.print_json(registry::weights_seals_document(entries));
    return kDone;
  }
  if (entries.empty()) session.print_line(session.say("weights_seal.none"));
  for (const auto& entry : entries) print_seal(session, entry);
  return kDone;
}

}  // namespace

void add_weights_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<WeightsOptions>();
  auto* weights = app.add_subcommand("weights", session.say("weights_seal.help"));
  weights->require_subcommand(1);
  const auto add = [&](const char* name,
                       int (*act)(const Session&, const Environment&, const WeightsOptions&)) {
    auto* command =
        weights->add_subcommand(name, session.say(std::string("weights_seal.help.") + name));
    command->callback([&session, options, act] {
      session.on_catalogue = [&session, options, act](const auto& environment) {
        return act(session, environment, *options);
      };
    });
    return command;
  };
  auto* sealing = add("seal", seal);
  sealing->add_option("SCENARIO", options->scenario, session.say("cli.option.kept_scenario"))
      ->required();
  sealing->add_option("--round", options->round, session.say("weights_seal.option.round"));
  sealing->add_option("--by", options->by, session.say("weights_seal.option.by"))->required();
  sealing->add_option("-o,--output", options->output, session.say("weights_seal.option.output"))
      ->required();
  auto* opening = add("open", open);
  opening->add_option("SEAL", options->seal, session.say("weights_seal.option.seal"))->required();
  opening->add_option("ENVELOPE", options->envelope, session.say("weights_seal.option.envelope"))
      ->required();
  add("list", list)
      ->add_option("--round", options->round, session.say("weights_seal.option.round"));
}

}  // namespace pilah::cli
