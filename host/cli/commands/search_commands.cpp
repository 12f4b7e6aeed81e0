#include <memory>

#include <CLI/CLI.hpp>

#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/innovation_filter.hpp"
#include "pilah/cli/commands/innovation_table.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/documents/innovation.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::Environment;

/// Values of a facet that are shown to a person.
constexpr std::size_t kMostValues = 12;

struct SearchOptions {
  std::vector<std::string> words;
  InnovationOptions filter;
  bool facets = false;
  std::string sort;
  std::size_t limit = 20;
};

void print_facets(const Session& session, const InnovationTable& table,
                  const std::vector<registry::FacetCounts>& facets) {
  for (const auto& [facet, values] : facets) {
    std::string line = session.say("cli.facet." + facet) + ":";
    std::size_t shown = 0;
    for (const auto& [value, count] : values) {
      if (shown++ == kMostValues) break;
      std::string word = value.value_or(session.say("cli.search.unknown"));
      if (value && facet == "owner") word = table.owner(*value);
      line += (shown == 1 ? " " : ", ") + word + " " +
              session.grouped(static_cast<std::int64_t>(count));
    }
    if (values.size() > kMostValues) line += ", ...";
    session.print_line(line);
  }
}

int search(const Session& session, const Environment& environment, const SearchOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  auto filter = filter_of(session, options.filter, environment, region);
  for (const auto& word : options.words) filter.text += (filter.text.empty() ? "" : " ") + word;
  filter.sort = options.sort;
  filter.limit = options.limit;
  if (options.facets) filter.facets = registry::facet_names();
  const auto list = registry::innovations(environment, session.caller(), region, filter);
  if (session.json) {
    session.print_line(registry::innovation_list_document(list));
    return kDone;
  }
  for (const auto& [word, read_as] : list.corrections) {
    session.print_line(session.say("cli.search.read_as", {{"word", word}, {"read_as", read_as}}));
  }
  InnovationTable table(session, environment, region);
  for (const auto& entry : list.innovations) table.add(entry);
  if (!table.is_empty()) table.print();
  session.print_line(session.say(
      "cli.search.total",
      {{"total", session.grouped(static_cast<std::int64_t>(list.total.value_or(0)))},
       {"shown", session.grouped(static_cast<std::int64_t>(list.innovations.size()))}}));
  print_facets(session, table, list.facets);
  return kDone;
}

}  // namespace

void add_search_commands(CLI::App& app, Session& session) {
  auto options = std::make_shared<SearchOptions>();
  auto* command = app.add_subcommand("search", session.say("cli.help.search"));
  command->add_option("TEXT", options->words, session.say("cli.option.search_text"));
  add_filter_options(*command, session, options->filter);
  command->add_flag("--facets", options->facets, session.say("cli.option.facets"));
  command->add_option("--sort", options->sort, session.say("cli.option.sort"))
      ->check(CLI::IsMember(registry::sort_names()));
  command->add_option("--limit", options->limit, session.say("cli.option.search_limit"))
      ->check(CLI::Range(1, 1000));
  command->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return search(session, environment, *options);
    };
  });
}

}  // namespace pilah::cli
