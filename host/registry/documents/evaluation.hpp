// The JSON of what is evaluated: self-scores, citizens' surveys, the three horizons.
#pragma once

#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/catalogue/survey.hpp"
#include "pilah/registry/monitoring/horizons.hpp"
#include "pilah/registry/monitoring/self_score.hpp"

namespace pilah::registry {

/// {"scheme", "name", "valid_from"?, "scale", "low", "high", "parts", "entries"}: "low" and
/// "high" are millionths of the best score; so in each of "parts" ({"key", "title",
/// "weight", "low", "high", "missing": [texts in both languages]}) and of "entries".
boost::json::object self_score_document(const SelfScore& score,
                                        const catalogue::Sentences& sentences);

/// The records without their region.
boost::json::array survey_document(const std::vector<catalogue::SurveyValue>& values);

/// [{"placing", "candidates": [the same members for each]}]
boost::json::array horizons_document(const std::vector<Horizon>& horizons);

}  // namespace pilah::registry
