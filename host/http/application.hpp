// From a request to its response: guard, rates, who asks, routes, problems, conditional reads,
// compression, the headers that every response carries, and what is told of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/http/conduct.hpp"
#include "pilah/http/exchange.hpp"
#include "pilah/http/front/request_framing.hpp"
#include "pilah/http/guard.hpp"
#include "pilah/http/operation/cross_origin.hpp"
#include "pilah/http/operation/rate_limiter.hpp"
#include "pilah/http/route_table.hpp"

namespace pilah::http {

/// Any number of threads may call it. Refers to what it is made of.
class Application {
 public:
  /// `port`: where the server listens, for the guard.
  Application(const RouteTable& routes, const catalogue::Sentences& sentences, std::uint16_t port,
              Conduct conduct);

  /// Never throws: an unexpected exception becomes a 500 that tells nothing of
  /// the inside, and is reported.
  Response answer(Request request) const noexcept;

  /// The whole response, as bytes, to a request that the front did not take.
  std::string refusal_bytes(const FramingRefusal& refusal) const;

  void report(const std::string& line) const { conduct_.report(line); }

 private:
  Response answered_or_problem(Request& request, const Route*& route) const;
  Response routed(Request& request, catalogue::Language language, const Route*& route) const;
  Response without_route(const Request& request, std::vector<std::string> methods) const;
  void require_rate(const Request& request, const Route& route) const;
  void finish(const Request& request, Response& response) const;

  const RouteTable& routes_;
  const catalogue::Sentences& sentences_;
  const Conduct conduct_;
  const OwnNames names_;
  const CrossOrigin others_;
  mutable RateLimiter rates_;  // guards itself
};

}  // namespace pilah::http
