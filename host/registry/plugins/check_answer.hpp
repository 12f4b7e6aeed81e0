// What the check of a plugin found, to be told to people.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/catalogue/message.hpp"

namespace pilah::plugin {
struct CheckReport;
struct KeptCheck;
}  // namespace pilah::plugin

namespace pilah::registry {

struct CheckFinding {
  std::string severity;  ///< "note", "warning", "error"
  catalogue::Message message;
  /// How the run ended, for a finding that a run failed.
  std::vector<catalogue::Message> ends;
};

struct CheckAnswer {
  std::uint64_t seed = 0;
  int tests = 0;
  int errors = 0, warnings = 0, notes = 0;
  std::vector<CheckFinding> findings;
};

CheckAnswer check_answer(const plugin::CheckReport& report);

/// The last check of an installed plugin.
struct PluginCheck {
  std::int64_t at = 0;  ///< milliseconds since 1970
  std::string program;  ///< the version of Pilah that checked it
  CheckAnswer answer;
};

PluginCheck plugin_check(const plugin::KeptCheck& check);

}  // namespace pilah::registry
