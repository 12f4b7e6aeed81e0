#include "pilah/registry/documents/team.hpp"

#include <string>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/json.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

/// Nothing is said where nothing is known.
void add(json::object& document, const char* key, const std::string& text) {
  if (!text.empty()) document[key] = text;
}

json::array members_document(const TeamEntry& entry) {
  json::array all;
  for (std::size_t i = 0; i < entry.members.size(); ++i) {
    auto one = std::move(catalogue::to_json(entry.team.members[i]).as_object());
    add(one, "name", entry.members[i].name);
    add(one, "organisation_name", entry.members[i].organisation);
    all.push_back(std::move(one));
  }
  return all;
}

json::array decrees_of(const TeamEntry& entry) {
  json::array all;
  for (const auto& decree : entry.decrees) {
    all.push_back(
        {{"id", decree.id.text()}, {"number", decree.number}, {"state", name_of(decree.state)}});
  }
  return all;
}

template <class Entry>
json::array all_of(const std::vector<Entry>& entries, json::object (*document_of)(const Entry&)) {
  json::array all;
  for (const auto& entry : entries) all.push_back(document_of(entry));
  return all;
}

}  // namespace

json::object team_document(const TeamEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.team).as_object());
  if (!entry.members.empty()) document["members"] = members_document(entry);
  document["decrees"] = decrees_of(entry);
  document["counts"] = !entry.why_not;
  if (entry.innovations) document["innovations"] = *entry.innovations;
  document["revision"] = entry.revision;
  return document;
}

json::array teams_document(const std::vector<TeamEntry>& entries) {
  return all_of(entries, team_document);
}

json::object decree_document(const DecreeEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.decree).as_object());
  add(document, "signed_by_name", entry.signed_by);
  document["state"] = name_of(entry.state);
  if (entry.replaced_by) document["replaced_by"] = entry.replaced_by->text();
  json::array teams;
  for (const auto& team : entry.teams) {
    teams.push_back(
        {{"id", team.id.text()}, {"kind", catalogue::name_of(team.kind)}, {"name", team.name}});
  }
  document["teams"] = std::move(teams);
  document["revision"] = entry.revision;
  return document;
}

json::array decrees_document(const std::vector<DecreeEntry>& entries) {
  return all_of(entries, decree_document);
}

json::object duty_document(const DutyEntry& entry) {
  auto document = std::move(catalogue::to_json(entry.duty).as_object());
  add(document, "team_name", entry.team);
  add(document, "person_name", entry.person);
  add(document, "done_by_name", entry.done_by);
  document["late"] = entry.late;
  document["own"] = entry.own;
  document["revision"] = entry.revision;
  return document;
}

json::array duties_document(const std::vector<DutyEntry>& entries) {
  return all_of(entries, duty_document);
}

}  // namespace pilah::registry
