#include "pilah/registry/webhooks/outside_address.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <arpa/inet.h>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::size_t kLongestAddress = 500;

struct Block {
  std::array<std::uint8_t, 16> first;
  int bits;
};

constexpr Block ipv4(std::uint8_t a, std::uint8_t b, std::uint8_t c, int bits) {
  return {{a, b, c, 0}, bits};
}
constexpr Block ipv6(std::uint16_t a, std::uint16_t b, int bits) {
  return {{static_cast<std::uint8_t>(a >> 8), static_cast<std::uint8_t>(a & 255),
           static_cast<std::uint8_t>(b >> 8), static_cast<std::uint8_t>(b & 255)},
          bits};
}

constexpr std::array kClosedIpv4{
    ipv4(0, 0, 0, 8),        // this network
    ipv4(10, 0, 0, 8),       // private
    ipv4(100, 64, 0, 10),    // shared by a provider's customers
    ipv4(127, 0, 0, 8),      // loopback
    ipv4(169, 254, 0, 16),   // link-local, metadata of clouds
    ipv4(172, 16, 0, 12),    // private
    ipv4(192, 0, 0, 24),     // protocols
    ipv4(192, 0, 2, 24),     // documentation
    ipv4(192, 88, 99, 24),   // 6to4
    ipv4(192, 168, 0, 16),   // private
    ipv4(198, 18, 0, 15),    // benchmarks
    ipv4(198, 51, 100, 24),  // documentation
    ipv4(203, 0, 113, 24),   // documentation
    ipv4(224, 0, 0, 4),      // multicast
    ipv4(240, 0, 0, 4),      // reserved, broadcast
};
constexpr std::array kClosedIpv6{
    ipv6(0x2001, 0, 23),      // protocols, Teredo
    ipv6(0x2001, 0xdb8, 32),  // documentation
    ipv6(0x2002, 0, 16),      // 6to4
    ipv6(0x3fff, 0, 20),      // documentation
};

template <std::size_t size>
bool lies_in(const std::array<std::uint8_t, size>& address, const Block& block) {
  for (int bit = 0; bit < block.bits; ++bit) {
    const auto byte = static_cast<std::size_t>(bit / 8);
    const int mask = 0x80 >> (bit % 8);
    if ((address[byte] & mask) != (block.first[byte] & mask)) return false;
  }
  return true;
}

template <class Bytes>
std::optional<Bytes> parsed(int family, std::string_view text) {
  Bytes bytes{};
  if (::inet_pton(family, std::string(text).c_str(), bytes.data()) != 1) return std::nullopt;
  return bytes;
}

using Ipv4 = std::array<std::uint8_t, 4>;
using Ipv6 = std::array<std::uint8_t, 16>;

bool is_number(std::string_view host) {
  return parsed<Ipv4>(AF_INET, host) || parsed<Ipv6>(AF_INET6, host);
}

/// Letters, digits, dots and dashes, and no name of four numbers written in another way
/// (0x7f.1, 2130706433), which a resolver may take for an address.
bool is_name(std::string_view host) {
  const auto last = host.substr(host.find_last_of('.') + 1);
  const bool has_letter = std::any_of(last.begin(), last.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return !host.empty() && has_letter && last.substr(0, 2) != "0x" && last.substr(0, 2) != "0X" &&
         std::all_of(host.begin(), host.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-';
         });
}

bool is_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && port != 0;
}

/// The host of "https://HOST:PORT/...", without brackets; nothing when it is malformed.
std::optional<std::string_view> host_of(std::string_view rest) {
  std::string_view authority = rest.substr(0, rest.find_first_of("/?"));
  std::string_view host = authority;
  std::string_view port;
  if (!authority.empty() && authority.front() == '[') {
    const auto end = authority.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    host = authority.substr(1, end - 1);
    port = authority.substr(end + 1);
    if (!parsed<Ipv6>(AF_INET6, host)) return std::nullopt;
  } else if (const auto colon = authority.find(':'); colon != std::string_view::npos) {
    host = authority.substr(0, colon);
    port = authority.substr(colon);
  }
  if (!port.empty() && (port.front() != ':' || !is_port(port.substr(1)))) return std::nullopt;
  if (!is_number(host) && !is_name(host)) return std::nullopt;
  return host;
}

}  // namespace

bool is_of_internet(const Ipv4& address) {
  return std::none_of(kClosedIpv4.begin(), kClosedIpv4.end(),
                      [&](const Block& block) { return lies_in(address, block); });
}

bool is_of_internet(const Ipv6& address) {
  return lies_in(address, ipv6(0x2000, 0, 3)) &&
         std::none_of(kClosedIpv6.begin(), kClosedIpv6.end(),
                      [&](const Block& block) { return lies_in(address, block); });
}

bool is_of_internet(std::string_view address) {
  if (const auto v4 = parsed<Ipv4>(AF_INET, address)) return is_of_internet(*v4);
  const auto v6 = parsed<Ipv6>(AF_INET6, address);
  return v6 && is_of_internet(*v6);
}

bool is_loopback(std::string_view address) {
  if (const auto v4 = parsed<Ipv4>(AF_INET, address)) return v4->front() == 127;
  Ipv6 one{};
  one.back() = 1;
  return parsed<Ipv6>(AF_INET6, address) == one;
}

void require_webhook_address(const std::string& address) {
  const auto refuse = [&](const char* kind) {
    throw Refusal(RefusalKind::kInvalid, Message{kind,
                                                 {{"address", address.substr(0, kLongestAddress)},
                                                  {"longest", std::to_string(kLongestAddress)}},
                                                 "/address"});
  };
  const bool is_plain = address.rfind("http://", 0) == 0;
  const bool is_printable =
      std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  const bool is_https = address.rfind("https://", 0) == 0;
  if (address.size() > kLongestAddress || !is_printable || (!is_plain && !is_https) ||
      address.find_first_of("@#\\\"<>") != std::string::npos) {
    refuse("webhook.no_address");
  }
  const auto host = host_of(std::string_view(address).substr(is_plain ? 7 : 8));
  if (!host) return refuse("webhook.no_address");
  if (is_loopback(*host) && is_plain) return;
  if (is_plain) refuse("webhook.not_https");
  if (is_number(*host) && !is_of_internet(*host)) refuse("webhook.not_outside");
}

}  // namespace pilah::registry
