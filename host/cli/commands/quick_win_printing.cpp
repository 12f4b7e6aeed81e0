#include "pilah/cli/commands/quick_win_printing.hpp"

#include <algorithm>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/cli/session.hpp"

namespace pilah::cli {
namespace {

using catalogue::Placing;

const std::string& name_of(const registry::QuickWinSetEntry& entry, const std::string& candidate) {
  const auto found = entry.candidates.find(candidate);
  return found == entry.candidates.end() ? candidate : found->second;
}

std::string cost_of(const Session& session, const catalogue::Formulation& formulation) {
  std::int64_t total = 0;
  bool is_known = !formulation.costs.empty();
  for (const auto& cost : formulation.costs) {
    is_known = is_known && cost.amount;
    total += cost.amount.value_or(catalogue::Rupiah{}).amount;
  }
  return is_known ? session.say("quick_win.rupiah", {{"amount", session.grouped(total)}})
                  : session.say("quick_win.cost_unknown");
}

void print_formulation(const Session& session, const registry::QuickWinSetEntry& entry,
                       const std::string& candidate) {
  const auto& all = entry.set.formulations;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const auto& each) { return each.candidate == candidate; });
  if (found == all.end()) {
    session.print_line("    " + session.say("quick_win.not_formulated_line"));
    return;
  }
  session.print_line("    " + session.say("quick_win.formulation_line",
                                          {{"name", found->name},
                                           {"lead", entry.organisations.at(found->lead)},
                                           {"cost", cost_of(session, *found)}}));
  session.print_line("    " + session.say("quick_win.output_line", {{"output", found->output}}));
}

void print_placed(const Session& session, const registry::QuickWinSetEntry& entry,
                  Placing placing) {
  bool is_first = true;
  for (const auto& placed : entry.set.candidates) {
    if (placed.placing != placing) continue;
    if (is_first) {
      session.print_line(
          session.say("quick_win.placing." + std::string(catalogue::name_of(placing))));
    }
    is_first = false;
    session.print_line("  - " + name_of(entry, placed.candidate) + ": " + placed.reason + "  " +
                       placed.candidate);
    if (placing == Placing::kQuickWin) print_formulation(session, entry, placed.candidate);
  }
}

void print_amendment(const Session& session, const registry::QuickWinSetEntry& entry) {
  if (entry.amended_by) {
    session.print_line(session.say("quick_win.amended_line", {{"by", entry.amended_by->text()}}));
  }
  if (!entry.set.amendment) return;
  const auto& amendment = *entry.set.amendment;
  session.print_line(session.say("quick_win.amends_line", {{"set", entry.set.amends->text()},
                                                           {"decree", amendment.decree},
                                                           {"reason", amendment.reason}}));
  for (const auto& id : amendment.left) {
    session.print_line("  " + session.say("quick_win.left_line", {{"name", name_of(entry, id)}}));
  }
  for (const auto& id : amendment.came) {
    session.print_line("  " + session.say("quick_win.came_line", {{"name", name_of(entry, id)}}));
  }
}

}  // namespace

void print_set_line(const Session& session, const registry::QuickWinSetEntry& entry) {
  const auto quick_wins =
      std::count_if(entry.set.candidates.begin(), entry.set.candidates.end(),
                    [](const auto& placed) { return placed.placing == Placing::kQuickWin; });
  session.print_line(
      entry.set.id.text() + "  " +
      session.say("quick_win.line", {{"name", entry.set.name},
                                     {"quick_wins", std::to_string(quick_wins)},
                                     {"candidates", std::to_string(entry.set.candidates.size())}}));
}

void print_set(const Session& session, const registry::QuickWinSetEntry& entry) {
  print_set_line(session, entry);
  print_amendment(session, entry);
  for (const auto placing :
       {Placing::kQuickWin, Placing::kMediumTerm, Placing::kLongTerm, Placing::kNotNow}) {
    print_placed(session, entry, placing);
  }
  print_signatories(session, entry, false);
}

void print_signatories(const Session& session, const registry::QuickWinSetEntry& entry,
                       bool only_unsigned) {
  std::int64_t missing = 0;
  for (std::size_t i = 0; i < entry.signatories.size(); ++i) {
    const auto& signatory = entry.set.signatories[i];
    const auto& signature = entry.signatories[i].signature;
    const auto office = [&](catalogue::Capacity capacity, const std::string& name) {
      return session.say("commitment.capacity." + std::string(catalogue::name_of(capacity))) + name;
    };
    if (!signature) {
      ++missing;
      session.print_line(session.say("commitment.unsigned_line",
                                     {{"name", entry.signatories[i].name},
                                      {"office", office(signatory.capacity, signatory.office)}}));
    } else if (!only_unsigned) {
      const std::string manner(catalogue::name_of(signature->manner));
      session.print_line(session.say("commitment.signed_line",
                                     {{"name", entry.signatories[i].name},
                                      {"office", office(signature->capacity, signature->office)},
                                      {"day", signature->signed_on.text()},
                                      {"manner", session.say("commitment.manner." + manner)}}));
    }
  }
  if (entry.signatories.empty()) {
    session.print_line(session.say("commitment.no_signatories"));
  } else if (missing == 0) {
    session.print_line(session.say("commitment.all_signed"));
  } else {
    session.print_line(
        session.say("commitment.unsigned_count", {{"count", session.grouped(missing)}}));
  }
}

}  // namespace pilah::cli
