#include "pilah/cli/commands/coverage_commands.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/intersections.hpp"
#include "pilah/registry/documents/plan.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using registry::CoverageBy;
using registry::Environment;

std::string name_of_dimension(const Session& session, const Environment& environment,
                              const std::string& key) {
  const auto* dimension = environment.taxonomy.dimension(key);
  if (!dimension) return key;
  return session.language() == catalogue::Language::kIndonesian ? dimension->name.indonesian
                                                                : dimension->name.english;
}

std::string told(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : "";
}

void print_rows(const Session& session, const registry::CoverageRows& found) {
  Table table(
      {session.say("coverage.column.key"), session.say("cli.column.name"),
       ">" + session.say("cli.column.innovations"), ">" + session.say("coverage.column.verified"),
       ">" + session.say("cli.column.primary"), ">" + session.say("coverage.column.unmapped"),
       ">" + session.say("coverage.column.areas")});
  for (const auto& row : found.rows) {
    table.add({row.key.empty() ? session.say("coverage.nobody") : row.key, shortened(row.name, 40),
               std::to_string(row.innovations), std::to_string(row.verified), told(row.primary),
               told(row.unmapped), told(row.areas_covered)});
  }
  table.print(session.invocation.out);
}

void print_by(const Session& session, const Environment& environment,
              const catalogue::RegionCode& region, const std::string& by) {
  const CoverageBy which = by == "area"        ? CoverageBy::kArea
                           : by == "dimension" ? CoverageBy::kDimension
                           : by == "owner"     ? CoverageBy::kOwner
                                               : CoverageBy::kRound;
  const auto found = registry::coverage_rows(environment, session.caller(), region, which);
  if (session.json) {
    session.print_json(registry::coverage_rows_document(found));
  } else if (found.rows.empty()) {
    session.print_line(session.say("coverage.no_rounds"));
  } else {
    print_rows(session, found);
  }
}

void print_pairs(const Session& session, const Environment& environment,
                 const catalogue::RegionCode& region) {
  const auto found = registry::intersections(environment, session.caller(), region);
  if (session.json) return session.print_json(registry::intersections_document(found));
  std::vector<std::string> headings{session.say("cli.column.dimension")};
  const auto& dimensions = environment.taxonomy.dimensions();
  for (std::size_t i = 1; i <= dimensions.size(); ++i) headings.push_back(">" + std::to_string(i));
  Table table(headings);
  for (std::size_t row = 0; row < dimensions.size(); ++row) {
    std::vector<std::string> cells{std::to_string(row + 1) + "  " +
                                   name_of_dimension(session, environment, dimensions[row].key)};
    for (std::size_t column = 0; column < dimensions.size(); ++column) {
      cells.push_back(std::to_string(found.pairs[row * dimensions.size() + column].innovations));
    }
    table.add(std::move(cells));
  }
  table.print(session.invocation.out);
  session.print_line(session.say("coverage.pairs_told"));
}

void print_list(const Session& session, const std::vector<registry::IntersectingInnovation>& list) {
  if (session.json) return session.print_json(registry::intersecting_document(list));
  if (list.empty()) session.print_line(session.say("coverage.none_touch"));
  for (const auto& entry : list) {
    std::string areas;
    for (const auto& area : entry.areas) areas += (areas.empty() ? "" : ", ") + area;
    session.print_line(entry.id.text() + "  " + entry.name + " | " + entry.owner + " | " + areas);
  }
}

void print_names(const Session& session, const char* heading,
                 const std::vector<registry::UnplannedInnovation>& innovations) {
  if (innovations.empty()) return;
  session.print_line(session.say(heading, {{"number", std::to_string(innovations.size())}}));
  for (const auto& one : innovations) {
    session.print_line("  " + one.id.text() + "  " + one.name +
                       (one.owner.empty() ? "" : " | " + one.owner));
  }
}

void print_plan(const Session& session, const Environment& environment,
                const catalogue::RegionCode& region) {
  const auto found = registry::plan_coverage(environment, session.caller(), region);
  if (session.json) return session.print_json(registry::plan_coverage_document(found));
  std::vector<std::string> holes;
  for (const auto& programme : found.programmes) {
    if (programme.innovations > 0) continue;
    holes.push_back((programme.code.empty() ? "" : programme.code + "  ") + programme.name + " | " +
                    (programme.organisation.empty() ? programme.plan : programme.organisation));
  }
  session.print_line(
      session.say("plan.coverage", {{"programmes", std::to_string(found.programmes.size())},
                                    {"holes", std::to_string(holes.size())},
                                    {"innovations", std::to_string(found.innovations)},
                                    {"without", std::to_string(found.without_programme.size())},
                                    {"unresolved", std::to_string(found.unresolved.size())}}));
  if (!holes.empty()) session.print_line(session.say("plan.holes"));
  for (const auto& hole : holes) session.print_line("  " + hole);
  print_names(session, "plan.without_programme", found.without_programme);
  if (!found.unresolved.empty()) session.print_line(session.say("plan.unresolved"));
  for (const auto& link : found.unresolved) {
    session.print_line("  " + link.innovation.name + " | " +
                       std::string(catalogue::name_of(link.kind)) + ": " + link.text);
  }
}

}  // namespace

void add_coverage_options(CLI::App& command, const Session& session, CoverageOptions& options) {
  auto* by = command.add_option("--by", options.by, session.say("coverage.option.by"))
                 ->check(CLI::IsMember({"area", "dimension", "owner", "round"}));
  auto* pairs = command.add_flag("--pairs", options.pairs, session.say("coverage.option.pairs"))
                    ->excludes(by);
  command.add_option("--pair", options.pair, session.say("coverage.option.pair"))
      ->expected(2)
      ->excludes(by)
      ->excludes(pairs);
  command.add_flag("--plan", options.plan, session.say("plan.option.coverage"))
      ->excludes(by)
      ->excludes(pairs);
  command.add_option("--round", options.round, session.say("coverage.option.round"))
      ->excludes(by)
      ->excludes(pairs);
  command.add_option("--owner", options.owner, session.say("coverage.option.owner"))
      ->excludes(by)
      ->excludes(pairs);
}

bool print_coverage(const Session& session, const Environment& environment,
                    const CoverageOptions& options) {
  if (options.by.empty() && !options.pairs && options.pair.empty() && !options.plan) return false;
  const auto region = registry::chosen_region(environment, session.region);
  if (options.plan) {
    print_plan(session, environment, region);
  } else if (!options.by.empty()) {
    print_by(session, environment, region, options.by);
  } else if (options.pairs) {
    print_pairs(session, environment, region);
  } else {
    print_list(session, registry::intersecting(environment, session.caller(), region,
                                               options.pair[0], options.pair[1], 1000));
  }
  return true;
}

}  // namespace pilah::cli
