#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {
namespace {

void describe_session(RouteTable& table) {
  const auto add = [&table](const char* method, const char* path, Operation operation) {
    operation.group = "people";
    table.describe(method, std::string("/api/v1") + path, std::move(operation));
  };
  add("GET", "/me", {.id = "getMe", .group = {}, .answers = {gives("Me")}});
  add("GET", "/session", {.id = "getSession", .group = {}, .answers = {gives("Session")}});
  add("POST", "/session",
      {.id = "signIn",
       .group = {},
       .takes = "Credentials",
       .answers = {gives("Session")},
       .refusals = {429}});
  add("DELETE", "/session", {.id = "signOut", .group = {}, .answers = {gives_nothing()}});
  add("DELETE", "/sessions",
      {.id = "signOutEverywhere",
       .group = {},
       .answers = {gives_nothing()},
       .access = Access::kSigned});
  add("POST", "/me/password",
      {.id = "changePassword",
       .group = {},
       .takes = "PasswordChange",
       .answers = {gives_nothing()},
       .access = Access::kSigned,
       .refusals = {429}});
  add("POST", "/links/redeem",
      {.id = "redeemLink",
       .group = {},
       .takes = "RedeemedLink",
       .answers = {gives("RedeemedAccount")},
       .refusals = {404, 429}});
  add("GET", "/me/tokens",
      {.id = "listTokens",
       .group = {},
       .answers = {gives("TokenList")},
       .access = Access::kSigned});
  add("POST", "/me/tokens",
      {.id = "addToken",
       .group = {},
       .takes = "NewToken",
       .answers = {gives("MadeToken", 201)},
       .access = Access::kSigned});
  add("DELETE", "/me/tokens/{id}",
      {.id = "revokeToken", .group = {}, .answers = {gives_nothing()}, .access = Access::kSigned});
}

void describe_accounts(RouteTable& table) {
  const auto add = [&table](const char* method, const std::string& path, Operation operation) {
    operation.group = "people";
    operation.access = Access::kSigned;
    table.describe(method, "/api/v1" + path, std::move(operation));
  };
  add("GET", "/accounts",
      {.id = "listAllAccounts", .group = {}, .answers = {gives("AccountList")}});
  add("POST", "/accounts",
      {.id = "addHostAccount",
       .group = {},
       .takes = "NewAccount",
       .answers = {gives("AddedAccount", 201)}});
  const std::string all = "/regions/{code}/accounts";
  add("GET", all, {.id = "listAccounts", .group = {}, .answers = {gives("AccountList")}});
  add("POST", all,
      {.id = "addAccount",
       .group = {},
       .takes = "NewAccount",
       .answers = {gives("AddedAccount", 201)}});
  const std::string one = all + "/{id}";
  add("POST", one + "/grants",
      {.id = "grantRole", .group = {}, .takes = "NewGrant", .answers = {gives("Account")}});
  add("DELETE", one + "/grants/{role}",
      {.id = "revokeRole",
       .group = {},
       .query = {{"organisation", schema::uuid()}},
       .answers = {gives("Account")}});
  add("POST", one + "/link",
      {.id = "addAccountLink", .group = {}, .answers = {gives("OneTimeLink", 201)}});
  add("POST", one + "/disable",
      {.id = "disableAccount", .group = {}, .answers = {gives("Account")}});
  add("POST", one + "/enable", {.id = "enableAccount", .group = {}, .answers = {gives("Account")}});
  add("POST", one + "/hand-over",
      {.id = "handOverAccount", .group = {}, .takes = "Successor", .answers = {gives("Account")}});
}

void describe_publication(RouteTable& table) {
  const std::string place = "/api/v1/regions/{code}/publication";
  table.describe(
      "GET", place,
      {.id = "getPublication", .group = "regions", .answers = {gives("PublicationTold")}});
  table.describe("PUT", place,
                 {.id = "putPublication",
                  .group = "regions",
                  .takes = "Publication",
                  .answers = {gives("PublicationTold")},
                  .access = Access::kSigned});
  table.describe("GET", place + "/warnings",
                 {.id = "listPublishedNumbers",
                  .group = "regions",
                  .answers = {gives("PublishedNumbers")},
                  .access = Access::kSigned});
}

}  // namespace

void describe_people(RouteTable& table) {
  describe_session(table);
  describe_accounts(table);
  describe_publication(table);
}

}  // namespace pilah::http
