// The descriptions of the routes, an area each. Called once all routes stand in the table.
//
// A new route: its Operation in the file of its area here, and its sentences in
// registry-data/messages/api.json. tests/contract/http/openapi_test.cpp says what is missing.
#pragma once

#include <string_view>
#include <vector>

#include "pilah/http/description/operation.hpp"
#include "pilah/http/route_table.hpp"

namespace pilah::http {

void describe_catalogue(RouteTable& table);
void describe_choice(RouteTable& table);
void describe_entries(RouteTable& table);
void describe_host(RouteTable& table);
void describe_inbox(RouteTable& table);
void describe_lists(RouteTable& table);
void describe_monitoring(RouteTable& table);
void describe_panels(RouteTable& table);
void describe_weights_seals(RouteTable& table);
void describe_people(RouteTable& table);
void describe_plans(RouteTable& table);
void describe_plugins(RouteTable& table);
void describe_proposals(RouteTable& table);
void describe_public_sets(RouteTable& table);
void describe_quick_wins(RouteTable& table);
void describe_relations(RouteTable& table);
void describe_rounds(RouteTable& table);
void describe_tables(RouteTable& table);
void describe_teams(RouteTable& table);
void describe_webhooks(RouteTable& table);
void describe_workflow(RouteTable& table);

/// The bytes of a file that is kept as evidence, of any type that is taken.
std::vector<Answer> a_file();

/// The query parameters of innovation_query.hpp, without those named.
std::vector<QueryParameter> innovation_parameters(const std::vector<std::string_view>& without);

}  // namespace pilah::http
