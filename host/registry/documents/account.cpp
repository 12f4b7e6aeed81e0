#include "pilah/registry/documents/account.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <set>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/people/rights.hpp"

namespace pilah::registry {
namespace {

boost::json::array deeds_of(const Caller& caller, const catalogue::RegionCode& region) {
  boost::json::array deeds;
  for (int number = 0; number <= static_cast<int>(Deed::kAdministerHost); ++number) {
    const auto deed = static_cast<Deed>(number);
    if (deed != Deed::kAdministerHost && may_somewhere(caller, deed, region)) {
      deeds.emplace_back(name_of(deed));
    }
  }
  return deeds;
}

bool has_role_everywhere(const Caller& caller) {
  return std::any_of(caller.grants.begin(), caller.grants.end(),
                     [](const catalogue::Grant& grant) { return !grant.region; });
}

}  // namespace

std::string instant_text(std::int64_t milliseconds) {
  const auto seconds = static_cast<std::time_t>(milliseconds / 1000);
  std::tm calendar{};
  ::gmtime_r(&seconds, &calendar);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &calendar);
  return text.data();
}

std::string link_path(const std::string& secret) { return "/set-password#" + secret; }

std::string set_up_path(const std::string& secret) { return link_path(secret) + ":first"; }

boost::json::object account_document(const catalogue::Account& account) {
  return std::move(catalogue::to_json(account).as_object());
}

boost::json::array accounts_document(const std::vector<catalogue::Account>& accounts) {
  boost::json::array document;
  for (const auto& account : accounts) document.push_back(account_document(account));
  return document;
}

boost::json::object link_document(const OneTimeLink& link) {
  return {{"link", link_path(link.secret)}, {"expires", instant_text(link.expires)}};
}

boost::json::object names_document(const std::map<std::string, std::string>& names) {
  boost::json::object document;
  for (const auto& [actor, name] : names) document[actor] = name;
  return document;
}

boost::json::object token_document(const catalogue::ApiToken& token, std::int64_t used) {
  auto document = std::move(catalogue::to_json(token).as_object());
  document["created"] = instant_text(token.created);
  document["expires"] = instant_text(token.expires);
  if (used > 0) document["used"] = instant_text(used);
  return document;
}

boost::json::object token_document(const MadeToken& made) {
  auto document = token_document(made.token, 0);
  document["token"] = made.secret;
  return document;
}

boost::json::object caller_document(const Caller& caller,
                                    const std::vector<catalogue::Region>& of_host) {
  std::set<catalogue::RegionCode> regions;
  for (const auto& grant : caller.grants) {
    if (grant.region) regions.insert(*grant.region);
  }
  boost::json::array teams;
  for (const auto& membership : caller.memberships) {
    regions.insert(membership.region);
    teams.push_back({{"region", membership.region.text()},
                     {"team", membership.team.text()},
                     {"kind", catalogue::name_of(membership.kind)},
                     {"name", membership.name},
                     {"counts", !membership.why_not}});
  }
  if (has_role_everywhere(caller) && of_host.size() <= kMostRegionsTold) {
    for (const auto& region : of_host) {
      if (!deeds_of(caller, region.code).empty()) regions.insert(region.code);
    }
  }
  boost::json::array by_region;
  for (const auto& region : regions) {
    by_region.push_back({{"region", region.text()}, {"may", deeds_of(caller, region)}});
  }
  return {{"grants", catalogue::to_json(caller.grants)},
          {"teams", std::move(teams)},
          {"scope", catalogue::name_of(caller.scope)},
          {"regions", std::move(by_region)},
          {"administers_host", may(caller, Deed::kAdministerHost, {})}};
}

}  // namespace pilah::registry
