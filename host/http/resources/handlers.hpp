// Handlers of routes out of functions that need the environment, too. It must outlive them.
#pragma once

#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/route_table.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::http {

/// Of `handler` of (environment, request, values).
template <class Handler>
auto handler_of(const registry::Environment& environment, Handler handler) {
  return [&environment, handler](const Request& request, const PathValues& values) {
    return handler(environment, request, values);
  };
}

/// Of `handler` of (environment, caller, request, values), which makes something new: at
/// most once for each Idempotency-Key.
template <class Handler>
auto once_handler_of(const registry::Environment& environment, Handler handler) {
  return once(environment,
              [&environment, handler](const registry::Caller& by, const Request& request,
                                      const PathValues& values) {
                return handler(environment, by, request, values);
              });
}

}  // namespace pilah::http
