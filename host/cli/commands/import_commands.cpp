#include "pilah/cli/commands/commands.hpp"
#include "pilah/cli/commands/list_import.hpp"
#include "pilah/cli/session.hpp"

namespace pilah::cli {

void add_import_commands(CLI::App& app, Session& session) {
  add_list_import(app, session, registry::ListKind::kInnovations);
}

}  // namespace pilah::cli
