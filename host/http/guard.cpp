#include "pilah/http/guard.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace pilah::http {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// "localhost:8013", "127.0.0.1:8013", "[::1]:8013"; the port may be left out
/// only where it is the scheme's own.
bool is_loopback_name(std::string_view host, std::uint16_t port) {
  const std::string ending = ":" + std::to_string(port);
  if (host.size() >= ending.size() && host.substr(host.size() - ending.size()) == ending) {
    host.remove_suffix(ending.size());
  } else if (port != 80) {
    return false;
  }
  const std::string name = lower_case(host);
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

bool is_public(const OwnNames& names, std::string_view address) {
  const auto& known = names.public_addresses;
  return std::find(known.begin(), known.end(), lower_case(address)) != known.end();
}

bool is_own_host(const OwnNames& names, const std::string& host) {
  return is_loopback_name(host, names.port) || is_public(names, "https://" + host) ||
         is_public(names, "http://" + host);
}

}  // namespace

bool is_own_origin(const OwnNames& names, std::string_view origin) {
  constexpr std::string_view kScheme = "http://";
  return is_public(names, origin) || (origin.substr(0, kScheme.size()) == kScheme &&
                                      is_loopback_name(origin.substr(kScheme.size()), names.port));
}

std::optional<catalogue::Message> refusal_of_guard(const Request& request, const OwnNames& names,
                                                   const CrossOrigin& others) {
  if (!is_own_host(names, request.host)) {
    return catalogue::Message{
        "http.foreign_host", {{"host", request.host}, {"port", std::to_string(names.port)}}, ""};
  }
  if (!request.origin.empty() && !is_own_origin(names, request.origin) &&
      !others.allows(request.origin)) {
    return catalogue::Message{"http.foreign_origin", {{"origin", request.origin}}, ""};
  }
  return std::nullopt;
}

}  // namespace pilah::http
