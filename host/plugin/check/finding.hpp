// What a check found about a plugin.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pilah::plugin {

enum class Severity { kNote, kWarning, kError };

/// One thing found: a kind of registry-data/messages/check.json with its arguments.
/// docs/plugin-check.md has cause and cure of each.
struct Finding {
  Severity severity = Severity::kError;
  std::string kind;
  std::vector<std::pair<std::string, std::string>> arguments;
};

/// The outcome of a check. The same plugin and seed give the same report.
struct CheckReport {
  std::uint64_t seed = 0;
  int tests = 0;
  std::vector<Finding> findings;

  int count(Severity severity) const {
    int found = 0;
    for (const auto& finding : findings) found += finding.severity == severity ? 1 : 0;
    return found;
  }
};

}  // namespace pilah::plugin
