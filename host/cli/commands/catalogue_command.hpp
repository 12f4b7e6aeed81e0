// A command that works on the catalogue.
#pragma once

#include <memory>
#include <utility>

#include <CLI/CLI.hpp>

#include "pilah/cli/session.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::cli {

/// Once `command` is given, the session runs `act` of (session, environment, options), which
/// answers with the exit code. Commands of one family share their options.
template <class Options, class Act>
void act_on_catalogue(CLI::App* command, Session& session, const std::shared_ptr<Options>& options,
                      Act act) {
  command->callback([&session, options, act] {
    session.on_catalogue = [&session, options, act](const registry::Environment& environment) {
      return act(session, environment, *options);
    };
  });
}

}  // namespace pilah::cli
