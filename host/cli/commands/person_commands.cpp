#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/people/erasure.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

struct Erasure {
  std::string person;
  std::vector<std::string> also;
};

int erase(const Session& session, const registry::Environment& environment,
          const Erasure& erasure) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto person = catalogue::PersonId::parse(erasure.person);
  if (!person) {
    throw catalogue::Refusal(catalogue::RefusalKind::kInvalid,
                             catalogue::Message{"cli.not_an_id", {{"id", erasure.person}}, ""});
  }
  std::vector<registry::MentionedIn> mentions;
  for (const auto& text : erasure.also) mentions.push_back(registry::parse_mention(text));
  const auto revision = registry::erase_person(environment, registry::Caller::with_data_folder(),
                                               region, *person, mentions);
  if (session.json) {
    session.print_json(boost::json::object{{"person", person->text()}, {"revision", revision}});
  } else {
    session.print_line(session.say(
        "person.erased", {{"person", person->text()}, {"revision", session.grouped(revision)}}));
  }
  return kDone;
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
}

}  // namespace pilah::cli
