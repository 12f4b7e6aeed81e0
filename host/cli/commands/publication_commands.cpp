#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/cli/wording.hpp"
#include "pilah/registry/documents/publication.hpp"
#include "pilah/registry/people/publish.hpp"
#include "pilah/registry/people/published_numbers.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::Publication;
using registry::Environment;

struct PublicationOptions {
  std::vector<std::string> statuses;
  std::vector<std::string> opened;
  std::vector<std::string> closed;
  std::vector<std::string> of_sets;
};

int print(const Session& session, const Publication& publication) {
  if (session.json) {
    session.print_json(registry::publication_document(publication));
    return kDone;
  }
  std::vector<std::string> statuses;
  for (const auto status : publication.statuses) statuses.emplace_back(name_of(status));
  std::vector<std::string> closed;
  const auto add_closed = [&](const auto& fields) {
    for (const auto& field : fields) {
      if (!publication.shows_field(field)) closed.emplace_back(field);
    }
  };
  add_closed(catalogue::kUsuallyPublic);
  add_closed(catalogue::kUsuallyClosed);
  session.print_line(session.say("cli.publication.statuses", {{"statuses", joined(statuses)}}));
  session.print_line(
      session.say("cli.publication.open", {{"fields", joined(publication.open_fields)}}));
  session.print_line(session.say("cli.publication.closed", {{"fields", joined(closed)}}));
  std::vector<std::string> of_sets;
  for (const auto part : publication.quick_win_sets) of_sets.emplace_back(name_of(part));
  session.print_line(of_sets.empty()
                         ? session.say("cli.publication.no_sets")
                         : session.say("cli.publication.sets", {{"parts", joined(of_sets)}}));
  return kDone;
}

int show(const Session& session, const Environment& environment) {
  const auto region = registry::chosen_region(environment, session.region);
  return print(session, registry::publication(environment, region));
}

int check(const Session& session, const Environment& environment) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto numbers = registry::published_numbers(environment, session.caller(), region);
  if (session.json) {
    session.print_json(registry::published_numbers_document(numbers));
    return kDone;
  }
  if (numbers.empty()) {
    session.print_line(session.say("cli.publication.nothing_found"));
    return kDone;
  }
  Table table({session.say("cli.column.name"), session.say("cli.column.field"),
               session.say("cli.column.kind"), session.say("cli.column.number")});
  for (const auto& number : numbers) {
    table.add({shortened(number.name, 50), number.field, number.kind, number.beginning});
  }
  table.print(session.invocation.out);
  return kDone;
}

int set(const Session& session, const Environment& environment, const PublicationOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  auto wanted = registry::publication(environment, region);
  if (!options.statuses.empty()) {
    wanted.statuses.clear();
    for (const auto& word : options.statuses) {
      if (const auto status = catalogue::enum_named<catalogue::Status>(word)) {
        wanted.statuses.push_back(*status);
      }
    }
  }
  if (!options.of_sets.empty()) {
    wanted.quick_win_sets.clear();
    for (const auto& word : options.of_sets) {
      if (const auto part = catalogue::enum_named<catalogue::PublicPart>(word)) {
        wanted.quick_win_sets.push_back(*part);
      }
    }
  }
  for (const auto& field : options.closed) std::erase(wanted.open_fields, field);
  for (const auto& field : options.opened) {
    std::erase(wanted.open_fields, field);
    wanted.open_fields.push_back(field);
  }
  print(session, registry::publish(environment, session.caller(), region, wanted));
  const auto numbers = registry::published_numbers(environment, session.caller(), region);
  if (!numbers.empty()) {
    session.print_error(
        session.say("cli.publication.found", {{"count", std::to_string(numbers.size())}}));
  }
  return kDone;
}

}  // namespace

void add_publication_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<PublicationOptions>();
  auto* publication = app.add_subcommand("publication", session.say("cli.help.publication"));
  publication->require_subcommand(1);
  publication->add_subcommand("show", session.say("cli.help.publication_show"))
      ->callback([&session] {
        session.on_catalogue = [&session](const auto& environment) {
          return show(session, environment);
        };
      });
  publication->add_subcommand("check", session.say("cli.help.publication_check"))
      ->callback([&session] {
        session.on_catalogue = [&session](const auto& environment) {
          return check(session, environment);
        };
      });
  auto* setting = publication->add_subcommand("set", session.say("cli.help.publication_set"));
  setting->add_option("--status", options->statuses, session.say("cli.option.publish_status"))
      ->delimiter(',')
      ->check(CLI::IsMember({"none", "submitted", "verified", "returned", "archived"}));
  setting->add_option("--open", options->opened, session.say("cli.option.publish_open"))
      ->delimiter(',');
  setting->add_option("--close", options->closed, session.say("cli.option.publish_close"))
      ->delimiter(',');
  setting->add_option("--sets", options->of_sets, session.say("cli.option.publish_sets"))
      ->delimiter(',')
      ->check(CLI::IsMember({"none", "reasons", "judgements"}));
  setting->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return set(session, environment, *options);
    };
  });
}

}  // namespace pilah::cli
