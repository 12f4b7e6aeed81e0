// Flat rows for spreadsheets and charts, and what their columns mean.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::http {
namespace {

using namespace schema;

/// As registry/tables/innovation_row.hpp makes them.
Schema innovation_row() {
  const auto field = [](const char* name) { return maybe(name, text(text_example(name))); };
  return object({{"id", uuid()},
                 {"region", region_code()},
                 {"name", text(text_example("name"))},
                 field("short_name"),
                 field("summary"),
                 {"status", word_of<catalogue::Status>()},
                 {"entry_kind", word_of<catalogue::EntryKind>()},
                 maybe("owner_code", text("DINKES")),
                 maybe("owner_name", text("Dinas Kesehatan")),
                 maybe("supporting", text("Dinas Sosial; Dinas Pendidikan")),
                 maybe("dimension", text("smart-living")),
                 maybe("dimension_name", text("Smart Living")),
                 maybe("primary_area", text("health")),
                 maybe("area_name", text("prasarana kesehatan")),
                 maybe("areas", text("health; public-service")),
                 maybe("form", word_of<catalogue::Form>()),
                 maybe("stage", word_of<catalogue::Stage>()),
                 maybe("digital", yes_no()),
                 maybe("started", date()),
                 maybe("applied", date()),
                 maybe("duration_months", count(10)),
                 maybe("staff", count(3)),
                 maybe("budget", count(320'000'000)),
                 maybe("funding", text("apbd; csr")),
                 maybe("struktur", count(3)),
                 maybe("infrastruktur", count(3)),
                 maybe("suprastruktur", count(2)),
                 maybe("sipd", text("1.02.02.2.01.0014")),
                 field("affairs"),
                 field("partners"),
                 field("problem"),
                 field("target_group"),
                 field("benefit"),
                 field("uniqueness"),
                 field("potential"),
                 field("latitude"),
                 field("longitude"),
                 field("subdistrict"),
                 field("village"),
                 field("links"),
                 maybe("pending", yes_no()),
                 {"revision", count(57)}});
}

Schema facet() {
  const auto names = registry::facet_names();
  return words({names.begin(), names.end()});
}

}  // namespace

void add_table_schemas(boost::json::object& all) {
  all["InnovationRow"] = innovation_row();
  all["CountRow"] = object({{"value", or_null(text("smart-living"))},
                            {"name", or_null(text("Smart Living"))},
                            maybe("split_value", or_null(text("verified"))),
                            maybe("split_name", or_null(text("terverifikasi"))),
                            {"count", count(17)}});
  all["CountList"] = object({{"region", region_code()},
                             {"revision", count(57)},
                             {"by", facet()},
                             maybe("split", facet()),
                             {"rows", list(named("CountRow"))}});
  all["Option"] = object(
      {{"value", text("smart-living")}, {"text", text("Smart Living")}, {"count", count(17)}});
  all["OptionList"] = object({{"revision", count(57)}, {"options", list(named("Option"))}});
  all["MonthRow"] =
      object({{"month", text("2026-03-01")}, {"count", count(4)}, {"total", count(36)}});
  all["MonthList"] = object(
      {{"region", region_code()}, {"revision", count(57)}, {"rows", list(named("MonthRow"))}});
  all["Column"] = object({{"table", text("innovations")},
                          {"column", text("owner_name")},
                          {"type", words({"text", "integer", "yes/no"})},
                          {"id", text("Nama perangkat daerah pemilik.")},
                          {"en", text("Name of the agency that owns it.")}});
  all["Dictionary"] = object(
      {{"region", region_code()}, {"revision", count(57)}, {"columns", list(named("Column"))}});
}

}  // namespace pilah::http
