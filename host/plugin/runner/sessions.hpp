// What a runner does once its plugin is loaded: serve a rule, run an importer or an exporter.
#pragma once

#include "pilah/plugin.h"
#include "pilah/plugin/runner/configuration.hpp"
#include "pilah/plugin/runner/session.hpp"

namespace pilah::plugin::runner {

/// What every session works with.
struct Work {
  const Configuration& configuration;
  const pilah_create_arguments* arguments;
  const Given& given;
  const Mapping& description;  ///< gets the description, later the text of an error
};

/// Creates the instance, describes the rule, then scores and explains until the
/// host closes the socket.
void serve_rule(const pilah_rule& rule, const Work& work);

/// Waits for the word, runs the importer on its file once and tells how it ended.
void serve_importer(const pilah_importer& importer, const Work& work);

/// Tells which tables it wants, waits for the word, runs the exporter once.
void serve_exporter(const pilah_exporter& exporter, const Work& work);

}  // namespace pilah::plugin::runner
