#include "pilah/cli/commands/innovation_table.hpp"

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/people/organisations.hpp"

namespace pilah::cli {

using catalogue::Innovation;

namespace {

std::string primary_area(const Innovation& innovation) {
  const auto* mapping = catalogue::primary_mapping(innovation);
  if (!mapping) return "-";
  return mapping->confirmed ? mapping->area : mapping->area + "?";
}

}  // namespace

InnovationTable::InnovationTable(const Session& session, const registry::Environment& environment,
                                 const catalogue::RegionCode& region)
    : session_(session),
      table_({"id", session.say("cli.column.name"), session.say("cli.column.owner"),
              session.say("cli.column.area"), session.say("cli.column.status")}) {
  for (const auto& entry : registry::organisations(environment, session.caller(), region)) {
    owner_codes_.emplace(entry.organisation.id.text(), entry.organisation.code);
  }
}

std::string InnovationTable::owner(const std::string& id) const {
  const auto code = owner_codes_.find(id);
  return code == owner_codes_.end() ? "-" : code->second;
}

void InnovationTable::add(const registry::InnovationList::Entry& entry) {
  const auto innovation = catalogue::from_json<Innovation>(catalogue::parse_json(entry.document));
  table_.add({innovation.id.text(), shortened(innovation.name, 48),
              innovation.owner ? shortened(owner(innovation.owner->text()), 20) : "-",
              primary_area(innovation), std::string(catalogue::name_of(innovation.status))});
  is_empty_ = false;
}

void InnovationTable::print() const { table_.print(session_.invocation.out); }

}  // namespace pilah::cli
