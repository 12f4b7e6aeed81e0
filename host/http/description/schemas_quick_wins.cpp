// Quick-win sets: adopted, formulated, signed, amended.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/quick_win_set.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/quick_wins/adoption.hpp"
#include "pilah/registry/quick_wins/amendment.hpp"
#include "pilah/registry/quick_wins/commitment.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema a_name() { return text("Antrean RSUD Tanpa Menunggu"); }
Schema an_agency() { return text("Dinas Kesehatan"); }

Schema signature() {
  return object({{"id", uuid()},
                 {"set", uuid()},
                 {"set_revision", count(57)},
                 {"office", text(text_example("office"))},
                 {"capacity", word_of<catalogue::Capacity>()},
                 {"manner", word_of<catalogue::SigningManner>()},
                 {"signed_on", date()},
                 maybe("scan", of_record<catalogue::Evidence>())});
}

}  // namespace

void add_quick_win_schemas(boost::json::object& all) {
  const Schema placed = with(of_record<catalogue::PlacedCandidate>(), {{"name", a_name()}});
  const Schema formulation =
      with(of_record<catalogue::Formulation>(), {{"candidate_name", a_name()},
                                                 {"lead_name", an_agency()},
                                                 {"supporter_names", list(an_agency())},
                                                 maybe("total", count(320'000'000))});
  const Schema signatory =
      with(of_record<catalogue::Signatory>(), {{"name", text("Siti Aminah")},
                                               maybe("organisation_name", an_agency()),
                                               maybe("signature", signature())});
  all["QuickWinSet"] =
      with(of_record<catalogue::QuickWinSet>(), {{"selection_name", text("Delapan quick win")},
                                                 {"candidates", list(placed)},
                                                 {"formulations", list(formulation)},
                                                 {"signatories", list(signatory)},
                                                 {"unsigned", count(3)},
                                                 maybe("amended_by", uuid()),
                                                 {"revision", count(57)}});
  all["QuickWinSetList"] = object({{"quick_win_sets", list(named("QuickWinSet"))}});
  all["Adoption"] = input(of_record<registry::Adoption>(), {}, {"name", "selection"});
  all["NewAmendment"] =
      input(of_record<registry::NewAmendment>(), {}, {"reason", "decree", "candidates"});
  all["NewFormulation"] = input(of_record<catalogue::Formulation>(), {"candidate", "sources"},
                                {"name", "programme", "output", "lead"});
  all["NewSignatories"] = object(
      {{"signatories", list(input(of_record<registry::NewSignatory>(), {}, {"name", "office"}))}});
  all["NewSignature"] = input(of_record<registry::NewSignature>(), {}, {"person", "signed_on"});
}

}  // namespace pilah::http
