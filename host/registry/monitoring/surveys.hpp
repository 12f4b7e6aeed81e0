// What citizens say of each area, by survey: noted by those who choose, read by whoever
// works in the region. The newest of an area counts.
//
// Errors: catalogue::Refusal; kInvalid with a message per wrong field.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "pilah/catalogue/survey.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

inline constexpr std::size_t kMostSurveyValues = 2'000;   // of a region
inline constexpr std::size_t kLongestSurveySource = 500;  // bytes
inline constexpr std::int32_t kMostRespondents = 100'000'000;

/// By area in the taxonomy's order, the newest of each first.
std::vector<catalogue::SurveyValue> survey_values(const Environment& environment,
                                                  const Caller& caller,
                                                  const catalogue::RegionCode& region);

/// Adds it under a new id.
catalogue::SurveyValue add_survey_value(const Environment& environment, const Caller& caller,
                                        catalogue::SurveyValue value);

/// The newest of each area, by its key.
std::map<std::string, catalogue::SurveyValue> newest_survey_values(
    store::Reader& reader, const catalogue::RegionCode& region);

}  // namespace pilah::registry
