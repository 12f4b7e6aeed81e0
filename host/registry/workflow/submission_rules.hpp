// How a region takes submissions: until when, and whether the heads approve.
#pragma once

#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// For the region's administrator. Refusal(kInvalid) for an `until` that is no minute.
catalogue::Submission set_submission(const Environment& environment, const Caller& caller,
                                     const catalogue::RegionCode& region,
                                     const catalogue::Submission& submission);

}  // namespace pilah::registry
