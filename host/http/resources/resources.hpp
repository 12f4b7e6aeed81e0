// The resources of API v1: each function adds the routes of one kind of thing.
//
// A handler reads the request, calls one use case, and writes its answer as the
// document that the command line prints too. It holds no state of its own, but that
// of the questions to a selection only one is worked out at a time, and of everybody's
// questions to public sets likewise.
#pragma once

#include <memory>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/http/operation/metrics.hpp"
#include "pilah/http/pages/web_pages.hpp"
#include "pilah/http/route_table.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::http {

/// `environment`, `sentences` and `table` must outlive the server.
void add_taxonomy(RouteTable& table, const registry::Environment& environment);
void add_regions(RouteTable& table, const registry::Environment& environment);
void add_organisations(RouteTable& table, const registry::Environment& environment);
void add_innovations(RouteTable& table, const registry::Environment& environment);
/// Relations between innovations, and packages of them.
void add_relations(RouteTable& table, const registry::Environment& environment);
/// Likely duplicates, similar innovations elsewhere, merging and parting.
void add_duplicates(RouteTable& table, const registry::Environment& environment);
void add_drafts(RouteTable& table, const registry::Environment& environment);
void add_evidence(RouteTable& table, const registry::Environment& environment);
void add_history(RouteTable& table, const registry::Environment& environment,
                 const catalogue::Sentences& sentences);
void add_persons(RouteTable& table, const registry::Environment& environment);
/// Coverage of the areas, and areas to suggest for what is typed.
void add_coverage(RouteTable& table, const registry::Environment& environment);
/// Coverage in flat rows, pairs of dimensions, packages of what lies between two.
void add_intersections(RouteTable& table, const registry::Environment& environment);
/// Links for proposals without an account, proposals, their moderation.
void add_intake(RouteTable& table, const registry::Environment& environment);
/// Plans, linking to them, and what carries them out.
void add_plans(RouteTable& table, const registry::Environment& environment);
/// What a round knows of its region, and the board of the region's steps.
void add_dossier(RouteTable& table, const registry::Environment& environment);
/// Rounds, who took part and what was decided, what changed between two of them.
void add_rounds(RouteTable& table, const registry::Environment& environment);
/// The council, the executing team and the working groups; whoever is in them.
void add_teams(RouteTable& table, const registry::Environment& environment);
/// The decrees by which they are set up, and their files.
void add_decrees(RouteTable& table, const registry::Environment& environment);
/// What they have to do, and by when.
void add_duties(RouteTable& table, const registry::Environment& environment);
/// Weights that are sealed for a round, and opened.
void add_weights_seals(RouteTable& table, const registry::Environment& environment);
/// The scales of panels, panels, their sheets and results.
void add_panels(RouteTable& table, const registry::Environment& environment);
/// Quick-win sets: adopted, formulated, signed, amended.
void add_quick_win_sets(RouteTable& table, const registry::Environment& environment);
/// Those in force, as everybody may read them.
void add_public_sets(RouteTable& table, const registry::Environment& environment,
                     const catalogue::Sentences& sentences);
/// Action plans, monitoring periods and reports, what is late.
void add_monitoring(RouteTable& table, const registry::Environment& environment);
/// What reports and recommendations leave to be done.
void add_follow_ups(RouteTable& table, const registry::Environment& environment);
/// Self-scores, citizens' surveys, the three horizons.
void add_evaluation(RouteTable& table, const registry::Environment& environment,
                    const catalogue::Sentences& sentences);
void add_scenarios(RouteTable& table, const registry::Environment& environment);
void add_selections(RouteTable& table, const registry::Environment& environment,
                    const catalogue::Sentences& sentences);
/// How sure a selection is, and what replaces its members.
void add_selection_questions(RouteTable& table, const registry::Environment& environment,
                             const catalogue::Sentences& sentences);
/// From draft to verified, and what is said on the way.
void add_workflow(RouteTable& table, const registry::Environment& environment,
                  const catalogue::Sentences& sentences);
/// What the caller is told of.
void add_inbox(RouteTable& table, const registry::Environment& environment,
               const catalogue::Sentences& sentences);
/// Who outside is told of what happens in a region.
void add_webhooks(RouteTable& table, const registry::Environment& environment,
                  const catalogue::Sentences& sentences);
/// Signing in and out, passwords, one-time links, who one is.
void add_session(RouteTable& table, const registry::Environment& environment);
/// The caller's own tokens.
void add_tokens(RouteTable& table, const registry::Environment& environment);
/// Accounts of a region and of the host, their roles.
void add_accounts(RouteTable& table, const registry::Environment& environment);
/// Lists of innovations, organisations and accounts, sent as files.
void add_lists(RouteTable& table, const registry::Environment& environment,
               const catalogue::Sentences& sentences);
/// What may run on the host, and which of it a region uses.
void add_plugins(RouteTable& table, const registry::Environment& environment,
                 const catalogue::Sentences& sentences);
/// What a region shows to everybody.
void add_publication(RouteTable& table, const registry::Environment& environment);
/// The page that a one-time link opens; null: without pages it is a plain one.
void add_set_password(RouteTable& table, const std::shared_ptr<const WebPages>& pages);
/// The pages, at every address where nothing else lies.
void add_pages(RouteTable& table, std::shared_ptr<const WebPages> pages);
/// Counts, months and the values of filters, flat for charts.
void add_aggregates(RouteTable& table, const registry::Environment& environment,
                    const catalogue::Sentences& sentences);
/// What each column of the tables means.
void add_dictionary(RouteTable& table, const registry::Environment& environment,
                    const catalogue::Sentences& sentences);
/// All innovations of a region as one CSV file, streamed.
void add_innovation_file(RouteTable& table, const registry::Environment& environment);
/// What changes in a region, as server-sent events; their number is among the metrics.
void add_events(RouteTable& table, const registry::Environment& environment, Metrics& metrics);
/// The lists as CSV and JSON lines, and an address that ends in .csv for each. Behind
/// those that add the lists.
void add_tables(RouteTable& table, const registry::Environment& environment);
/// What Prometheus reads, for this machine alone.
void add_metrics(RouteTable& table, const registry::Environment& environment,
                 std::shared_ptr<Metrics> metrics);
/// The description of all of them, for tools.
void add_openapi(RouteTable& table, const catalogue::Sentences& sentences);
/// The page at /, the index of the API, /healthz, /readyz. Last: the index lists all before it,
/// and so does the page, unless there are `pages`.
void add_index(RouteTable& table, const registry::Environment& environment,
               const std::shared_ptr<const WebPages>& pages);

}  // namespace pilah::http
