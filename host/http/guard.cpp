#include "pilah/http/guard.hpp"

#include <string>
#include <string_view>

namespace pilah::http {
namespace {

/// "localhost:8013", "127.0.0.1:8013", "[::1]:8013"; the port may be left out
/// only where it is the scheme's own.
bool is_own_name(std::string_view host, std::uint16_t port) {
  const std::string ending = ":" + std::to_string(port);
  if (host.size() >= ending.size() && host.substr(host.size() - ending.size()) == ending) {
    host.remove_suffix(ending.size());
  } else if (port != 80) {
    return false;
  }
  std::string name(host);
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

}  // namespace

std::optional<catalogue::Message> refusal_of_guard(const Request& request, std::uint16_t port) {
  if (!is_own_name(request.host, port)) {
    return catalogue::Message{
        "http.foreign_host", {{"host", request.host}, {"port", std::to_string(port)}}, ""};
  }
  constexpr std::string_view kScheme = "http://";
  if (!request.origin.empty() &&
      (request.origin.compare(0, kScheme.size(), kScheme) != 0 ||
       !is_own_name(std::string_view(request.origin).substr(kScheme.size()), port))) {
    return catalogue::Message{"http.foreign_origin", {{"origin", request.origin}}, ""};
  }
  return std::nullopt;
}

}  // namespace pilah::http
