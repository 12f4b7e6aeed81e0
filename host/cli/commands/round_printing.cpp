#include "pilah/cli/commands/round_printing.hpp"

#include <algorithm>
#include <string>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/cli/wording.hpp"
#include "pilah/registry/documents/history.hpp"

namespace pilah::cli {
namespace {

using registry::RoundEntry;

template <class Word>
std::string word_of(const Session& session, const char* group, Word word) {
  return session.say(std::string(group) + std::string(catalogue::name_of(word)));
}

std::string dates_of(const catalogue::Round& round) {
  if (!round.from && !round.to) return "-";
  const std::string from = round.from ? round.from->text() : "?";
  return round.to ? from + " - " + round.to->text() : from;
}

template <class AnyId>
std::string name_of(const Session& session, const RoundEntry& entry, const AnyId& id) {
  const auto name = entry.names.find(id.uuid);
  const bool is_known = name != entry.names.end() && !name->second.empty();
  return is_known ? name->second : session.say("round.nameless");
}

void print_products(const Session& session, const RoundEntry& entry) {
  if (entry.round.products.empty()) return;
  session.print_line("  " + session.say("round.products"));
  for (const auto& product : entry.round.products) {
    const bool is_there = !product.document.empty();
    session.print_line("    " + std::string(is_there ? "+ " : "- ") + product.name + ": " +
                       (is_there ? product.document : session.say("round.not_there_yet")));
  }
}

void print_attendance(const Session& session, const RoundEntry& entry) {
  if (entry.round.attendance.empty()) return;
  session.print_line("  " + session.say("round.attendance"));
  for (const auto& one : entry.round.attendance) {
    std::string line = name_of(session, entry, one.organisation) + ": " +
                       word_of(session, "round.presence.", one.presence);
    if (one.replaced_by) {
      line += ", " + session.say("round.replaced_by",
                                 {{"name", name_of(session, entry, *one.replaced_by)}});
    }
    session.print_line("    " + line);
  }
}

void print_minutes(const Session& session, const RoundEntry& entry) {
  for (const auto& minute : entry.round.minutes) {
    std::string by = minute.person ? name_of(session, entry, *minute.person) : "-";
    if (minute.organisation) by += ", " + name_of(session, entry, *minute.organisation);
    session.print_line("  " + word_of(session, "round.minute.", minute.kind) + ": " + minute.text +
                       " (" + by + ")");
  }
}

std::string shown(const Session& session, const boost::json::value& value) {
  if (value.is_null()) return session.say("round.runs.nothing");
  return value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value);
}

std::string names_of(const std::vector<registry::RunCandidate>& candidates) {
  std::string all;
  for (const auto& one : candidates) {
    all += (all.empty() ? "" : "; ") + (one.name.empty() ? one.id : one.name);
  }
  return all;
}

/// What the run was made of, otherwise than the one before.
void print_other_inputs(const Session& session, const registry::RoundRun& run) {
  const auto line = [&](const std::string& text) { session.print_line("    " + text); };
  const auto& since = *run.since;
  if (since.same_inputs()) line(session.say("round.runs.same_inputs"));
  for (const auto& one : since.scenario) {
    line(session.say("round.runs.scenario", {{"part", one.part},
                                             {"before", shown(session, one.before)},
                                             {"after", shown(session, one.after)}}));
  }
  for (const auto& one : since.plugins) {
    const auto version = [&](const std::string& text) {
      return text.empty() ? session.say("round.runs.nothing") : text;
    };
    line(one.other_build
             ? session.say("round.runs.other_build", {{"plugin", one.id}, {"version", one.after}})
             : session.say("round.runs.plugin", {{"plugin", one.id},
                                                 {"before", version(one.before)},
                                                 {"after", version(one.after)}}));
  }
  if (since.other_day) line(session.say("round.runs.day", {{"as_of", run.as_of}}));
  const auto& totals = since.catalogue.totals;
  if (std::all_of(totals.begin(), totals.end(), [](auto count) { return count == 0; })) return;
  line(session.say("round.runs.catalogue", {{"added", std::to_string(totals[0])},
                                            {"changed", std::to_string(totals[1])},
                                            {"mapped", std::to_string(totals[2])},
                                            {"gone", std::to_string(totals[3])}}));
}

void print_run(const Session& session, const registry::RoundRun& run, std::size_t number) {
  session.print_line(std::to_string(number) + ". " + registry::utc_text(run.at) + "  " + run.by +
                     "  " + run.name + "  " + run.selection.text());
  session.print_line("    " +
                     session.say("round.runs.result." + run.status,
                                 {{"count", std::to_string(run.chosen.size())},
                                  {"score", run.score ? session.grouped(*run.score) : "-"}}));
  if (!run.since) return;
  print_other_inputs(session, run);
  if (!run.since->enter.empty()) {
    session.print_line("    " +
                       session.say("round.runs.enter", {{"names", names_of(run.since->enter)}}));
  }
  if (!run.since->leave.empty()) {
    session.print_line("    " +
                       session.say("round.runs.leave", {{"names", names_of(run.since->leave)}}));
  }
  if (run.since->points && *run.since->points != 0) {
    const std::string sign = *run.since->points > 0 ? "+" : "";
    session.print_line(
        "    " +
        session.say("round.runs.points", {{"points", sign + session.grouped(*run.since->points)}}));
  }
}

}  // namespace

void print_rounds(const Session& session, const std::vector<RoundEntry>& entries) {
  if (entries.empty()) return session.print_line(session.say("round.none"));
  Table table({session.say("round.column.id"), session.say("cli.column.name"),
               session.say("round.column.dates"), session.say("round.column.state"),
               session.say("round.column.snapshot"), ">" + session.say("round.column.missing")});
  for (const auto& entry : entries) {
    const auto& round = entry.round;
    const auto missing =
        std::count_if(round.products.begin(), round.products.end(),
                      [](const auto& product) { return product.document.empty(); });
    table.add({round.id.text(), shortened(round.name, 40), dates_of(round),
               word_of(session, "round.state.", round.state),
               round.frozen_revision ? shortened(round.snapshot, 30) : "-",
               std::to_string(missing)});
  }
  table.print(session.invocation.out);
}

void print_round(const Session& session, const RoundEntry& entry) {
  const auto& round = entry.round;
  session.print_line(round.id.text() + "  " + round.name + " (" +
                     word_of(session, "round.state.", round.state) + ")");
  session.print_line("  " + dates_of(round) + (round.place.empty() ? "" : ", " + round.place));
  if (round.follows) {
    session.print_line(
        "  " + session.say("round.follows", {{"name", name_of(session, entry, *round.follows)}}));
  }
  if (round.frozen_revision) {
    session.print_line("  " + session.say("round.frozen_as",
                                          {{"snapshot", round.snapshot},
                                           {"revision", std::to_string(*round.frozen_revision)}}));
  }
  for (const auto& item : round.agenda) session.print_line("  * " + item);
  print_products(session, entry);
  print_attendance(session, entry);
  if (!entry.not_recorded.empty() && round.state != catalogue::RoundState::kPlanned) {
    session.print_line("  " + session.say("round.not_recorded",
                                          {{"number", std::to_string(entry.not_recorded.size())},
                                           {"names", joined(entry.not_recorded)}}));
  }
  print_minutes(session, entry);
}

void print_runs(const Session& session, const registry::RoundRuns& runs) {
  if (runs.runs.empty())
    session.print_line(session.say("round.runs.none", {{"round", runs.round}}));
  if (runs.left_out > 0) {
    session.print_line(
        session.say("round.runs.left_out", {{"count", std::to_string(runs.left_out)}}));
  }
  std::size_t number = runs.left_out;
  for (const auto& run : runs.runs) print_run(session, run, ++number);
}

void print_comparison(const Session& session, const registry::RoundComparison& comparison) {
  const auto total = [&](registry::EntryFate fate) {
    return std::to_string(comparison.totals[static_cast<std::size_t>(fate)]);
  };
  session.print_line(session.say(
      "round.compared", {{"from", comparison.from},
                         {"to", comparison.to.empty() ? session.say("round.now") : comparison.to},
                         {"added", total(registry::EntryFate::kAdded)},
                         {"changed", total(registry::EntryFate::kChanged)},
                         {"mapped", total(registry::EntryFate::kMappedOtherwise)},
                         {"gone", total(registry::EntryFate::kGone)}}));
  for (const auto& one : comparison.differences) {
    std::string line =
        session.say("round.fate." +
                    std::string(registry::kEntryFates[static_cast<std::size_t>(one.fate)])) +
        ": " + one.name;
    if (!one.owner.empty()) line += " | " + one.owner;
    if (one.fate == registry::EntryFate::kMappedOtherwise) {
      line += " | " + joined(one.areas_before) + " -> " + joined(one.areas_after);
    }
    if (!one.fields.empty()) line += " | " + joined(one.fields);
    session.print_line("  " + line);
  }
}

}  // namespace pilah::cli
