// The groups of commands. Each adds its subcommands to `app`; the one that is
// called puts what it does into `session`.
#pragma once

namespace CLI {
class App;
}

namespace pilah::cli {

class Session;

void add_region_commands(CLI::App& app, Session& session);            // init, region
void add_organisation_commands(CLI::App& app, Session& session);      // organisation
void add_import_commands(CLI::App& app, Session& session);            // import, plan
void add_innovation_commands(CLI::App& app, Session& session);        // list, show
void add_search_commands(CLI::App& app, Session& session);            // search
void add_mapping_commands(CLI::App& app, Session& session);           // map, coverage
void add_choice_commands(CLI::App& app, Session& session);            // select, explain, scenario
void add_solve_commands(CLI::App& app, Session& session);             // solve, check-certificate
void add_plugin_commands(CLI::App& app, Session& session);            // plugin
void add_plugin_author_commands(CLI::App& plugin, Session& session);  // plugin new, check, try
void add_host_commands(CLI::App& app, Session& session);              // serve, verify
void add_backup_commands(CLI::App& app, Session& session);            // backup, restore
void add_evidence_commands(CLI::App& app, Session& session);          // evidence
void add_history_commands(CLI::App& app, Session& session);           // history
void add_person_commands(CLI::App& app, Session& session);            // person

}  // namespace pilah::cli
