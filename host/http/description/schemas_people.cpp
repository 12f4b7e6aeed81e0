// Who signs in, what they may, and what a region shows to everybody.
#include <boost/json.hpp>

#include "pilah/catalogue/account.hpp"
#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/publication.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {
namespace {

using namespace schema;

Schema instant() { return text("2026-06-30T09:00:00Z"); }

void add_accounts(boost::json::object& all) {
  const Schema account = of_record<catalogue::Account>();
  all["Account"] = account;
  all["AccountList"] = object({{"accounts", list(named("Account"))}});
  all["NewAccount"] = input(account, {"id", "disabled"}, {"login", "name"});
  all["NewGrant"] = input(of_record<catalogue::Grant>(), {}, {"role"});
  const Schema link = object({{"link", text("/set-password#Zm9v")}, {"expires", instant()}});
  all["OneTimeLink"] = link;
  all["AddedAccount"] = with(link, {{"account", named("Account")}});
  all["Successor"] = object({{"to", text("rina")}});
}

void add_signing_in(boost::json::object& all) {
  all["Credentials"] =
      object({{"login", text("siti")}, {"password", text("kambing makan rumput")}});
  all["PasswordChange"] =
      object({{"current", text("kambing makan rumput")}, {"password", text("tiga ekor kambing")}});
  all["RedeemedLink"] = object({{"link", text("Zm9v")},
                                {"password", text("kambing makan rumput")},
                                maybe("login", text("siti")),
                                maybe("name", text("Siti Rahma"))});
  all["RedeemedAccount"] = object({{"account", named("Account")}});
  all["Session"] =
      object({{"account", named("Account")}, {"csrf", text("b7c1")}, {"expires", instant()}});
  all["Me"] = object(
      {{"grants", list(of_record<catalogue::Grant>())},
       {"teams", list(object({{"region", region_code()},
                              {"team", uuid()},
                              {"kind", word_of<catalogue::TeamKind>()},
                              {"name", text("Pokja Smart Living")},
                              {"counts", yes_no()}}))},
       {"scope", word_of<catalogue::TokenScope>()},
       {"regions", list(object({{"region", region_code()}, {"may", list(text("register"))}}))},
       {"administers_host", yes_no()},
       maybe("account",
             object({{"id", uuid()}, {"login", text("siti")}, {"name", text("Siti Rahma")}}))});
}

void add_tokens(boost::json::object& all) {
  const Schema token = object({{"id", uuid()},
                               {"name", text("Dasbor Bappeda")},
                               maybe("account", uuid()),
                               {"scope", word_of<catalogue::TokenScope>()},
                               maybe("grants", list(of_record<catalogue::Grant>())),
                               {"created", instant()},
                               {"expires", instant()},
                               maybe("used", instant())});
  all["Token"] = token;
  all["TokenList"] = object({{"tokens", list(named("Token"))}});
  all["MadeToken"] = with(token, {{"token", text("pilah_Zm9v")}});
  all["NewToken"] = object({{"name", text("Dasbor Bappeda")},
                            maybe("scope", word_of<catalogue::TokenScope>()),
                            maybe("grants", list(named("NewGrant"))),
                            maybe("days", count(90))});
}

}  // namespace

void add_people_schemas(boost::json::object& all) {
  add_accounts(all);
  add_signing_in(all);
  add_tokens(all);
  const Schema publication =
      object({{"statuses", list(word_of<catalogue::Status>())}, {"fields", list(text("budgets"))}});
  const Schema of_sets = list(word_of<catalogue::PublicPart>());
  all["Publication"] = with(publication, {maybe("quick_win_sets", of_sets)});
  all["PublicationTold"] =
      with(publication, {{"quick_win_sets", of_sets}, {"always", list(text("name"))}});
  all["PublishedNumbers"] = object({{"warnings", list(object({{"innovation", uuid()},
                                                              {"name", text("Antrean Daring")},
                                                              {"field", text("benefit")},
                                                              {"kind", text("nik")},
                                                              {"beginning", text("1311...")}}))}});
}

}  // namespace pilah::http
