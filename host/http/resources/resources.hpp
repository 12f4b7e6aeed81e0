// The resources of API v1: each function adds the routes of one kind of thing.
//
// A handler reads the request, calls one use case, and writes its answer as the
// document that the command line prints too. It holds no state of its own, but that
// of the questions to a selection only one is worked out at a time.
#pragma once

#include "pilah/catalogue/sentences.hpp"
#include "pilah/http/route_table.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::http {

/// `environment`, `sentences` and `table` must outlive the server.
void add_taxonomy(RouteTable& table, const registry::Environment& environment);
void add_regions(RouteTable& table, const registry::Environment& environment);
void add_organisations(RouteTable& table, const registry::Environment& environment);
void add_innovations(RouteTable& table, const registry::Environment& environment);
void add_drafts(RouteTable& table, const registry::Environment& environment);
void add_evidence(RouteTable& table, const registry::Environment& environment);
void add_history(RouteTable& table, const registry::Environment& environment,
                 const catalogue::Sentences& sentences);
void add_persons(RouteTable& table, const registry::Environment& environment);
void add_coverage(RouteTable& table, const registry::Environment& environment);
void add_scenarios(RouteTable& table, const registry::Environment& environment);
void add_selections(RouteTable& table, const registry::Environment& environment,
                    const catalogue::Sentences& sentences);
/// How sure a selection is, and what replaces its members.
void add_selection_questions(RouteTable& table, const registry::Environment& environment,
                             const catalogue::Sentences& sentences);
/// The page at /, the index of the API, /healthz, /readyz. Last: the index lists all before it.
void add_index(RouteTable& table, const registry::Environment& environment);

}  // namespace pilah::http
