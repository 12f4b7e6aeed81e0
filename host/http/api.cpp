#include "pilah/http/api.hpp"

#include <utility>

#include "pilah/http/description/operations.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {

std::unique_ptr<RouteTable> api_routes(const registry::Environment& environment,
                                       const catalogue::Sentences& sentences,
                                       std::shared_ptr<Metrics> metrics,
                                       std::shared_ptr<const WebPages> pages) {
  auto table = std::make_unique<RouteTable>();
  add_taxonomy(*table, environment);
  add_regions(*table, environment);
  add_organisations(*table, environment);
  add_innovations(*table, environment);
  add_relations(*table, environment);
  add_duplicates(*table, environment);
  add_drafts(*table, environment);
  add_evidence(*table, environment);
  add_history(*table, environment, sentences);
  add_persons(*table, environment);
  add_coverage(*table, environment);
  add_intersections(*table, environment);
  add_teams(*table, environment);
  add_decrees(*table, environment);
  add_duties(*table, environment);
  add_intake(*table, environment);
  add_panels(*table, environment);
  add_weights_seals(*table, environment);
  add_quick_win_sets(*table, environment);
  add_public_sets(*table, environment, sentences);
  add_monitoring(*table, environment);
  add_follow_ups(*table, environment);
  add_evaluation(*table, environment, sentences);
  add_plans(*table, environment);
  add_rounds(*table, environment);
  add_dossier(*table, environment);
  add_scenarios(*table, environment);
  add_selections(*table, environment, sentences);
  add_selection_questions(*table, environment, sentences);
  add_workflow(*table, environment, sentences);
  add_inbox(*table, environment, sentences);
  add_webhooks(*table, environment, sentences);
  add_session(*table, environment);
  add_tokens(*table, environment);
  add_accounts(*table, environment);
  add_lists(*table, environment, sentences);
  add_plugins(*table, environment, sentences);
  add_publication(*table, environment);
  add_set_password(*table, pages);
  add_aggregates(*table, environment, sentences);
  add_dictionary(*table, environment, sentences);
  add_innovation_file(*table, environment);
  add_events(*table, environment, *metrics);
  add_tables(*table, environment);
  add_metrics(*table, environment, std::move(metrics));
  add_openapi(*table, sentences);
  add_index(*table, environment, pages);
  if (pages) add_pages(*table, std::move(pages));
  describe_catalogue(*table);
  describe_choice(*table);
  describe_host(*table);
  describe_inbox(*table);
  describe_lists(*table);
  describe_panels(*table);
  describe_weights_seals(*table);
  describe_people(*table);
  describe_plugins(*table);
  describe_proposals(*table);
  describe_quick_wins(*table);
  describe_public_sets(*table);
  describe_monitoring(*table);
  describe_relations(*table);
  describe_plans(*table);
  describe_rounds(*table);
  describe_entries(*table);
  describe_webhooks(*table);
  describe_workflow(*table);
  describe_teams(*table);
  describe_tables(*table);
  return table;
}

}  // namespace pilah::http
