// By which names a server may be called, and from which pages.
//
// A page of another site in somebody's browser can reach loopback too: by a name
// that it makes point there (the Host tells), or by a script (the Origin tells).
// Both are refused, but for the addresses under which whoever runs the server has made
// it public, and the origins that he has allowed to read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/http/exchange.hpp"
#include "pilah/http/operation/cross_origin.hpp"

namespace pilah::http {

/// How the server may be called beside the names of loopback.
struct OwnNames {
  std::uint16_t port = 0;  ///< where it listens
  /// "https://pilah.example.go.id": scheme, name and, unless it is the scheme's own, port.
  std::vector<std::string> public_addresses = {};
};

/// Whether a page of that origin is the server's own.
bool is_own_origin(const OwnNames& names, std::string_view origin);

/// Why the request is refused (403); nothing: it may go on.
std::optional<catalogue::Message> refusal_of_guard(const Request& request, const OwnNames& names,
                                                   const CrossOrigin& others);

}  // namespace pilah::http
