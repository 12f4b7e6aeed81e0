// API v1: everything that is served, in one table.
#pragma once

#include <memory>

#include "pilah/http/route_table.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::http {

/// All routes on `environment`, which must outlive the table.
std::unique_ptr<RouteTable> api_routes(const registry::Environment& environment);

}  // namespace pilah::http
