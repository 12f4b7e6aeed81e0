#include "people_host.hpp"

#include <sodium.h>

#include "pilah/store/sqlite/database.hpp"
#include "support/callers.hpp"
#include "unit/search/small_index.hpp"

namespace pilah::tests {

PeopleHost::PeopleHost()
    : guard([this] { return steady; }, {1, 8192}),  // as cheap as libsodium allows
      environment(catalogue.environment) {
  environment.now = [this] { return now; };
  environment.random = [](std::span<std::uint8_t> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
  };
  environment.sign_ins = &guard;
}

catalogue::Account PeopleHost::add(const std::string& login, std::vector<catalogue::Grant> grants,
                                   const std::string& password) {
  const auto account = registry::add_account(environment, insider(),
                                             {login, "Nama " + login, "", std::move(grants)});
  const auto link = registry::new_link(environment, insider(), login);
  registry::redeem(environment, {link.secret, password, "", ""});
  return account;
}

std::string PeopleHost::audit(const char* code) {
  store::sqlite::Database database(catalogue.folder.path() / "data" / "catalogue.sqlite",
                                   store::sqlite::Access::kReadOnly, 100, "");
  auto row =
      database.prepare("SELECT action FROM audit WHERE region = ? AND kind = -1 ORDER BY sequence");
  row.bind(1, std::string_view(code));
  std::string entries;
  while (row.step()) entries += (entries.empty() ? "" : "; ") + std::string(row.text(0));
  return entries;
}

catalogue::Grant in_region(catalogue::Role role,
                           std::optional<catalogue::OrganisationId> organisation) {
  return {role, region(), std::move(organisation)};
}

}  // namespace pilah::tests
