// Coverage in rows and pairs, as `pilah coverage --by` and `--pairs` print it.
#pragma once

#include <string>
#include <vector>

#include "pilah/registry/environment.hpp"

namespace CLI {
class App;
}

namespace pilah::cli {

class Session;

struct CoverageOptions {
  std::string by;      ///< "area", "dimension", "owner", "round"; empty: the 6 x 18 picture
  bool pairs = false;  ///< the matrix of dimensions
  bool plan = false;   ///< programmes without an innovation, innovations without a programme
  std::vector<std::string> pair;  ///< two dimensions: the list behind their cell
  std::string round;              ///< the picture as it was frozen: name or id; empty: as it is
  std::string owner;  ///< the picture of what that organisation owns alone; empty: of all
};

/// `options` must live until the command has run.
void add_coverage_options(CLI::App& command, const Session& session, CoverageOptions& options);

/// Prints what the options ask for, if anything but the picture.
bool print_coverage(const Session& session, const registry::Environment& environment,
                    const CoverageOptions& options);

}  // namespace pilah::cli
