// What the checks of rules, importers and exporters share.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/plugin/check/check_plugin.hpp"
#include "pilah/plugin/run/run_end.hpp"

namespace pilah::plugin {

/// What a run was given: a word of "plugin.check_input." in registry-data/messages/plugin.json,
/// and a number that belongs to it.
struct Input {
  Input(const char* its_name) : name(its_name) {}  // most have no number
  Input(const char* its_name, std::uint64_t its_number)
      : name(its_name), number(std::to_string(its_number)) {}
  std::vector<std::pair<std::string, std::string>> arguments() const {
    return {{"input", name}, {"size", number}};
  }

  std::string name;
  std::string number;
};

/// A check under way. Refers to what it was made of.
struct Checking {
  const InstalledPlugins& plugins;
  const InstalledPlugin& plugin;
  const CheckOptions& options;
  boost::json::object parameters;  ///< the defaults
  CheckReport& report;
  int failures = 0;
  bool cut_off = false;  ///< something was left out, for time was up

  /// Counts one test; adds its finding unless it passed.
  bool test(bool passed, Severity severity, std::string kind,
            std::vector<std::pair<std::string, std::string>> arguments = {});
  /// Whether no more runs are worth it: so much failed that more of it tells nothing new, or
  /// time is up.
  bool over();
  /// A run that must succeed on `input` did not. One that the end of the check cut off tells
  /// nothing.
  void failed(const Input& input, const RunEnd& end);
};

void check_library(Checking& checking);
void check_rule(Checking& checking);
void check_importer(Checking& checking);
void check_exporter(Checking& checking);

}  // namespace pilah::plugin
