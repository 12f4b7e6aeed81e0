// Which addresses a webhook may have: of the internet, never of this machine or the
// network behind it.
//
// A name says nothing: what it resolves to is checked when a connection is made
// (http/outgoing), each time.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace pilah::registry {

/// Whether an IP address is reachable from everywhere: not private, loopback, link-local
/// (where clouds tell their secrets), shared, multicast, reserved, documentation, nor one
/// that hides another inside (6to4, Teredo, NAT64, IPv4-mapped). After the special-purpose
/// registries of IANA (RFC 6890), and for IPv6 2000::/3 alone.
bool is_of_internet(const std::array<std::uint8_t, 4>& ipv4);
bool is_of_internet(const std::array<std::uint8_t, 16>& ipv6);
/// The same of a textual address; nothing else is one.
bool is_of_internet(std::string_view address);
bool is_loopback(std::string_view address);

/// https://HOST/..., or http:// to this machine by its number (a receiver on trial, for
/// which `serve` has an option). Throws Refusal(kInvalid) for anything else: another
/// scheme, a user name, a fragment, blanks, more than 500 bytes, or a number that is not
/// of the internet.
void require_webhook_address(const std::string& address);

}  // namespace pilah::registry
