// How far a quick win has come in each part of an evaluation scheme.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/action_plan.hpp"
#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/monitoring.hpp"
#include "pilah/catalogue/survey.hpp"
#include "pilah/registry/monitoring/self_score.hpp"

namespace pilah::registry {

/// What is known of one candidate.
struct KnownOfCandidate {
  std::vector<catalogue::Innovation> entries;
  std::optional<catalogue::ActionPlan> plan;
  std::vector<catalogue::MonitoringReport> reports;              ///< the oldest period first
  const std::map<std::string, catalogue::SurveyValue>& surveys;  ///< the newest by area
  catalogue::PartialDate today;
};

/// The part's range, and what is missing.
PartScore measured(const SchemePart& part, const KnownOfCandidate& known);

}  // namespace pilah::registry
