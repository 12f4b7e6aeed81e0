// Quick-win sets in force as everybody may read them, account or not. Everybody's questions
// share one turn of their own, so that none of them keeps whoever works in the region waiting.
#include "pilah/registry/public_sets/public_sets.hpp"

#include <memory>
#include <utility>

#include <boost/json.hpp>

#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/http/resources/worked_out.hpp"
#include "pilah/registry/documents/public_set.hpp"
#include "pilah/registry/public_sets/public_runs.hpp"
#include "pilah/registry/public_sets/trial.hpp"

namespace pilah::http {
namespace {

using catalogue::QuickWinSetId;
using catalogue::Sentences;
using registry::Environment;
using registry::OpenedSet;

constexpr std::int64_t kMostOfQuestion = 10'000;  // milliseconds
constexpr std::int64_t kMostOfTrial = 2'000;
constexpr std::size_t kMostOfTrialBody = 64 * 1024;  // bytes

// Of one address.
constexpr Rate kReads{60, 1'000};
constexpr Rate kQuestions{20, 3'000};
constexpr Rate kTrials{100, 200};  // a hand that moves a slider, then five a second

struct PublicSets {
  const Environment& environment;
  const Sentences& sentences;
  std::string since;  ///< tells this run of the program, whose words an answer is in
  OneAtATime working = {};
  OneAtATime trying = {};
};

/// The set that an address names.
struct Place {
  catalogue::RegionCode region;
  QuickWinSetId id;
};

Place place_of(const PublicSets& sets, const PathValues& values) {
  const auto region = region_of_path(sets.environment, values[0]);
  return {region, id_of_path<QuickWinSetId>(values[1], "public_set.not_found")};
}

OpenedSet opened(const PublicSets& sets, const PathValues& values) {
  const auto [region, id] = place_of(sets, values);
  return registry::opened_set(sets.environment, region, id);
}

Response read(PublicSets& sets, const Request& request, const PathValues& values) {
  const Query query(request, {});
  const auto [region, id] = place_of(sets, values);
  return json_response(
      200, registry::public_set_document(registry::public_set(sets.environment, region, id),
                                         sets.sentences));
}

/// What is public of a selection, and the selection, name the answer.
std::string named(const PublicSets& sets, const OpenedSet& set, const char* asked) {
  return sets.since + '\n' + set.selection.id.text() + '\n' + set.open.mark() + '\n' + asked;
}

Response interventions(PublicSets& sets, const Request& request, const PathValues& values) {
  const Query query(request, {});
  const auto set = opened(sets, values);
  return worked_out(sets.environment, sets.working, request, named(sets, set, "interventions"),
                    kMostOfQuestion, [&](const registry::Deadline& deadline) {
                      const auto told = registry::public_interventions(set, deadline);
                      return std::pair(registry::public_interventions_document(set, told),
                                       told.told.complete);
                    });
}

Response runs(PublicSets& sets, const Request& request, const PathValues& values) {
  const Query query(request, {});
  const auto set = opened(sets, values);
  const auto turn = turn_of(sets.working);
  return json_response(
      200, registry::public_runs_document(registry::public_runs(sets.environment, set)));
}

/// As a file: what its digest is of are these bytes.
Response as_file(Response response, const OpenedSet& set, const char* name) {
  response.headers.emplace_back(
      "Content-Disposition",
      "attachment; filename=\"" + std::string(name) + "-" + set.set.id.text() + ".json\"");
  return response;
}

Response problem(PublicSets& sets, const Request& request, const PathValues& values) {
  const Query query(request, {});
  const auto set = opened(sets, values);
  return as_file(json_text_response(200, registry::public_problem(set)), set, "soal");
}

Response certificate(PublicSets& sets, const Request& request, const PathValues& values) {
  const Query query(request, {});
  const auto set = opened(sets, values);
  registry::require_problem(set);
  const std::string tag = body_tag(named(sets, set, "certificate"));
  Response response = json_response(200, nullptr);
  if (!names_tag(request.if_none_match, tag)) {
    const auto turn = turn_of(sets.working);
    const registry::Deadline deadline(sets.environment.steady_milliseconds, kMostOfQuestion);
    response = json_text_response(200, registry::public_certificate(set, deadline));
  }
  response.headers.emplace_back("ETag", tag);
  return as_file(std::move(response), set, "bukti");
}

Response try_out(PublicSets& sets, const Request& request, const PathValues& values) {
  const auto set = opened(sets, values);
  const auto trial = registry::read_trial(document_of(request, DocumentKind::kWhole));
  const auto turn = turn_of(sets.trying);
  const registry::Deadline deadline(sets.environment.steady_milliseconds, kMostOfTrial);
  return json_response(200, registry::tried_publicly_document(
                                registry::tried_publicly(set, trial, deadline), sets.sentences));
}

}  // namespace

void add_public_sets(RouteTable& table, const Environment& environment,
                     const Sentences& sentences) {
  const auto sets = std::shared_ptr<PublicSets>(
      new PublicSets{environment, sentences, environment.new_uuid().text()});
  const auto add = [&](const char* method, const char* place, Rate rate, auto handler) {
    Route route{method, std::string("/api/v1/regions/{code}/public/quick-win-sets/{id}") + place,
                [sets, handler](const Request& request, const PathValues& values) {
                  return handler(*sets, request, values);
                }};
    route.lane = Lane::kLong;
    route.rate = rate;
    if (route.method == "POST") route.max_body = kMostOfTrialBody;
    table.add(std::move(route));
  };
  add("GET", "", kReads, read);
  add("GET", "/interventions", kQuestions, interventions);
  add("GET", "/runs", kQuestions, runs);
  add("GET", "/problem", kQuestions, problem);
  add("GET", "/certificate", kQuestions, certificate);
  add("POST", "/tried", kTrials, try_out);
}

}  // namespace pilah::http
