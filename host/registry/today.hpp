// Today, as a date to compare with.
#pragma once

#include "pilah/catalogue/partial_date.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// A whole day, in the host's calendar.
inline catalogue::PartialDate today_of(const Environment& environment) {
  return catalogue::PartialDate::parse(environment.today()).value();
}

}  // namespace pilah::registry
