// Runs cpp-httplib's own request processing on a request that lies in memory.
#pragma once

#include <functional>
#include <string>

#include "pilah/http/exchange.hpp"
#include "pilah/http/front/front.hpp"
#include "pilah/http/library/library_version.hpp"

namespace pilah::http {

/// Belongs to one worker thread.
class RequestEngine {
 public:
  using Answer = std::function<Response(Request)>;

  /// `answer` must not throw.
  explicit RequestEngine(Answer answer);
  RequestEngine(const RequestEngine&) = delete;
  RequestEngine& operator=(const RequestEngine&) = delete;

  FramedResponse process(FramedRequest framed);

 private:
  void take(httplib::Request& request);
  void give(httplib::Response& response);

  Answer answer_;
  LibraryServer server_;
  // Of the call of process() under way.
  Request request_;
  FramedRequest framed_;
  FramedResponse framed_response_;
};

}  // namespace pilah::http
