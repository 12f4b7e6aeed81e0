// A request and a response as the resources see them: values, no library's types.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/http/body_stream.hpp"
#include "pilah/registry/people/caller.hpp"

namespace pilah::http {

class BodySpool;

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
  std::string accept;
  std::string last_event_id;
  std::string x_forwarded_for;  ///< several lines joined by commas
  std::string forwarded;        ///< the same
  std::string peer;             ///< address of the other end of the connection
  std::string client;           ///< address of whoever asks; set before any handler sees it
  std::string id;               ///< X-Request-Id, sent or made here; set likewise
  std::string body;
  /// Where a body lies that is too long for `body`, which is empty then; null: it is not.
  std::shared_ptr<const BodySpool> spooled = nullptr;
};

struct Response {
  int status = 200;
  std::string content_type;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// What comes behind `body`, piece by piece; null: nothing. No other answer has it.
  std::shared_ptr<BodyStream> stream = nullptr;
  /// `body` as gzip, where it was compressed beforehand; null: it was not.
  std::shared_ptr<const std::string> gzipped = nullptr;
};

}  // namespace pilah::http
