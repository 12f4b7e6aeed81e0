#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/people/correction.hpp"
#include "pilah/registry/people/erasure.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

struct Erasure {
  std::string person;
  std::vector<std::string> also;
};

catalogue::PersonId person_of(const std::string& text) {
  if (const auto person = catalogue::PersonId::parse(text)) return *person;
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                           catalogue::Message{"cli.not_an_id", {{"id", text}}, ""});
}

int told(const Session& session, const char* sentence, const catalogue::PersonId& person,
         std::int64_t revision) {
  if (session.json) {
    session.print_json(boost::json::object{{"person", person.text()}, {"revision", revision}});
  } else {
    session.print_line(session.say(
        sentence, {{"person", person.text()}, {"revision", session.grouped(revision)}}));
  }
  return kDone;
}

int erase(const Session& session, const registry::Environment& environment,
          const Erasure& erasure) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto person = person_of(erasure.person);
  std::vector<registry::MentionedIn> mentions;
  for (const auto& text : erasure.also) mentions.push_back(registry::parse_mention(text));
  const auto revision = registry::erase_person(environment, registry::Caller::with_data_folder(),
                                               region, person, mentions);
  return told(session, "person.erased", person, revision);
}

struct CorrectionOptions {
  std::string person;
  registry::Correction correction;
};

int correct(const Session& session, const registry::Environment& environment,
            const CorrectionOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto person = person_of(options.person);
  const auto revision = registry::correct_person(environment, registry::Caller::with_data_folder(),
                                                 region, person, options.correction);
  return told(session, "person.corrected", person, revision);
}

void add_correction(CLI::App& person, Session& session) {
  auto options = std::make_shared<CorrectionOptions>();
  auto* command = person.add_subcommand("correct", session.say("person.help_correct"));
  command->add_option("PERSON", options->person, session.say("person.option.person"))->required();
  auto& correction = options->correction;
  command->add_option("--name", correction.name, session.say("person.option.name"));
  command->add_option("--nip", correction.nip, session.say("person.option.nip"));
  command->add_option("--office", correction.office, session.say("person.option.office"));
  command->add_option("--contact", correction.contact, session.say("person.option.contact"));
  command->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return correct(session, environment, *options);
    };
  });
}

}  // namespace

void add_person_commands(CLI::App& app, Session& session) {
  auto* person = app.add_subcommand("person", session.say("person.help"));
  person->require_subcommand(1);
  auto erasure = std::make_shared<Erasure>();
  auto* command = person->add_subcommand("erase", session.say("person.help_erase"));
  command->add_option("PERSON", erasure->person, session.say("person.option.person"))->required();
  command->add_option("--also", erasure->also, session.say("person.option.also"));
  command->callback([&session, erasure] {
    session.on_catalogue = [&session, erasure](const auto& environment) {
      return erase(session, environment, *erasure);
    };
  });
  add_correction(*person, session);
}

}  // namespace pilah::cli
