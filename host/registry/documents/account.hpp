// Accounts, tokens and who one is, as HTTP and the command line tell of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/catalogue/account.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/registry/people/caller.hpp"
#include "pilah/registry/people/credentials.hpp"
#include "pilah/registry/people/tokens.hpp"

namespace pilah::registry {

boost::json::object account_document(const catalogue::Account& account);
boost::json::array accounts_document(const std::vector<catalogue::Account>& accounts);

/// {"link", "expires"}: `link` is the address below the host's own, to be opened once.
boost::json::object link_document(const OneTimeLink& link);

/// {"account's id": "what it is called"}.
boost::json::object names_document(const std::map<std::string, std::string>& names);

/// Without the secret, which only add_token() answers.
boost::json::object token_document(const catalogue::ApiToken& token, std::int64_t used);
boost::json::object token_document(const MadeToken& made);

/// What the caller may do, region by region: in those of their roles and teams, and, where a
/// role is for no single one, in those of `of_host` in which they may do anything. Of a host
/// with more regions than kMostRegionsTold the latter are left out.
boost::json::object caller_document(const Caller& caller,
                                    const std::vector<catalogue::Region>& of_host);
inline constexpr std::size_t kMostRegionsTold = 600;  // Indonesia has 552

/// "/set-password#SECRET": behind the #, so that no log and no other site sees it. For
/// the host's first account the page asks for more: "#SECRET:first".
std::string link_path(const std::string& secret);
std::string set_up_path(const std::string& secret);

/// Milliseconds since 1970 as ISO 8601 in UTC.
std::string instant_text(std::int64_t milliseconds);

}  // namespace pilah::registry
