#include "pilah/cli/commands/team_arguments.hpp"

#include <optional>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/words.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

using catalogue::Refusal;
using catalogue::RefusalKind;

[[noreturn]] void refuse(const char* kind,
                         std::vector<std::pair<std::string, std::string>> arguments) {
  throw Refusal(RefusalKind::kInvalid, catalogue::Message{kind, std::move(arguments), ""});
}

}  // namespace

Asked asked_in(const Session& session, const registry::Environment& environment) {
  return {environment, session.caller(), registry::chosen_region(environment, session.region)};
}

registry::TeamEntry team_of_argument(const Asked& asked, const std::string& text) {
  if (const auto id = catalogue::TeamId::parse(text)) {
    return registry::team(asked.environment, asked.caller, asked.region, *id);
  }
  const std::string wanted = catalogue::plain_words(text);
  std::optional<registry::TeamEntry> found;
  for (auto& entry : registry::teams(asked.environment, asked.caller, asked.region)) {
    if (catalogue::plain_words(entry.team.name) != wanted) continue;
    if (found) refuse("team.several_named", {{"name", text}});
    found = std::move(entry);
  }
  if (!found) refuse("team.none_named", {{"name", text}});
  return *std::move(found);
}

catalogue::PersonId member_of_argument(const registry::TeamEntry& team, const std::string& text) {
  std::string known;
  for (std::size_t i = 0; i < team.members.size(); ++i) {
    const auto& person = team.team.members[i].person;
    if (team.members[i].name == text || person.text() == text) return person;
    known += (known.empty() ? "" : ", ") + team.members[i].name;
  }
  refuse("team.none_of_that_name",
         {{"name", text}, {"team", team.team.name}, {"known", known.empty() ? "-" : known}});
}

registry::DecreeEntry decree_of_argument(const Asked& asked, const std::string& text) {
  if (const auto id = catalogue::DecreeId::parse(text)) {
    return registry::decree(asked.environment, asked.caller, asked.region, *id);
  }
  const std::string wanted = catalogue::plain_words(text);
  for (auto& entry : registry::decrees(asked.environment, asked.caller, asked.region)) {
    if (catalogue::plain_words(entry.decree.number) == wanted) return std::move(entry);
  }
  refuse("decree.none_numbered", {{"number", text}});
}

catalogue::PartialDate date_of_argument(const std::string& text) {
  if (const auto date = catalogue::PartialDate::parse(text)) return *date;
  refuse("team.no_date", {{"found", text}});
}

}  // namespace pilah::cli
