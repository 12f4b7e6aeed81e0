// How busy the server is, as gauges.
#pragma once

#include <vector>

#include "pilah/http/front/front.hpp"
#include "pilah/http/operation/metrics.hpp"

namespace pilah::http {

std::vector<Gauge> gauges_of(const FrontLoad& load);

}  // namespace pilah::http
