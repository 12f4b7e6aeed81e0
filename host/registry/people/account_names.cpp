#include "pilah/registry/people/account_names.hpp"

#include "pilah/registry/people/accounts.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

std::map<std::string, std::string> account_names(const Environment& environment,
                                                 const std::set<std::string>& actors) {
  std::map<std::string, std::string> names;
  environment.store.read([&](store::Reader& reader) {
    names.clear();
    for (const auto& actor : actors) {
      const auto id = catalogue::AccountId::parse(actor);
      const auto account = id ? reader.accounts().account(*id) : std::nullopt;
      if (account && account->name != kErasedName) names.emplace(actor, account->name);
    }
  });
  return names;
}

}  // namespace pilah::registry
