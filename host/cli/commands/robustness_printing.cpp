#include "pilah/cli/commands/robustness_printing.hpp"

#include <algorithm>
#include <ostream>

#include <boost/json.hpp>

#include "pilah/cli/commands/choice_printing.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"

namespace pilah::cli {
namespace {

constexpr std::size_t kName = 44;       // code points of a candidate's name
constexpr std::size_t kShortName = 26;  // where several stand in one cell
constexpr std::size_t kRanked = 20;     // candidates of the cross-check

class Printing {
 public:
  Printing(const Session& session, const registry::Robustness& told)
      : session_(session), told_(told) {}

  void sentences() const {
    part("weights", told_.weights.said);
    part("acceptability", told_.acceptability.said);
    part("budget", told_.budget.said);
    part("nearly", told_.best.said);
    print_said(session_, told_.different.said);
    part("contributions", told_.contributions.said);
    part("rankings", told_.rankings.said);
  }

  void tables() const {
    weights();
    acceptability();
    budget();
    best();
    contributions();
    rankings();
  }

 private:
  std::string say(const std::string& kind, Session::Arguments arguments = {}) const {
    return session_.say("cli.robust." + kind, arguments);
  }

  void part(const char* title, const registry::Said& said) const {
    session_.print_line(say(title));
    print_said(session_, said);
  }

  void print(const std::string& title, const Table& table) const {
    session_.print_line("");
    session_.print_line(title);
    table.print(session_.invocation.out);
  }

  std::string title_of(const registry::StoredChoice::Criterion& criterion) const {
    const char* key = session_.language() == catalogue::Language::kEnglish ? "en" : "id";
    return std::string(criterion.title.at(key).as_string());
  }
  static std::string name_of(const boost::json::object& candidate, std::size_t width = kName) {
    return shortened(std::string(candidate.at("name").as_string()), width);
  }
  static std::string mark(bool chosen) { return chosen ? "* " : "  "; }

  std::string exchange(const std::optional<registry::Exchange>& of) const {
    if (!of) return "-";
    return names(of->enter, kShortName) + " / " + names(of->leave, kShortName);
  }

  void weights() const {
    if (told_.weights.criteria.empty()) return;
    Table table({"  " + session_.say("cli.column.criterion"), ">" + say("now"), ">" + say("from"),
                 ">" + say("to"), say("beyond_below"), say("beyond_above")});
    for (const auto& [criterion, share, range] : told_.weights.criteria) {
      table.add({"  " + title_of(criterion), percent(share, session_),
                 range ? percent(range->least_share, session_) : "?",
                 range ? percent(range->most_share, session_) : "?",
                 exchange(range ? range->below : std::nullopt),
                 exchange(range ? range->above : std::nullopt)});
    }
    print(say("weights_table"), table);
  }

  /// The criterion that those who would choose it weigh the most above the mean.
  std::string favoured(const registry::Accepted& one) const {
    if (one.times == 0 || one.times == told_.acceptability.samples) return "-";
    const auto& central = one.central_weights;
    const auto most = std::ranges::max_element(central);
    const auto& criterion =
        told_.acceptability.criteria[static_cast<std::size_t>(most - central.begin())];
    return title_of(criterion) + " " + percent(*most, session_);
  }

  void acceptability() const {
    const auto& part = told_.acceptability;
    if (part.samples == 0) return;
    const auto mean = 1'000'000 / static_cast<std::int64_t>(part.criteria.size());
    Table table({"  " + session_.say("cli.column.candidate"), ">" + say("in_under"),
                 say("favoured", {{"mean", percent(mean, session_)}})});
    for (const auto& one : part.candidates) {
      if (one.times == 0 && !one.chosen) continue;
      const auto share = static_cast<std::int64_t>(one.times) * 1'000'000 / part.samples;
      table.add(
          {mark(one.chosen) + name_of(one.candidate), percent(share, session_), favoured(one)});
    }
    print(say("acceptability_table"), table);
  }

  std::vector<std::string> row(const registry::OtherSet& set, const std::string& first) const {
    return {first, rupiah(set.cost, session_), session_.grouped(set.points),
            names(set.exchange.enter, kShortName), names(set.exchange.leave, kShortName)};
  }

  Table table_of_sets(const std::string& first) const {
    return Table({first, ">" + say("cost"), ">" + say("points"), say("enter"), say("leave")});
  }

  void budget() const {
    if (told_.budget.points.empty()) return;
    Table table = table_of_sets("  ");
    for (const auto& point : told_.budget.points) table.add(row(point.set, mark(point.chosen)));
    print(say("budget_table"), table);
  }

  void best() const {
    if (told_.best.sets.size() < 2) return;
    Table table = table_of_sets("  " + say("place"));
    for (std::size_t i = 0; i < told_.best.sets.size(); ++i) {
      table.add(row(told_.best.sets[i], mark(i == 0) + std::to_string(i + 1)));
    }
    print(say("best_table"), table);
  }

  void contributions() const {
    if (told_.contributions.members.empty()) return;
    Table table({"  " + session_.say("cli.column.candidate"), ">" + say("score"),
                 ">" + say("contributes")});
    for (const auto& member : told_.contributions.members) {
      table.add({"  " + name_of(member.candidate), decimal(member.score, session_),
                 session_.grouped(member.points)});
    }
    print(say("contributions_table"), table);
  }

  void rankings() const {
    const auto& part = told_.rankings;
    if (part.candidates.empty()) return;
    Table table({"  " + session_.say("cli.column.candidate"), ">" + say("score"), ">" + say("ours"),
                 ">TOPSIS", ">VIKOR", ">PROMETHEE II", ">SPOTIS"});
    std::size_t shown = 0;
    for (const auto& one : part.candidates) {
      if (shown++ >= kRanked && !one.chosen) continue;
      table.add({mark(one.chosen) + name_of(one.candidate), decimal(one.score, session_),
                 std::to_string(one.place), std::to_string(one.topsis), std::to_string(one.vikor),
                 std::to_string(one.promethee), std::to_string(one.spotis)});
    }
    print(say("rankings_table"), table);
  }

  const Session& session_;
  const registry::Robustness& told_;
};

}  // namespace

void print_robustness(const Session& session, const registry::SelectionEntry& entry,
                      const registry::Robustness& robustness) {
  session.print_line(session.say(
      "cli.robust.title", {{"name", entry.selection.name}, {"id", entry.selection.id.text()}}));
  session.print_line("");
  const Printing printing(session, robustness);
  printing.sentences();
  printing.tables();
}

}  // namespace pilah::cli
