// A role on the command line: --role, --organisation, and the --region that all have.
#pragma once

#include <string>

#include "pilah/catalogue/role.hpp"
#include "pilah/registry/environment.hpp"

namespace CLI {
class App;
}

namespace pilah::cli {

class Session;

struct GrantOptions {
  std::string role = "contributor";
  std::string organisation;  ///< a code, a name or an id
};

/// `options` must live until the command has run.
void add_grant_options(CLI::App& command, const Session& session, GrantOptions& options);

/// Without --region the host's only one; a role of the whole host has none. Throws
/// Refusal(kInvalid) for an organisation that the region has not.
catalogue::Grant grant_of(const Session& session, const registry::Environment& environment,
                          const GrantOptions& options);

/// "contributor 13.11 DINKES"; `organisation`: its code, if it is known.
std::string grant_words(const catalogue::Grant& grant, const std::string& organisation);

}  // namespace pilah::cli
