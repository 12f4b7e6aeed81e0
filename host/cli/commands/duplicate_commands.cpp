#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/argument_ids.hpp"
#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/wording.hpp"
#include "pilah/registry/documents/alike.hpp"
#include "pilah/registry/documents/merge.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::InnovationId;
using registry::Environment;

std::string reasons_of(const Session& session, const std::vector<std::string>& reasons) {
  std::vector<std::string> words;
  words.reserve(reasons.size());
  for (const auto& reason : reasons) {
    words.push_back(session.say("duplicates.reason." + reason));
  }
  return joined(words);
}

struct DuplicatesOptions {
  int least_percent = static_cast<int>(registry::kWorthALook.value / 10'000);
  bool across = false;
  std::size_t limit = 50;
  std::string name;
  std::string summary;

  catalogue::Millionths least() const { return {std::int64_t{least_percent} * 10'000}; }
};

int alike(const Session& session, const Environment& environment,
          const DuplicatesOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto found = registry::alike_entries(
      environment, session.caller(), region, {{}, {}, options.name, options.summary},
      {options.across, options.least(), std::min(options.limit, registry::kMostAlike)});
  if (session.json) {
    session.print_json(registry::alike_document(found));
    return kDone;
  }
  if (found.empty()) session.print_line(session.say("duplicates.none_alike"));
  for (const auto& entry : found) {
    session.print_line(whole_percent(entry.score) + "  " + entry.name + " | " + entry.owner +
                       " | " + entry.region.text() + "  " + entry.id.text());
    session.print_line("    " + reasons_of(session, entry.reasons) + "; " +
                       session.say("duplicates.words", {{"words", joined(entry.words)}}));
  }
  return kDone;
}

int pairs(const Session& session, const Environment& environment,
          const DuplicatesOptions& options) {
  const auto region = registry::chosen_region(environment, session.region);
  const auto found = registry::duplicate_pairs(environment, session.caller(), region,
                                               {options.across, options.least(), options.limit});
  if (session.json) {
    session.print_json(registry::duplicate_pairs_document(found));
    return kDone;
  }
  const std::string compared = session.grouped(static_cast<std::int64_t>(found.compared));
  if (found.pairs.empty()) {
    session.print_line(session.say("duplicates.none", {{"compared", compared}}));
    return kDone;
  }
  for (const auto& pair : found.pairs) {
    session.print_line(whole_percent(pair.score) + "  " + reasons_of(session, pair.reasons) + "; " +
                       session.say("duplicates.words", {{"words", joined(pair.words)}}));
    for (const auto* side : {&pair.first, &pair.second}) {
      session.print_line("    " + side->id.text() + "  " + side->name + " | " + side->owner +
                         (side->region == region ? "" : " | " + side->region.text()));
    }
  }
  session.print_line(
      session.say("duplicates.found", {{"total", std::to_string(found.total)},
                                       {"compared", compared},
                                       {"shown", std::to_string(found.pairs.size())}}));
  return kDone;
}

struct SimilarOptions {
  std::string id;
  std::size_t limit = 10;
};

void print(const Session& session, const registry::SimilarInnovation& entry) {
  session.print_line(whole_percent(entry.score) + "  " + entry.name + " | " + entry.region.name +
                     "  " + entry.id.text());
  session.print_line("    " + session.say("duplicates.words", {{"words", joined(entry.words)}}));
  if (!entry.benefit.empty()) {
    session.print_line("    " + session.say("similar.benefit", {{"benefit", entry.benefit}}));
  }
  for (const auto& result : entry.results) {
    session.print_line("    " +
                       session.say(result.measured.empty() ? "similar.target" : "similar.result",
                                   {{"definition", result.definition},
                                    {"baseline", result.baseline.empty() ? "?" : result.baseline},
                                    {"target", result.target.empty() ? "?" : result.target},
                                    {"measured", result.measured},
                                    {"unit", result.unit}}));
  }
  const std::string ask = entry.owner + (entry.contact.empty() ? "" : ", " + entry.contact);
  if (!ask.empty()) session.print_line("    " + session.say("similar.ask", {{"owner", ask}}));
}

int similar(const Session& session, const Environment& environment, const SimilarOptions& options) {
  const auto found = registry::similar_elsewhere(
      environment, session.caller(), id_of_argument<InnovationId>(options.id), options.limit);
  if (session.json) {
    session.print_json(registry::similar_document(found));
    return kDone;
  }
  if (found.empty()) session.print_line(session.say("similar.none"));
  for (const auto& entry : found) print(session, entry);
  return kDone;
}

struct MergeOptions {
  std::string keep;
  std::string gone;
  std::optional<std::string> fields;
};

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

int tell(const Session& session, const registry::MergeReport& report, const char* kind) {
  if (session.json) {
    session.print_json(registry::merge_document(report));
    return kDone;
  }
  session.print_line(session.say(kind, {{"name", report.kept.name},
                                        {"fields", joined(report.fields)},
                                        {"evidence", std::to_string(report.evidence)},
                                        {"relations", std::to_string(report.relations)},
                                        {"packages", std::to_string(report.packages)},
                                        {"origins", std::to_string(report.origins)}}));
  if (!report.left_alone.empty()) {
    session.print_line(session.say("merge.left_alone", {{"fields", joined(report.left_alone)}}));
  }
  return kDone;
}

int merge(const Session& session, const Environment& environment, const MergeOptions& options) {
  registry::MergeRequest request;
  request.keep = id_of_argument<InnovationId>(options.keep);
  request.gone = id_of_argument<InnovationId>(options.gone);
  if (options.fields) request.fields = split(*options.fields);
  return tell(session, registry::merge_entries(environment, session.caller(), request),
              "merge.done");
}

int part(const Session& session, const Environment& environment, const MergeOptions& options) {
  const auto gone = id_of_argument<InnovationId>(options.gone);
  return tell(session, registry::part_entries(environment, session.caller(), gone, std::nullopt),
              "merge.parted");
}

void add_duplicates(CLI::App& app, Session& session) {
  auto options = std::make_shared<DuplicatesOptions>();
  auto* command = app.add_subcommand("duplicates", session.say("duplicates.help"));
  command->add_option("--least", options->least_percent, session.say("duplicates.option.least"))
      ->check(CLI::Range(0, 100));
  command->add_flag("--across", options->across, session.say("duplicates.option.across"));
  command->add_option("--limit", options->limit, session.say("duplicates.option.limit"))
      ->check(CLI::Range(std::size_t{1}, registry::kMostPairs));
  auto* name = command->add_option("--name", options->name, session.say("duplicates.option.name"));
  command->add_option("--summary", options->summary, session.say("duplicates.option.summary"))
      ->needs(name);
  command->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return options->name.empty() ? pairs(session, environment, *options)
                                   : alike(session, environment, *options);
    };
  });
}

void add_similar(CLI::App& app, Session& session) {
  auto options = std::make_shared<SimilarOptions>();
  auto* command = app.add_subcommand("similar", session.say("similar.help"));
  command->add_option("INNOVATION", options->id, session.say("cli.option.innovation"))->required();
  command->add_option("--limit", options->limit, session.say("duplicates.option.limit"))
      ->check(CLI::Range(std::size_t{1}, registry::kMostSimilar));
  command->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return similar(session, environment, *options);
    };
  });
}

void add_merge(CLI::App& app, Session& session) {
  auto options = std::make_shared<MergeOptions>();
  auto* command = app.add_subcommand("merge", session.say("merge.help"));
  command->add_option("KEEP", options->keep, session.say("merge.option.keep"))->required();
  command->add_option("GONE", options->gone, session.say("merge.option.gone"))->required();
  command->add_option("--fields", options->fields, session.say("merge.option.fields"));
  command->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return merge(session, environment, *options);
    };
  });
  auto* part_command = app.add_subcommand("part", session.say("merge.help.part"));
  part_command->add_option("GONE", options->gone, session.say("merge.option.gone"))->required();
  part_command->callback([&session, options] {
    session.on_catalogue = [&session, options](const auto& environment) {
      return part(session, environment, *options);
    };
  });
}

}  // namespace

void add_duplicate_commands(CLI::App& app, Session& session) {
  add_duplicates(app, session);
  add_similar(app, session);
  add_merge(app, session);
}

}  // namespace pilah::cli
