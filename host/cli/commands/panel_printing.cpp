#include "pilah/cli/commands/panel_printing.hpp"

#include <algorithm>
#include <cstdio>
#include <sstream>

#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"

namespace pilah::cli {
namespace {

constexpr std::size_t kNameWidth = 48;

const std::string& in_language(const Session& session, const catalogue::Wording& wording) {
  return session.language() == catalogue::Language::kIndonesian ? wording.id : wording.en;
}

const catalogue::Wording& title_of(const catalogue::Panel& panel, const std::string& key) {
  return std::find_if(panel.criteria.begin(), panel.criteria.end(),
                      [&](const auto& each) { return each.key == key; })
      ->title;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string decimal(std::int64_t millionths) {
  char text[16];
  std::snprintf(text, sizeof text, "%.3f", static_cast<double>(millionths) / 1e6);
  return text;
}

std::string median_of(const registry::JudgedCriterion& judged) {
  if (!judged.median) return "-";
  return std::to_string(*judged.median / 2) + (*judged.median % 2 == 1 ? ".5" : "");
}

std::string scores_of(const registry::JudgedCriterion& judged) {
  std::string text;
  for (const auto& score : judged.scores) {
    text += (text.empty() ? "" : ", ") + score.name + " " + std::to_string(score.step.value);
    if (!score.note.empty()) text += " (" + score.note + ")";
  }
  return text;
}

void print_agreement(const Session& session, const registry::PanelResults& results) {
  session.print_line(session.say("panel.agreement"));
  for (const auto& each : results.agreement) {
    session.print_line(
        session.say("panel.agreement_line",
                    {{"criterion", in_language(session, title_of(results.panel, each.criterion))},
                     {"alpha", each.alpha ? decimal(*each.alpha) : "-"},
                     {"level", session.say(std::string("panel.level.") + name_of(each.level))}}));
  }
}

void print_medians(const Session& session, const registry::PanelResults& results) {
  session.print_line(session.say("panel.medians"));
  std::vector<std::string> headings{session.say("panel.heading.entry")};
  for (const auto& criterion : results.panel.criteria) headings.push_back(">" + criterion.key);
  Table table(std::move(headings));
  for (const auto& entry : results.entries) {
    std::vector<std::string> cells{shortened(entry.name, kNameWidth)};
    for (const auto& criterion : entry.criteria) cells.push_back(median_of(criterion));
    table.add(std::move(cells));
  }
  std::ostringstream text;
  table.print(text);
  session.print_line(text.str());
}

void print_far_apart(const Session& session, const registry::PanelResults& results) {
  bool is_first = true;
  for (const auto& entry : results.entries) {
    for (const auto& criterion : entry.criteria) {
      if (!criterion.far_apart) continue;
      if (is_first) session.print_line(session.say("panel.far_apart"));
      is_first = false;
      session.print_line(session.say(
          "panel.far_apart_line",
          {{"entry", entry.name},
           {"criterion", in_language(session, title_of(results.panel, criterion.criterion))},
           {"scores", scores_of(criterion)}}));
    }
  }
}

}  // namespace

void print_scales(const Session& session, const std::vector<catalogue::PanelCriterion>& criteria) {
  for (const auto& criterion : criteria) {
    session.print_line(criterion.key + ": " + in_language(session, criterion.title));
    for (std::size_t step = 0; step < criterion.steps.size(); ++step) {
      session.print_line("  " + std::to_string(step) + "  " +
                         in_language(session, criterion.steps[step]));
    }
  }
}

void print_panel(const Session& session, const registry::PanelEntry& entry) {
  const auto& panel = entry.panel;
  const auto state = panel.closed_on
                         ? session.say("panel.is_closed", {{"date", panel.closed_on->text()}})
                         : session.say("panel.is_open");
  session.print_line(
      panel.id.text() + "  " +
      session.say("panel.line", {{"name", panel.name},
                                 {"state", state},
                                 {"entries", std::to_string(panel.entries.size())},
                                 {"criteria", std::to_string(panel.criteria.size())}}));
  for (const auto& member : entry.members) {
    const auto of = member.organisation.empty() ? "" : " (" + member.organisation + ")";
    session.print_line(
        "  " + session.say("panel.member_line", {{"name", member.name + of},
                                                 {"given", session.grouped(member.given)},
                                                 {"wanted", session.grouped(member.wanted)}}));
  }
}

void print_sheet(const Session& session, const registry::Sheet& sheet, bool whole) {
  std::int64_t given = 0;
  std::int64_t missing = 0;
  for (const auto& entry : sheet.entries) {
    given += static_cast<std::int64_t>(entry.given.size());
    missing += static_cast<std::int64_t>(entry.missing.size());
    if (!whole) continue;
    std::string scores;
    for (const auto& score : entry.given) {
      scores += " " + score.criterion + "=" + std::to_string(score.step.value);
    }
    for (const auto& criterion : entry.missing) scores += " " + criterion + "=?";
    session.print_line(entry.id.text() + "  " + shortened(entry.name, kNameWidth) +
                       (entry.own ? "  " + session.say("panel.own_line") : scores));
  }
  session.print_line(session.say(
      "panel.given", {{"given", session.grouped(given)}, {"missing", session.grouped(missing)}}));
}

void print_missing(const Session& session, const std::vector<registry::MissingScores>& missing) {
  if (missing.empty()) {
    session.print_line(session.say("panel.nothing_missing"));
    return;
  }
  session.print_line(
      session.say("panel.missing_count",
                  {{"count", session.grouped(static_cast<std::int64_t>(missing.size()))}}));
  for (const auto& each : missing) {
    session.print_line(session.say(
        "panel.missing_line",
        {{"name", each.name}, {"entry", each.entry}, {"criteria", joined(each.criteria)}}));
  }
}

void print_results(const Session& session, const registry::PanelResults& results) {
  print_agreement(session, results);
  print_medians(session, results);
  print_far_apart(session, results);
  print_missing(session, results.missing);
}

}  // namespace pilah::cli
