// Self-scores, citizens' surveys, the three horizons.
#include "pilah/registry/documents/evaluation.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/monitoring/surveys.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

Response schemes(const Environment& environment, const Request&, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  boost::json::value all = boost::json::array();
  if (environment.schemes) all = catalogue::to_json(environment.schemes->of(region));
  return json_response(200, {{"schemes", std::move(all)}});
}

Response self_score(const Environment& environment, const catalogue::Sentences& sentences,
                    const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto scheme = Query(request, {"scheme"}).one("scheme");
  const auto score = registry::self_score(environment, request.caller, region, scheme.value_or(""));
  return json_response(200, registry::self_score_document(score, sentences));
}

Response survey(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::survey_values(environment, request.caller, region);
  return json_response(200, {{"survey", registry::survey_document(all)}});
}

Response add_value(const Environment& environment, const registry::Caller& by,
                   const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto document = document_of(request, DocumentKind::kWhole);
  for (const char* key : {"id", "region"}) {
    if (!document.contains(key)) continue;
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{"innovation.set_by_host", {{"field", key}}, std::string("/") + key});
  }
  auto value = catalogue::from_json<catalogue::SurveyValue>(document);
  value.region = region;
  const auto added = registry::add_survey_value(environment, by, std::move(value));
  return created("/api/v1/regions/" + region.text() + "/survey",
                 registry::survey_document({added}).front());
}

Response horizons(const Environment& environment, const Request& request,
                  const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto all = registry::horizons(environment, request.caller, region);
  return json_response(200, {{"horizons", registry::horizons_document(all)}});
}

}  // namespace

void add_evaluation(RouteTable& table, const Environment& environment,
                    const catalogue::Sentences& sentences) {
  const std::string region = "/api/v1/regions/{code}";
  const auto add = [&](const char* method, const std::string& pattern, auto handler) {
    table.add({method, pattern,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, values);
               }});
  };
  add("GET", region + "/evaluation-schemes", schemes);
  table.add({"GET", region + "/self-score",
             [&environment, &sentences](const Request& request, const PathValues& values) {
               return self_score(environment, sentences, request, values);
             }});
  add("GET", region + "/survey", survey);
  table.add({"POST", region + "/survey",
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               return add_value(environment, by, request, values);
             })});
  add("GET", region + "/horizons", horizons);
}

}  // namespace pilah::http
