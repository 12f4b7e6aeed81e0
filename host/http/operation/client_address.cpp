#include "pilah/http/operation/client_address.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace pilah::http {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Without brackets and port: "[::1]:80", "127.0.0.1:80", "::1".
std::string bare(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.front() == '[') {
    return std::string(text.substr(1, text.find(']') - 1));
  }
  const auto colon = text.find(':');
  if (colon != std::string_view::npos && colon == text.rfind(':')) text = text.substr(0, colon);
  return std::string(text);
}

bool has_name(std::string_view text, std::string_view name) {
  return text.size() >= name.size() &&
         std::equal(name.begin(), name.end(), text.begin(), [](char want, char has) {
           return want == std::tolower(static_cast<unsigned char>(has));
         });
}

/// The value of for= in one element of Forwarded; empty: there is none.
std::string_view forwarded_for(std::string_view element) {
  while (!element.empty()) {
    const auto end = std::min(element.find(';'), element.size());
    std::string_view pair = trimmed(element.substr(0, end));
    element.remove_prefix(std::min(end + 1, element.size()));
    if (!has_name(pair, "for=")) continue;
    pair.remove_prefix(4);
    if (pair.size() >= 2 && pair.front() == '"' && pair.back() == '"') {
      pair = pair.substr(1, pair.size() - 2);
    }
    return pair;
  }
  return {};
}

}  // namespace

std::optional<std::string> plain_address(std::string_view text) {
  const std::string address = bare(text);
  std::array<char, INET6_ADDRSTRLEN> written{};
  in_addr four{};
  in6_addr six{};
  if (::inet_pton(AF_INET, address.c_str(), &four) == 1) {
    ::inet_ntop(AF_INET, &four, written.data(), written.size());
  } else if (::inet_pton(AF_INET6, address.c_str(), &six) == 1) {
    if (IN6_IS_ADDR_V4MAPPED(&six)) {
      ::inet_ntop(AF_INET, &six.s6_addr[12], written.data(), written.size());
    } else {
      ::inet_ntop(AF_INET6, &six, written.data(), written.size());
    }
  } else {
    return std::nullopt;
  }
  return written.data();
}

bool is_loopback(std::string_view plain) { return plain == "::1" || plain.substr(0, 4) == "127."; }

std::string client_address(const std::string& peer, const std::vector<std::string>& trusted,
                           std::string_view x_forwarded_for, std::string_view forwarded) {
  const auto is_trusted = [&trusted](const std::string& address) {
    return std::find(trusted.begin(), trusted.end(), address) != trusted.end();
  };
  const bool is_older = !x_forwarded_for.empty();
  std::string_view list = is_older ? x_forwarded_for : forwarded;
  std::string client = peer;
  while (is_trusted(client) && !list.empty()) {
    const auto comma = list.rfind(',');
    const auto last = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
    const auto named = plain_address(is_older ? last : forwarded_for(last));
    if (!named) break;
    client = *named;
  }
  return client;
}

}  // namespace pilah::http
