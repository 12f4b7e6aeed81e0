// From which address a request really comes, when a trusted proxy stands in between.
//
// A proxy adds the address that it sees at the right of X-Forwarded-For (or of Forwarded,
// RFC 7239); whatever stands left of that came from the client and may be invented. So
// the list is believed only when the other end of the connection is trusted, and only
// from the right, up to the first address that is no trusted proxy.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pilah::http {

/// The address as inet_ntop(3) writes it: with or without brackets and port in `text`,
/// an IPv4 address within IPv6 as IPv4. Nothing for any other text.
std::optional<std::string> plain_address(std::string_view text);

bool is_loopback(std::string_view plain);

/// `peer`: the other end of the connection, plain. `trusted`: plain addresses of proxies.
/// `x_forwarded_for`, `forwarded`: the headers, several of one name joined by commas.
/// Forwarded is read where X-Forwarded-For is empty. A list that cannot be read ends where
/// it cannot: the answer is then the last proxy that could.
std::string client_address(const std::string& peer, const std::vector<std::string>& trusted,
                           std::string_view x_forwarded_for, std::string_view forwarded);

}  // namespace pilah::http
