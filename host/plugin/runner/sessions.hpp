// What a runner does once its plugin is loaded: serve a rule, or run an importer.
#pragma once

#include "pilah/plugin.h"
#include "pilah/plugin/runner/configuration.hpp"
#include "pilah/plugin/runner/session.hpp"

namespace pilah::plugin::runner {

/// Creates the instance, describes the rule, then scores and explains until the
/// host closes the socket. `description` gets the description or an error text.
void serve_rule(const pilah_rule& rule, const Configuration& configuration,
                const Mapping& description);

/// Waits for the file, runs the importer on it once and tells how it ended.
void serve_importer(const pilah_importer& importer, const Configuration& configuration,
                    const Mapping& description);

}  // namespace pilah::plugin::runner
