// A region with two agencies, four entries, and people who have accounts. Its day can be moved.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/sign_in.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/registry/teams/decrees.hpp"
#include "pilah/registry/teams/duties.hpp"
#include "pilah/registry/teams/teams.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "support/callers.hpp"
#include "support/temporary_folder.hpp"
#include "unit/registry/support/folder_host.hpp"
#include "unit/registry/support/refusal_of.hpp"

namespace pilah::tests {

inline catalogue::PartialDate day(const char* text) { return *catalogue::PartialDate::parse(text); }

class TeamHost {
 public:
  const catalogue::RegionCode region = *catalogue::RegionCode::parse("62.02");

  TeamHost() : host_(folder_.path()), environment(host_.environment()) {
    environment.index = &index_;
    environment.today = [this] { return today; };
    put([&](store::Writer& writer) {
      catalogue::Region made;
      made.code = region;
      made.name = "Kabupaten Kotawaringin Timur";
      writer.put_region(made);
    });
    health = add_organisation("DINKES");
    clean = add_organisation("DLH");
    posyandu = add("Posyandu", {{"health", true}});
    clinic = add("Klinik Sampah", {{"health", true}, {"waste", true}});
    waste = add("Bank Sampah", {{"waste", true}});
    suggested = add("Antrean", {{"health", false}});
    for (const char* login : {"ani", "budi", "citra"}) {
      registry::add_account(
          environment, insider(),
          {login, "Nama " + std::string(login), "", {{catalogue::Role::kReader, region, {}}}});
    }
  }

  void put(const std::function<void(store::Writer&)>& change) {
    environment.store.write({"test"}, change);
  }
  catalogue::OrganisationId add_organisation(const std::string& code) {
    catalogue::Organisation made;
    made.id = {environment.new_uuid()};
    made.region = region;
    made.code = code;
    made.name = "Dinas " + code;
    put([&](store::Writer& writer) { writer.put(made, "added"); });
    return made.id;
  }
  /// A draft of Dinas Kesehatan with those areas, the first of them primary; true: confirmed.
  catalogue::InnovationId add(const std::string& name,
                              const std::vector<std::pair<const char*, bool>>& areas) {
    catalogue::Innovation made;
    made.id = {environment.new_uuid()};
    made.region = region;
    made.name = name;
    made.owner = health;
    for (const auto& [area, confirmed] : areas) {
      catalogue::AreaMapping mapping;
      mapping.area = area;
      mapping.primary = made.mappings.empty();
      mapping.confirmed = confirmed;
      made.mappings.push_back(mapping);
    }
    put([&](store::Writer& writer) { writer.put(made, "added"); });
    return made.id;
  }

  /// From 2026-01-01 to 2026-12-31 unless it is said otherwise.
  registry::NewDecree decree(const std::string& number) const {
    registry::NewDecree asked;
    asked.number = number;
    asked.subject = "Smart City";
    asked.signed_on = day("2025-12-20");
    asked.signed_by = "Halikinnor";
    asked.office = "Bupati";
    asked.from = day("2026-01-01");
    asked.to = day("2026-12-31");
    return asked;
  }
  registry::DecreeEntry note(const registry::NewDecree& asked) {
    return registry::add_decree(environment, insider(), region, asked);
  }
  registry::DecreeEntry note(const std::string& number) { return note(decree(number)); }

  /// Of that kind, on that decree; a working group is Smart Living's.
  registry::TeamEntry set_up(catalogue::TeamKind kind, const registry::DecreeEntry& decree,
                             const std::vector<const char*>& logins = {}) {
    registry::NewTeam asked;
    asked.kind = kind;
    asked.name = "Tim";
    asked.decree = decree.decree.id;
    if (kind == catalogue::TeamKind::kWorkingGroup) asked.dimension = "smart-living";
    for (const char* login : logins) {
      registry::NewTeamMember member;
      member.account = login;
      asked.members.push_back(member);
    }
    return registry::add_team(environment, insider(), region, asked);
  }
  registry::TeamEntry now(const registry::TeamEntry& team) {
    return registry::team(environment, insider(), region, team.team.id);
  }
  registry::DutyEntry give(const registry::TeamEntry& team, const char* due,
                           std::optional<catalogue::PersonId> person = {}) {
    return registry::add_duty(environment, insider(), region,
                              {"Menyusun peta jalan", team.team.id, person, day(due)});
  }
  registry::Caller as(const std::string& login) {
    return registry::on_behalf_of(environment, insider(), login);
  }
  std::int64_t revision() {
    std::int64_t revision = 0;
    environment.store.read([&](store::Reader& reader) { revision = reader.revision(region); });
    return revision;
  }

  std::string today = "2026-06-15";
  catalogue::OrganisationId health, clean;
  catalogue::InnovationId posyandu, clinic, waste, suggested;

 private:
  TemporaryFolder folder_;
  FolderHost host_;
  registry::CatalogueIndex index_{host_.environment().store, host_.environment().lexicon.stemming(),
                                  host_.environment().taxonomy,
                                  registry::CatalogueIndex::Building::kWhenAsked};

 public:
  registry::Environment environment;
};

}  // namespace pilah::tests
