// What the checks of rules, importers and exporters share.
#pragma once

#include <string>

#include <boost/json/object.hpp>

#include "pilah/plugin/check/check_plugin.hpp"
#include "pilah/plugin/run/run_end.hpp"

namespace pilah::plugin {

/// A check under way. Refers to what it was made of.
struct Checking {
  const InstalledPlugins& plugins;
  const InstalledPlugin& plugin;
  const CheckOptions& options;
  boost::json::object parameters;  ///< the defaults
  CheckReport& report;
  int failures = 0;

  /// Counts one test; adds its finding unless it passed.
  bool test(bool passed, Severity severity, std::string kind,
            std::vector<std::pair<std::string, std::string>> arguments = {});
  /// Whether so much failed that more of it tells nothing new.
  bool hopeless() const { return failures >= 5; }
  /// A run that must succeed on `input` (which names it in the message) did not.
  void failed(const std::string& input, const RunEnd& end);
};

void check_library(Checking& checking);
void check_rule(Checking& checking);
void check_importer(Checking& checking);
void check_exporter(Checking& checking);

}  // namespace pilah::plugin
