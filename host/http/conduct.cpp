#include "pilah/http/conduct.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/http/operation/client_address.hpp"

namespace pilah::http {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

bool may_stand_in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' ||
         c == '[' || c == ']';
}

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

}  // namespace

std::string public_address_of(std::string_view text) {
  std::string address(text);
  std::transform(address.begin(), address.end(), address.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (!address.empty() && address.back() == '/') address.pop_back();
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (address.compare(0, scheme.size(), scheme) != 0) continue;
    const std::string_view usual = scheme == "https://" ? ":443" : ":80";
    if (ends_with(address, usual)) address.resize(address.size() - usual.size());
    const std::string_view name = std::string_view(address).substr(scheme.size());
    if (name.empty() || !std::all_of(name.begin(), name.end(), may_stand_in_name)) break;
    return address;
  }
  throw Refusal(RefusalKind::kInvalid,
                Message{"http.public_address_malformed", {{"found", std::string(text)}}, ""});
}

std::string origin_of(std::string_view text) {
  return text == "*" ? std::string(text) : public_address_of(text);
}

std::string proxy_of(std::string_view text) {
  if (auto address = plain_address(text)) return *std::move(address);
  throw Refusal(RefusalKind::kInvalid,
                Message{"http.proxy_malformed", {{"found", std::string(text)}}, ""});
}

}  // namespace pilah::http
