#include "pilah/catalogue/enum_names.hpp"
#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

using namespace schema;

void describe_lists(RouteTable& table) {
  const std::string region = "/api/v1/regions/{code}/";
  const auto add = [&](const std::string& place, const char* id, const char* answer,
                       std::vector<QueryParameter> query, bool takes_file = true) {
    table.describe("POST", region + place,
                   {.id = id,
                    .group = "lists",
                    .query = std::move(query),
                    .answers = {gives(answer)},
                    .access = Access::kSigned,
                    .refusals = {429},
                    .takes_file = takes_file});
  };
  const std::vector<QueryParameter> of_file = {{"file_name", text("inovasi.csv")},
                                               {"format", text("table")},
                                               {"columns", text(R"({"Judul": "name"})")}};
  auto of_list = of_file;
  of_list.push_back({"dry_run", yes_no()});
  add("lists/innovations", "importInnovations", "ImportedList", of_list);
  add("lists/organisations", "importOrganisations", "ImportedList", of_list);
  const std::vector<QueryParameter> of_links = {{"address", text("https://pilah.example.go.id")}};
  auto of_accounts = of_file;
  of_accounts.push_back({"links", yes_no()});
  of_accounts.insert(of_accounts.end(), of_links.begin(), of_links.end());
  add("lists/accounts", "importAccounts", "ImportedAccounts", of_accounts);
  std::vector<QueryParameter> of_missing = {{"kind", word_of<catalogue::OrganisationKind>(), true},
                                            {"renew", yes_no()}};
  of_missing.insert(of_missing.end(), of_links.begin(), of_links.end());
  add("accounts/for-organisations", "addMissingAccounts", "ImportedAccounts", of_missing, false);
}

}  // namespace pilah::http
