// The options by which commands narrow a list of innovations.
#pragma once

#include <string>
#include <vector>

#include "pilah/registry/search/innovation_list.hpp"

namespace CLI {
class App;
}

namespace pilah::cli {

class Session;

/// As typed; words that are no enumeration's are refused by the parser.
struct InnovationOptions {
  std::vector<std::string> statuses;
  std::vector<std::string> entry_kinds;
  std::vector<std::string> owners;  ///< codes, names or ids
  std::vector<std::string> areas;
  std::vector<std::string> dimensions;
  std::vector<std::string> forms;
  std::vector<std::string> stages;
  std::vector<int> years;
};

/// Adds --status, --kind, --owner, --area, --dimension, --form, --stage, --year.
/// `options` must live until the command has run.
void add_filter_options(CLI::App& command, const Session& session, InnovationOptions& options);

/// Throws Refusal(kInvalid) for an owner that the region has not.
registry::InnovationFilter filter_of(const Session& session, const InnovationOptions& options,
                                     const registry::Environment& environment,
                                     const catalogue::RegionCode& region);

}  // namespace pilah::cli
