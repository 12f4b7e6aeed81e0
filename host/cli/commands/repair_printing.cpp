#include "pilah/cli/commands/repair_printing.hpp"

#include <optional>

#include "pilah/cli/commands/choice_printing.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"

namespace pilah::cli {

void print_repair(const Session& session, const registry::SelectionEntry& entry,
                  const registry::SetRepair& repair) {
  constexpr std::size_t kName = 44;  // code points
  session.print_line(session.say("cli.repair.title", {{"name", entry.selection.name},
                                                      {"leaving", names(repair.leaving, kName)}}));
  print_said(session, repair.said);
  if (!repair.replaced && !repair.changed) return;
  Table table({"  ", ">" + session.say("cli.robust.cost"), ">" + session.say("cli.robust.points"),
               session.say("cli.robust.enter"), session.say("cli.robust.leave")});
  const auto add = [&](const std::optional<registry::OtherSet>& set, const std::string& title) {
    if (!set) return;
    table.add({"  " + title, rupiah(set->cost, session), session.grouped(set->points),
               names(set->exchange.enter, kName), names(set->exchange.leave, kName)});
  };
  add(repair.replaced, session.say("cli.repair.replaced"));
  add(repair.changed,
      session.say("cli.repair.changed", {{"changes", std::to_string(repair.changes)}}));
  session.print_line("");
  session.print_line(session.say("cli.repair.table"));
  table.print(session.invocation.out);
}

}  // namespace pilah::cli
