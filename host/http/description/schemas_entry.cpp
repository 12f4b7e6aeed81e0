// What is kept of an entry beside it: its history, evidence, working copies.
#include <boost/json.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {

using namespace schema;

void add_entry_schemas(boost::json::object& all) {
  const Schema measured = of_record<catalogue::MeasuredValue>();
  const Schema at = text("2026-01-31T09:30:00Z");
  all["History"] = object(
      {{"history", list(object({{"revision", count(57)},
                                {"at", at},
                                {"actor", text("command-line")},
                                {"action", text("changed")},
                                {"changes", list(object({{"pointer", text("/budgets/0/amount")},
                                                         {"field", text("budgets")},
                                                         {"label", text("Anggaran")},
                                                         {"before", anything(1000000)},
                                                         {"after", anything(2000000)}}))}}))},
       {"names", named("ActorNames")}});
  all["Claims"] =
      object({{"claims", list(object({{"field", text("/indicators/0")},
                                      {"proven", yes_no()},
                                      {"claimed", or_null(measured)},
                                      {"verified", or_null(measured)},
                                      {"files", list(of_record<catalogue::Evidence>())}}))},
              {"pending", yes_no()},
              {"revision", count(57)}});
  all["VerifiedValues"] = object({{"verified", list(measured)}});
  const Schema draft = object({{"innovation", uuid()},
                               {"region", region_code()},
                               {"base_revision", or_null(count(57))},
                               {"at", at}});
  all["Draft"] = with(draft, {{"document", open_object({{"name", "Antrean"}})}});
  all["Drafts"] = object(
      {{"drafts", list(with(draft, {maybe("name", text("Antrean")), maybe("owner", uuid())}))}});
  all["Typed"] = open_object({{"name", "Antrean"}});
  all["AskedErasure"] = object(
      {maybe("also", list(object({{"innovation", uuid()}, {"fields", list(text("risks"))}})))});
  all["PersonCorrection"] =
      object({maybe("name", text("Siti Rahma")), maybe("nip", text("198001012005012001")),
              maybe("office", text("Camat")), maybe("contact", text("siti@solselkab.go.id"))});
  all["Erasure"] = object({{"person", uuid()}, {"revision", count(58)}});
}

}  // namespace pilah::http
