// Numbers with a fraction as people of each language write them: "0,812" in
// Indonesian, "0.812" in English. Rounded half away from zero. Pure.
#pragma once

#include <cstdint>
#include <string>

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"

namespace pilah::registry {

/// Millionths with `digits` (0 to 6) behind the point, digits in threes before it.
std::string decimal(std::int64_t millionths, int digits, catalogue::Language language);

/// The same as an argument of a statement: {"id", "en"}.
boost::json::object decimal(std::int64_t millionths, int digits);

/// A share of one as percents with one digit behind the point.
boost::json::object percent(std::int64_t millionths);

}  // namespace pilah::registry
