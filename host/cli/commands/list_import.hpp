// The subcommand `import FILE`, for the lists of innovations and of organisations alike.
#pragma once

#include "pilah/registry/intake/import_list.hpp"

namespace CLI {
class App;
}

namespace pilah::cli {

class Session;

void add_list_import(CLI::App& parent, Session& session, registry::ListKind kind);

}  // namespace pilah::cli
