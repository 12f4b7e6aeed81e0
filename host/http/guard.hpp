// Who may speak to a server on loopback that has no accounts yet.
//
// A page of another site in somebody's browser can reach loopback too: by a name
// that it makes point there (the Host tells), or by a script (the Origin tells).
// Both are refused, and no header invites other origins.
#pragma once

#include <cstdint>
#include <optional>

#include "pilah/catalogue/message.hpp"
#include "pilah/http/exchange.hpp"

namespace pilah::http {

/// Why the request is refused (403); nothing: it may go on. `port`: where the server listens.
std::optional<catalogue::Message> refusal_of_guard(const Request& request, std::uint16_t port);

}  // namespace pilah::http
