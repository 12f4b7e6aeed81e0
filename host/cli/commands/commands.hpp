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
void add_import_commands(CLI::App& app, Session& session);            // import
void add_plan_commands(CLI::App& app, Session& session);              // plan
void add_innovation_commands(CLI::App& app, Session& session);        // list, show
void add_workflow_commands(CLI::App& app, Session& session);          // submit, verify-entry, ...
void add_inbox_commands(CLI::App& app, Session& session);             // inbox
void add_webhook_commands(CLI::App& app, Session& session);           // webhook
void add_search_commands(CLI::App& app, Session& session);            // search
void add_mapping_commands(CLI::App& app, Session& session);           // map, coverage
void add_relation_commands(CLI::App& app, Session& session);          // relation
void add_package_commands(CLI::App& app, Session& session);           // package
void add_duplicate_commands(CLI::App& app, Session& session);         // duplicates, merge, similar
void add_group_commands(CLI::App& app, Session& session);             // group
void add_round_commands(CLI::App& app, Session& session);             // round
void add_dossier_commands(CLI::App& app, Session& session);           // dossier
void add_intake_commands(CLI::App& app, Session& session);            // intake, proposal
void add_choice_commands(CLI::App& app, Session& session);            // select, explain, scenario
void add_solve_commands(CLI::App& app, Session& session);             // solve, check-certificate
void add_plugin_commands(CLI::App& app, Session& session);            // plugin
void add_plugin_author_commands(CLI::App& plugin, Session& session);  // plugin new, check, try
void add_user_commands(CLI::App& app, Session& session);              // user
void add_token_commands(CLI::App& app, Session& session);             // token
void add_publication_commands(CLI::App& app, Session& session);       // publication
void add_host_commands(CLI::App& app, Session& session);              // serve, verify
void add_backup_commands(CLI::App& app, Session& session);            // backup, restore
void add_evidence_commands(CLI::App& app, Session& session);          // evidence
void add_history_commands(CLI::App& app, Session& session);           // history
void add_person_commands(CLI::App& app, Session& session);            // person
void add_team_commands(CLI::App& app, Session& session);              // team
void add_decree_commands(CLI::App& app, Session& session);            // decree
void add_duty_commands(CLI::App& app, Session& session);              // duty, duties
void add_panel_commands(CLI::App& app, Session& session);             // panel
void add_weights_commands(CLI::App& app, Session& session);           // weights
void add_quick_win_commands(CLI::App& app, Session& session);         // adopt, amend, commitment
void add_action_plan_commands(CLI::App& app, Session& session);       // action-plan
void add_monitoring_commands(CLI::App& app, Session& session);        // monitoring
void add_follow_up_commands(CLI::App& app, Session& session);         // follow-up
void add_evaluation_commands(CLI::App& app, Session& session);        // survey, self-score, horizon

}  // namespace pilah::cli
