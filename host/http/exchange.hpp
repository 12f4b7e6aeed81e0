// A request and a response as the resources see them: values, no library's types.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/registry/people/caller.hpp"

namespace pilah::http {

/// Header fields are those that anything here asks for; empty: not sent.
struct Request {
  /// Who asks, once it is known (authentication.hpp); until then nobody.
  registry::Caller caller;

  std::string method;
  std::string path;  ///< as sent, percent-encoded, without the query
  std::vector<std::pair<std::string, std::string>> query;  ///< decoded; names may repeat
  std::string host;
  std::string origin;
  std::string content_type;
  std::string content_encoding;
  std::string accept_language;
  std::string accept_encoding;
  std::string if_match;
  std::string if_none_match;
  std::string authorization;
  std::string cookie;
  std::string csrf_token;  ///< X-CSRF-Token
  std::string idempotency_key;
  std::string body;
};

struct Response {
  int status = 200;
  std::string content_type;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

}  // namespace pilah::http
