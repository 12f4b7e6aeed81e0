// A region with a selection of four entries, of which the first two were chosen.
#pragma once

#include <string>

#include <boost/json.hpp>

#include "pilah/catalogue/choice.hpp"
#include "pilah/registry/quick_wins/adoption.hpp"
#include "pilah/registry/quick_wins/amendment.hpp"
#include "pilah/registry/quick_wins/commitment.hpp"
#include "pilah/registry/quick_wins/formulation.hpp"
#include "unit/registry/panels/panel_host.hpp"

namespace pilah::tests {

class QuickWinHost : public PanelHost {
 public:
  QuickWinHost() : selection(select({true, true, false, false})) {}

  catalogue::SelectionId select(const std::vector<bool>& chosen) {
    boost::json::array candidates;
    boost::json::array selected;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      candidates.push_back(boost::json::object{{"id", id(i)},
                                               {"name", "Calon " + std::to_string(i)},
                                               {"kind", "entry"},
                                               {"chosen", static_cast<bool>(chosen[i])}});
      if (chosen[i]) selected.push_back(boost::json::string(id(i)));
    }
    catalogue::SelectionRecord record;
    record.id = {environment.new_uuid()};
    record.region = region;
    record.name = "Dua quick win";
    record.result = {{"candidates", std::move(candidates)}, {"selected", nullptr}};
    if (!selected.empty()) record.result["selected"] = std::move(selected);
    put([&](store::Writer& writer) { writer.put(record, "selected"); });
    return record.id;
  }
  std::string id(std::size_t entry) const { return entries[entry].text(); }

  registry::Adoption usual() const {
    registry::Adoption adoption;
    adoption.name = "Quick win 2026";
    adoption.selection = selection;
    adoption.chosen_reason = "terpilih";
    adoption.rest = registry::UsualPlacing{catalogue::Placing::kNotNow, "belum siap"};
    return adoption;
  }
  registry::QuickWinSetEntry adopt(const registry::Adoption& adoption) {
    return registry::adopt(environment, insider(), region, adoption);
  }
  registry::QuickWinSetEntry adopt() { return adopt(usual()); }
  registry::QuickWinSetEntry now(const registry::QuickWinSetEntry& entry) {
    return registry::quick_win_set(environment, insider(), region, entry.set.id);
  }

  catalogue::Formulation formulation(std::size_t entry) const {
    catalogue::Formulation made;
    made.candidate = id(entry);
    made.name = "Antrean Daring Kabupaten";
    made.programme = "Semua puskesmas memakai satu antrean.";
    made.output = "16 puskesmas";
    made.lead = organisations[0];
    return made;
  }
  registry::QuickWinSetEntry formulate(const registry::QuickWinSetEntry& entry,
                                       const catalogue::Formulation& formulation) {
    return registry::formulate(environment, insider(), region, entry.set.id, formulation,
                               now(entry).revision);
  }
  /// Adopted, both quick wins formulated, with a regent and an acting head to sign.
  registry::QuickWinSetEntry ready() {
    const auto entry = adopt();
    formulate(entry, formulation(0));
    formulate(entry, formulation(1));
    return registry::add_signatories(
        environment, insider(), region, entry.set.id,
        {{"Ani", "Bupati", catalogue::Capacity::kDefinitif, {}},
         {"Budi", "Kepala Dinas Kesehatan", catalogue::Capacity::kPlt, organisations[0]}},
        now(entry).revision);
  }
  registry::NewSignature signature(const registry::QuickWinSetEntry& entry,
                                   std::size_t signatory) const {
    registry::NewSignature made;
    made.person = entry.set.signatories[signatory].person;
    made.signed_on = *catalogue::PartialDate::parse("2026-01-30");
    return made;
  }
  registry::QuickWinSetEntry sign(const registry::QuickWinSetEntry& entry, std::size_t signatory) {
    return registry::sign(environment, insider(), region, entry.set.id, signature(entry, signatory),
                          now(entry).revision);
  }
  /// The second quick win leaves for the third entry.
  registry::NewAmendment change() const {
    registry::NewAmendment amendment;
    amendment.reason = "Kementerian mengambil alih";
    amendment.decree = "SK 12/2026";
    amendment.candidates = {{id(1), catalogue::Placing::kNotNow, "sudah program pusat"},
                            {id(2), catalogue::Placing::kQuickWin, "siap lebih dulu"}};
    return amendment;
  }
  registry::QuickWinSetEntry amend(const registry::QuickWinSetEntry& entry,
                                   const registry::NewAmendment& amendment) {
    return registry::amend(environment, insider(), region, entry.set.id, amendment,
                           now(entry).revision);
  }

  const catalogue::SelectionId selection;
};

}  // namespace pilah::tests
