// The named schemas of the API: every document that it answers or takes.
//
// A new document: its schema in a file of its area here, one line in schemas().
#pragma once

#include <boost/json/object.hpp>

namespace pilah::http {

/// By name, as they stand under /components/schemas of openapi.json.
boost::json::object schemas();

void add_catalogue_schemas(boost::json::object& schemas);
void add_choice_schemas(boost::json::object& schemas);
void add_table_schemas(boost::json::object& schemas);
void add_entry_schemas(boost::json::object& schemas);
void add_inbox_schemas(boost::json::object& schemas);
void add_list_schemas(boost::json::object& schemas);
void add_monitoring_schemas(boost::json::object& schemas);
void add_panel_schemas(boost::json::object& schemas);
void add_weights_seal_schemas(boost::json::object& schemas);
void add_people_schemas(boost::json::object& schemas);
void add_plan_schemas(boost::json::object& schemas);
void add_plugin_schemas(boost::json::object& schemas);
void add_proposal_schemas(boost::json::object& schemas);
void add_public_set_schemas(boost::json::object& schemas);
void add_quick_win_schemas(boost::json::object& schemas);
void add_relation_schemas(boost::json::object& schemas);
void add_robustness_schemas(boost::json::object& schemas);
void add_round_schemas(boost::json::object& schemas);
void add_team_schemas(boost::json::object& schemas);
void add_webhook_schemas(boost::json::object& schemas);
void add_workflow_schemas(boost::json::object& schemas);

}  // namespace pilah::http
