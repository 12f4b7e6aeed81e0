// Lists that are sent as files, and what became of them.
#include <boost/json.hpp>

#include "pilah/catalogue/account.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {

using namespace schema;

namespace {

Schema fate() { return words({"added", "updated", "unchanged", "rejected"}); }

Schema reason() {
  return object({{"kind", text("intake.owner_unknown")}, {"text", text("Dinas X belum ada.")}});
}

std::vector<Member> counts() {
  return {
      {"added", count(31)}, {"updated", count(2)}, {"unchanged", count(0)}, {"rejected", count(1)}};
}

}  // namespace

void add_list_schemas(boost::json::object& all) {
  all["ListColumn"] = object({maybe("sheet", text("Inovasi 2025")),
                              {"column", text("Judul Kegiatan")},
                              {"field", or_null(text("name"))},
                              {"samples", list(text("Bank Sampah Sekolah"))}});
  all["ListField"] = object({{"field", text("name")}, {"label", text("Nama inovasi")}});
  all["ListRow"] = object({{"row", count(7)},
                           maybe("sheet", text("Inovasi 2025")),
                           {"fate", fate()},
                           maybe("id", uuid()),
                           maybe("column", text("Judul Kegiatan")),
                           maybe("kind", text("intake.name_missing")),
                           maybe("reason", text("Nama belum diisi.")),
                           maybe("warnings", list(reason())),
                           maybe("cells", list(text("Bank Sampah Sekolah")))});
  all["ImportedList"] = with(object(counts()), {{"import", uuid()},
                                                {"list", text("inovasi.csv")},
                                                {"dry_run", yes_no()},
                                                {"columns", list(named("ListColumn"))},
                                                {"unread_columns", list(text("No"))},
                                                {"unread_sheets", list(text("Petunjuk"))},
                                                {"fields", list(named("ListField"))},
                                                {"rows", list(named("ListRow"))},
                                                {"rows_left_out", count(0)},
                                                {"cells_left_out", count(0)}});
  all["ImportedAccounts"] =
      with(object(counts()), {{"links", count(29)},
                              {"rows", list(object({maybe("row", count(2)),
                                                    {"fate", fate()},
                                                    maybe("organisation", text("Dinas Kesehatan")),
                                                    maybe("account", named("Account")),
                                                    maybe("link", text("/set-password#Zm9v")),
                                                    maybe("expires", text("2026-06-30T09:00:00Z")),
                                                    maybe("qr_svg", text("<svg/>")),
                                                    maybe("reasons", list(reason()))}))}});
}

}  // namespace pilah::http
