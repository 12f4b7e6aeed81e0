// What a rule that is not installed would choose, beside what the installed one does.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <boost/json/object.hpp>

#include "pilah/catalogue/choice.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct TrialRequest {
  std::filesystem::path plugin;  ///< folder, library or package; signed or not
  boost::json::object scenario;  ///< empty: scenario.json of the plugin
  catalogue::RegionCode region;
  std::string as_of;
};

/// Selections that nobody stored.
struct Trial {
  catalogue::SelectionRecord tried;
  /// By the installed version of the plugin; nothing: none is installed.
  std::optional<catalogue::SelectionRecord> installed;
};

/// Runs the scenario with the plugin in place of the installed one, stores nothing.
/// Throws Refusal as select() does, and when there is no scenario.
Trial try_rule(const Environment& environment, const Caller& caller, const TrialRequest& request);

}  // namespace pilah::registry
