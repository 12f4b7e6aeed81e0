// What whoever runs a server decides about it, and the words in which he says it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/http/exchange.hpp"
#include "pilah/http/operation/request_record.hpp"
#include "pilah/registry/people/caller.hpp"

namespace pilah::http {

/// Tells whoever runs the server of what went wrong inside; not for clients.
using Report = std::function<void(const std::string& line)>;

/// Who asks, by what the request brings along; nobody, when it brings nothing.
/// Throws HttpRefusal(401) for what it brings in vain.
using Authenticate = std::function<registry::Caller(const Request&)>;

struct Conduct {
  std::vector<std::string> public_addresses = {};  ///< as public_address_of() gives them
  std::vector<std::string> trusted_proxies = {};   ///< as proxy_of() gives them
  std::vector<std::string> allowed_origins = {};   ///< as origin_of() gives them
  Authenticate authenticate = [](const Request&) { return registry::Caller::anonymous(); };
  /// Told of every request that was answered.
  Observer observe = [](const RequestRecord&) {};
  Report report = [](const std::string&) {};
  /// For requests that bring none; from any thread.
  std::function<std::string()> new_request_id = nullptr;
  /// A clock that never goes back, for how long an answer took.
  std::function<std::int64_t()> steady_microseconds = nullptr;
};

// Each throws Refusal(kInvalid) for a text that is none, with what one looks like.

/// "https://pilah.example.go.id" or with a port: scheme and name in lower case, and the
/// port unless it is the scheme's own.
std::string public_address_of(std::string_view text);
/// The same, or "*": any.
std::string origin_of(std::string_view text);
/// A plain address: "127.0.0.1", "::1".
std::string proxy_of(std::string_view text);

}  // namespace pilah::http
