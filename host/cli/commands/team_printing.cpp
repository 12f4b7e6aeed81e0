#include "pilah/cli/commands/team_printing.hpp"

#include <string>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/cli/session.hpp"

namespace pilah::cli {
namespace {

std::string kind_of(const Session& session, catalogue::TeamKind kind) {
  return session.say("team.kind." + std::string(catalogue::name_of(kind)));
}

std::string state_of(const Session& session, registry::DecreeState state) {
  return session.say("decree.state." + std::string(name_of(state)));
}

std::string or_nobody(const Session& session, const std::string& name) {
  return name.empty() ? session.say("team.nameless") : name;
}

}  // namespace

void print_team_line(const Session& session, const registry::TeamEntry& entry) {
  const auto& team = entry.team;
  std::string line = team.id.text() + "  " + team.name + " | " + kind_of(session, team.kind);
  if (!team.dimension.empty()) line += " | " + team.dimension;
  if (entry.innovations) {
    line +=
        " | " + session.say("team.innovations", {{"count", session.grouped(*entry.innovations)}});
  }
  session.print_line(line);
}

void print_team(const Session& session, const registry::TeamEntry& entry) {
  print_team_line(session, entry);
  for (const auto& decree : entry.decrees) {
    session.print_line(
        "  " + session.say("team.decree_line", {{"number", decree.number},
                                                {"state", state_of(session, decree.state)}}));
  }
  if (entry.why_not) session.print_line("  ! " + session.say(*entry.why_not));
  for (std::size_t i = 0; i < entry.members.size(); ++i) {
    const auto& member = entry.team.members[i];
    const auto& organisation = entry.members[i].organisation;
    session.print_line("  - " + or_nobody(session, entry.members[i].name) +
                       (organisation.empty() ? "" : " (" + organisation + ")") +
                       (member.duty.empty() ? "" : ", " + member.duty) +
                       (member.account ? "" : "  " + session.say("team.no_account")));
  }
}

void print_decree(const Session& session, const registry::DecreeEntry& entry) {
  const auto& decree = entry.decree;
  session.print_line(decree.id.text() + "  " + decree.number + " (" +
                     state_of(session, entry.state) + ")" +
                     (decree.subject.empty() ? "" : ": " + decree.subject));
  session.print_line(
      "  " + session.say("decree.signed_line", {{"day", decree.signed_on.text()},
                                                {"name", or_nobody(session, entry.signed_by)},
                                                {"office", decree.office}}));
  session.print_line(
      "  " + session.say("decree.term_line",
                         {{"from", decree.from.text()},
                          {"to", decree.to ? decree.to->text() : session.say("decree.open_end")}}));
  if (decree.file) {
    session.print_line("  " + session.say("decree.file_line", {{"file", decree.file->file_name}}));
  }
  for (const auto& team : entry.teams) {
    session.print_line("  - " + team.name + " | " + kind_of(session, team.kind));
  }
}

void print_duty(const Session& session, const registry::DutyEntry& entry) {
  const auto& duty = entry.duty;
  std::string whose = entry.team;
  if (duty.person) whose = or_nobody(session, entry.person) + ", " + whose;
  const char* const kind = duty.done_on ? "duty.done_line"
                           : entry.late ? "duty.late_line"
                                        : "duty.open_line";
  session.print_line(
      duty.id.text() + "  " +
      session.say(kind, {{"text", duty.text},
                         {"whose", whose},
                         {"due", duty.due.text()},
                         {"day", duty.done_on ? duty.done_on->text() : ""},
                         {"by", duty.done_by ? or_nobody(session, entry.done_by) : ""}}));
}

}  // namespace pilah::cli
