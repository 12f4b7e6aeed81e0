// From a request to its response: guard, routes, problems, conditional reads,
// compression, the headers that every response carries.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/http/exchange.hpp"
#include "pilah/http/front/request_framing.hpp"
#include "pilah/http/route_table.hpp"

namespace pilah::http {

/// Tells whoever runs the server of what went wrong inside; not for clients.
using Report = std::function<void(const std::string& line)>;

/// Who asks, by what the request brings along; nobody, when it brings nothing.
/// Throws HttpRefusal(401) for what it brings in vain.
using Authenticate = std::function<registry::Caller(const Request&)>;

/// Any number of threads may call it. Refers to what it is made of.
class Application {
 public:
  /// `port`: where the server listens, for the guard.
  Application(const RouteTable& routes, const catalogue::Sentences& sentences, std::uint16_t port,
              Authenticate authenticate, Report report);

  /// Never throws: an unexpected exception becomes a 500 that tells nothing of
  /// the inside, and is reported.
  Response answer(Request request) const noexcept;

  /// The whole response, as bytes, to a request that the front did not take.
  std::string refusal_bytes(const FramingRefusal& refusal) const;

 private:
  Response routed(Request& request, catalogue::Language language) const;
  Response answered_or_problem(Request& request) const;
  void finish(const Request& request, Response& response) const;

  const RouteTable& routes_;
  const catalogue::Sentences& sentences_;
  const std::uint16_t port_;
  const Authenticate authenticate_;
  const Report report_;
};

}  // namespace pilah::http
