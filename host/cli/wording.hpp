// How commands write small values into a line.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/quantity.hpp"

namespace pilah::cli {

/// "a, b, c"; `none` where there is nothing.
std::string joined(const std::vector<std::string>& words, const std::string& none = "-");

/// "73 %", rounded half up.
std::string whole_percent(catalogue::Millionths share);

}  // namespace pilah::cli
