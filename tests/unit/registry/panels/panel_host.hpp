// A region with three agencies, four verified entries, and people who judge them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/panels/judging.hpp"
#include "pilah/registry/panels/panels.hpp"
#include "pilah/registry/panels/results.hpp"
#include "pilah/registry/panels/scales.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/registry_data.hpp"
#include "support/temporary_folder.hpp"
#include "unit/registry/support/folder_host.hpp"
#include "unit/registry/support/refusal_of.hpp"

namespace pilah::tests {

class PanelHost {
 public:
  const catalogue::RegionCode region = *catalogue::RegionCode::parse("13.11");

  PanelHost() : host_(folder_.path()), environment(host_.environment()) {
    environment.scales = &scales_;
    put([&](store::Writer& writer) {
      catalogue::Region made;
      made.code = region;
      made.name = "Kabupaten Solok Selatan";
      writer.put_region(made);
    });
    for (const char* code : {"DINKES", "DLH", "BAPPEDA"}) {
      organisations.push_back(add_organisation(code));
    }
    entries = {add("Antrean", organisations[0]), add("Bank Sampah", organisations[1]),
               add("Nagari Sehat", organisations[0]), add("Taman Nagari", organisations[1])};
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
  catalogue::InnovationId add(const std::string& name, catalogue::OrganisationId owner) {
    catalogue::Innovation made;
    made.id = {environment.new_uuid()};
    made.region = region;
    made.name = name;
    made.owner = owner;
    made.status = catalogue::Status::kVerified;
    put([&](store::Writer& writer) { writer.put(made, "added"); });
    return made.id;
  }

  /// Ani of Dinas Kesehatan, Budi and Citra of none, on leverage alone.
  registry::NewPanel usual() const {
    registry::NewPanel asked;
    asked.name = "Panel ahli";
    asked.members = {
        {"Ani", "", organisations[0], ""}, {"Budi", "", {}, ""}, {"Citra", "", {}, ""}};
    asked.criteria = {"leverage"};
    return asked;
  }
  registry::PanelEntry open(const registry::NewPanel& asked) {
    return registry::open_panel(environment, insider(), region, asked);
  }
  /// Member number `member` gives `step` for entry number `entry`.
  void judge(const registry::PanelEntry& panel, std::size_t member, std::size_t entry,
             std::int32_t step, const std::string& criterion = "leverage") {
    registry::judge(environment, insider(), region, panel.panel.id,
                    {{entries[entry], criterion, catalogue::Step{step}, ""}},
                    panel.members[member].person);
  }
  registry::PanelEntry now(const registry::PanelEntry& panel) {
    return registry::panel(environment, insider(), region, panel.panel.id);
  }
  registry::PanelEntry close(const registry::PanelEntry& panel) {
    return registry::close_panel(environment, insider(), region, panel.panel.id,
                                 now(panel).revision);
  }
  std::int64_t revision() {
    std::int64_t revision = 0;
    environment.store.read([&](store::Reader& reader) { revision = reader.revision(region); });
    return revision;
  }

  std::vector<catalogue::OrganisationId> organisations;
  std::vector<catalogue::InnovationId> entries;

 private:
  TemporaryFolder folder_;
  FolderHost host_;
  registry::Scales scales_ = registry::Scales::read(registry_data("scales.json"));

 public:
  registry::Environment environment;
};

}  // namespace pilah::tests
