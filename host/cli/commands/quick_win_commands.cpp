#include <memory>
#include <tuple>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/catalogue_command.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/quick_win_arguments.hpp"
#include "pilah/cli/commands/quick_win_printing.hpp"
#include "pilah/cli/commands/sent_files.hpp"
#include "pilah/cli/organisation_argument.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/quick_win_set.hpp"
#include "pilah/registry/quick_wins/amendment.hpp"
#include "pilah/registry/quick_wins/commitment.hpp"
#include "pilah/registry/quick_wins/formulation.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::QuickWinSetId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using registry::Environment;
using registry::QuickWinSetEntry;

struct QuickWinOptions {
  std::string id;  // of the selection or the set
  std::string name, decree, reason, chosen, rest;
  std::vector<std::string> places, again;
  std::string candidate, programme, output, lead;
  std::vector<std::string> supporters, costs;
  std::string person, office, capacity, organisation, manner = "ink", day, file;
};

struct Place {
  catalogue::RegionCode region;
  QuickWinSetId id;
};

Place place_of(const Session& session, const Environment& environment,
               const QuickWinOptions& options) {
  return {registry::chosen_region(environment, session.region),
          id_of_argument<QuickWinSetId>(options.id)};
}

QuickWinSetEntry present(const Session& session, const Environment& environment,
                         const Place& place) {
  return registry::quick_win_set(environment, session.caller(), place.region, place.id);
}

int answer(const Session& session, const QuickWinSetEntry& entry) {
  if (session.json) {
    session.print_json(registry::quick_win_set_document(entry));
  } else {
    print_set(session, entry);
  }
  return kDone;
}

/// The signatory of that name or id, by place.
std::size_t signatory_of(const QuickWinSetEntry& entry, const std::string& person) {
  std::string known;
  for (std::size_t i = 0; i < entry.signatories.size(); ++i) {
    const auto& name = entry.signatories[i].name;
    if (name == person || entry.set.signatories[i].person.text() == person) return i;
    known += (known.empty() ? "" : ", ") + name;
  }
  throw Refusal(
      RefusalKind::kInvalid,
      catalogue::Message{"commitment.no_such_person", {{"person", person}, {"known", known}}, ""});
}

int adopt(const Session& session, const Environment& environment, const QuickWinOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  registry::Adoption adoption;
  adoption.selection = id_of_argument<catalogue::SelectionId>(options.id);
  adoption.name = options.name;
  adoption.decree = options.decree;
  adoption.chosen_reason = options.chosen;
  if (!options.rest.empty()) adoption.rest = usual_of_argument(options.rest);
  for (const auto& text : options.places) adoption.candidates.push_back(placed_of_argument(text));
  return answer(session, registry::adopt(environment, session.caller(), region, adoption));
}

int amend(const Session& session, const Environment& environment, const QuickWinOptions& options) {
  const auto place = place_of(session, environment, options);
  const auto before = present(session, environment, place);
  registry::NewAmendment amendment{options.name, options.reason, options.decree, {}, {}};
  for (const auto& text : options.places) amendment.candidates.push_back(placed_of_argument(text));
  if (!options.again.empty()) amendment.signs_again.emplace();
  for (const auto& person : options.again) {
    amendment.signs_again->push_back(before.set.signatories[signatory_of(before, person)].person);
  }
  return answer(session, registry::amend(environment, session.caller(), place.region, place.id,
                                         amendment, before.revision));
}

int list(const Session& session, const Environment& environment, const QuickWinOptions&) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto entries = registry::quick_win_sets(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::quick_win_sets_document(entries));
    return kDone;
  }
  if (entries.empty()) session.print_line(session.say("quick_win.no_sets"));
  for (const auto& entry : entries) print_set_line(session, entry);
  return kDone;
}

int show(const Session& session, const Environment& environment, const QuickWinOptions& options) {
  return answer(session, present(session, environment, place_of(session, environment, options)));
}

int formulate(const Session& session, const Environment& environment,
              const QuickWinOptions& options) {
  const auto place = place_of(session, environment, options);
  const auto organisation = [&](const std::string& name) {
    return organisation_of_argument(environment, session.caller(), place.region, name);
  };
  catalogue::Formulation formulation;
  formulation.candidate = options.candidate;
  formulation.name = options.name;
  formulation.programme = options.programme;
  formulation.output = options.output;
  formulation.lead = organisation(options.lead);
  for (const auto& name : options.supporters) {
    formulation.supporters.push_back(organisation(name));
  }
  for (const auto& cost : options.costs) formulation.costs.push_back(cost_of_argument(cost));
  return answer(session, registry::formulate(environment, session.caller(), place.region, place.id,
                                             std::move(formulation),
                                             present(session, environment, place).revision));
}

int add_signatory(const Session& session, const Environment& environment,
                  const QuickWinOptions& options) {
  const auto place = place_of(session, environment, options);
  registry::NewSignatory signatory;
  signatory.name = options.name;
  signatory.office = options.office;
  if (!options.capacity.empty()) {
    signatory.capacity = word_of_argument<catalogue::Capacity>(options.capacity);
  }
  if (!options.organisation.empty()) {
    signatory.organisation =
        organisation_of_argument(environment, session.caller(), place.region, options.organisation);
  }
  return answer(session, registry::add_signatories(environment, session.caller(), place.region,
                                                   place.id, {signatory},
                                                   present(session, environment, place).revision));
}

int sign(const Session& session, const Environment& environment, const QuickWinOptions& options) {
  const auto place = place_of(session, environment, options);
  const auto before = present(session, environment, place);
  const auto index = signatory_of(before, options.person);
  registry::NewSignature signature;
  signature.person = before.set.signatories[index].person;
  signature.manner = word_of_argument<catalogue::SigningManner>(options.manner);
  signature.signed_on =
      catalogue::PartialDate::parse(options.day).value_or(catalogue::PartialDate{});
  signature.office = options.office;
  if (!options.capacity.empty()) {
    signature.capacity = word_of_argument<catalogue::Capacity>(options.capacity);
  }
  auto entry = registry::sign(environment, session.caller(), place.region, place.id, signature,
                              before.revision);
  if (!options.file.empty()) {
    entry = registry::add_scan(environment, session.caller(), place.region,
                               entry.signatories[index].signature->id,
                               upload_of(session, options.file));
  }
  if (session.json) return answer(session, entry);
  print_signatories(session, entry, false);
  return kDone;
}

int show_unsigned(const Session& session, const Environment& environment,
                  const QuickWinOptions& options) {
  const auto entry = present(session, environment, place_of(session, environment, options));
  if (session.json) return answer(session, entry);
  print_signatories(session, entry, true);
  return kDone;
}

int save_scan(const Session& session, const Environment& environment,
              const QuickWinOptions& options) {
  const auto place = place_of(session, environment, options);
  const auto entry = present(session, environment, place);
  const auto& signature = entry.signatories[signatory_of(entry, options.person)].signature;
  const auto file = registry::scan_of(environment, session.caller(), place.region,
                                      signature ? signature->id : catalogue::SignatureId{});
  save(session, file, options.file);
  return kDone;
}

using Act = int (*)(const Session&, const Environment&, const QuickWinOptions&);
using Options = std::shared_ptr<QuickWinOptions>;

CLI::App* add_command(CLI::App& above, Session& session, const char* name, const char* help,
                      const Options& options, Act act) {
  auto* command = above.add_subcommand(name, session.say(help));
  act_on_catalogue(command, session, options, act);
  return command;
}

/// One that each command may have, and needs where it is `needed`.
void add_option(CLI::App* command, const Session& session, const char* flag, std::string& target,
                const char* words, bool needed = false) {
  auto* option =
      command->add_option(flag, target, session.say(std::string("commitment.option.") + words));
  if (needed) option->required();
}

void add_list(CLI::App* command, const Session& session, const char* flag,
              std::vector<std::string>& target, const char* words) {
  command->add_option(flag, target, session.say(std::string("commitment.option.") + words))
      ->allow_extra_args(false);
}

void add_set_commands(CLI::App& app, Session& session, const Options& options) {
  auto* adopting = add_command(app, session, "adopt", "adopt.help", options, adopt);
  add_option(adopting, session, "SELECTION", options->id, "selection", true);
  add_option(adopting, session, "--name", options->name, "set_name", true);
  add_option(adopting, session, "--chosen", options->chosen, "chosen");
  add_option(adopting, session, "--rest", options->rest, "rest");
  auto* amending = add_command(app, session, "amend", "amend.help", options, amend);
  add_option(amending, session, "SET", options->id, "set", true);
  add_option(amending, session, "--name", options->name, "set_name");
  add_option(amending, session, "--reason", options->reason, "reason", true);
  add_list(amending, session, "--again", options->again, "again");
  for (auto* command : {adopting, amending}) {
    add_option(command, session, "--decree", options->decree, "decree", command == amending);
    add_list(command, session, "--place", options->places, "place");
  }
}

void add_formulate(CLI::App& commitment, Session& session, const Options& options) {
  auto* command = add_command(commitment, session, "formulate", "commitment.help.formulate",
                              options, formulate);
  add_option(command, session, "SET", options->id, "set", true);
  add_option(command, session, "CANDIDATE", options->candidate, "candidate", true);
  add_option(command, session, "--name", options->name, "name", true);
  add_option(command, session, "--programme", options->programme, "programme", true);
  add_option(command, session, "--output", options->output, "output", true);
  add_option(command, session, "--lead", options->lead, "lead", true);
  add_list(command, session, "--support", options->supporters, "support");
  add_list(command, session, "--cost", options->costs, "cost");
}

void add_signing(CLI::App& commitment, Session& session, const Options& options) {
  auto* adding = add_command(commitment, session, "signatory", "commitment.help.signatory", options,
                             add_signatory);
  add_option(adding, session, "SET", options->id, "set", true);
  add_option(adding, session, "NAME", options->name, "person_name", true);
  add_option(adding, session, "--office", options->office, "office", true);
  add_option(adding, session, "--capacity", options->capacity, "capacity");
  add_option(adding, session, "--organisation", options->organisation, "organisation");
  auto* signing = add_command(commitment, session, "sign", "commitment.help.sign", options, sign);
  add_option(signing, session, "SET", options->id, "set", true);
  add_option(signing, session, "PERSON", options->person, "person", true);
  add_option(signing, session, "--on", options->day, "on", true);
  add_option(signing, session, "--manner", options->manner, "manner");
  add_option(signing, session, "--office", options->office, "office");
  add_option(signing, session, "--capacity", options->capacity, "capacity");
  add_option(signing, session, "--scan", options->file, "scan");
  auto* saving =
      add_command(commitment, session, "scan", "commitment.help.scan", options, save_scan);
  add_option(saving, session, "SET", options->id, "set", true);
  add_option(saving, session, "PERSON", options->person, "person", true);
  add_option(saving, session, "-o,--output", options->file, "output_file", true);
}

}  // namespace

void add_quick_win_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<QuickWinOptions>();
  add_set_commands(app, session, options);
  auto* commitment = app.add_subcommand("commitment", session.say("commitment.help"));
  commitment->require_subcommand(1);
  add_command(*commitment, session, "list", "commitment.help.list", options, list);
  auto* showing = add_command(*commitment, session, "show", "commitment.help.show", options, show);
  auto* unsigned_ones = add_command(*commitment, session, "unsigned", "commitment.help.unsigned",
                                    options, show_unsigned);
  for (auto* command : {showing, unsigned_ones}) {
    add_option(command, session, "SET", options->id, "set", true);
  }
  add_formulate(*commitment, session, options);
  add_signing(*commitment, session, options);
}

}  // namespace pilah::cli
