// API v1: everything that is served, in one table.
#pragma once

#include <memory>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/http/operation/metrics.hpp"
#include "pilah/http/pages/web_pages.hpp"
#include "pilah/http/route_table.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::http {

/// All routes; `environment` and `sentences` must outlive the table. `metrics`: what
/// /metrics shows. `pages`: what a browser shows at all addresses outside of the API; null:
/// there are none, and two plain pages stand in for them.
std::unique_ptr<RouteTable> api_routes(
    const registry::Environment& environment, const catalogue::Sentences& sentences,
    std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>(),
    std::shared_ptr<const WebPages> pages = nullptr);

}  // namespace pilah::http
