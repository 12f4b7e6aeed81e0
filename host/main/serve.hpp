// `pilah serve`: one host over one data folder, until it is told to stop.
#pragma once

#include "pilah/catalogue/sentences.hpp"
#include "pilah/cli/command.hpp"
#include "pilah/main/paths.hpp"

namespace pilah::host {

/// Serves HTTP and the commands that are typed beside it. Ends on SIGINT or
/// SIGTERM after the running requests. Refuses to be the second host of a folder.
int serve(const cli::ServeCommand& command, const cli::Invocation& invocation, const Paths& paths,
          const catalogue::Sentences& sentences);

}  // namespace pilah::host
