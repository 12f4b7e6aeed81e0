#include "pilah/http/operation/cross_origin.hpp"

#include <algorithm>

namespace pilah::http {

bool CrossOrigin::allows(std::string_view origin) const {
  return !origin.empty() && std::any_of(origins_.begin(), origins_.end(), [&](const auto& each) {
    return each == "*" || each == origin;
  });
}

void CrossOrigin::open(const Request& request, Response& response) const {
  if (!allows(request.origin)) return;
  response.headers.emplace_back("Access-Control-Allow-Origin", request.origin);
  response.headers.emplace_back("Access-Control-Expose-Headers",
                                "ETag, Link, Location, Retry-After, X-Request-Id");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "cross-origin");
}

void CrossOrigin::open_preflight(const Request& request, Response& response) const {
  if (!allows(request.origin)) return;
  const auto allow = std::find_if(response.headers.begin(), response.headers.end(),
                                  [](const auto& header) { return header.first == "Allow"; });
  const std::string methods = allow == response.headers.end() ? "GET" : allow->second;
  response.headers.emplace_back("Access-Control-Allow-Methods", methods);
  response.headers.emplace_back("Access-Control-Allow-Headers",
                                "Accept, Accept-Language, Authorization, Content-Type, "
                                "Idempotency-Key, If-Match, If-None-Match, X-Request-Id");
  response.headers.emplace_back("Access-Control-Max-Age", "600");
}

}  // namespace pilah::http
