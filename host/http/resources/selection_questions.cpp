#include <memory>
#include <utility>

#include <boost/json.hpp>

#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/http/resources/worked_out.hpp"
#include "pilah/registry/choice/interventions.hpp"
#include "pilah/registry/choice/outlook.hpp"
#include "pilah/registry/choice/robustness.hpp"
#include "pilah/registry/choice/selections.hpp"
#include "pilah/registry/choice/set_repair.hpp"
#include "pilah/registry/documents/interventions.hpp"
#include "pilah/registry/documents/robustness.hpp"
#include "pilah/registry/documents/selection.hpp"
#include "pilah/registry/documents/set_repair.hpp"

namespace pilah::http {
namespace {

using catalogue::SelectionId;
using catalogue::Sentences;
using registry::Environment;
using registry::SelectionEntry;

constexpr std::int64_t kMostMilliseconds = 10'000;
constexpr std::size_t kMostChanges = 1'000'000;

/// What the questions to all selections of one host share.
struct Questions {
  const Environment& environment;
  const Sentences& sentences;
  std::string since;  ///< tells this run of the program, whose words an answer is in
  OneAtATime working = {};
};

SelectionEntry entry_of_path(const Questions& questions, const Request& request,
                             const PathValues& values) {
  const auto region = region_of_path(questions.environment, values[0]);
  const auto id = id_of_path<SelectionId>(values[1], "http.no_such_selection");
  return registry::selection(questions.environment, request.caller, region, id);
}

/// A selection does not change, so what is asked of it names the answer.
template <class Answer>
Response answered(Questions& questions, const Request& request, const SelectionEntry& entry,
                  const std::string& asked, Answer answer) {
  return worked_out(questions.environment, questions.working, request,
                    questions.since + '\n' + entry.selection.id.text() + '\n' + asked,
                    kMostMilliseconds, std::move(answer));
}

Response robustness(Questions& questions, const Request& request, const PathValues& values) {
  const Query query(request, {});
  const auto entry = entry_of_path(questions, request, values);
  return answered(questions, request, entry, "robustness", [&](const auto& deadline) {
    const auto told = registry::robustness(registry::StoredChoice(entry.selection), deadline);
    return std::pair(registry::robustness_document(entry.selection, told, questions.sentences),
                     told.complete);
  });
}

Response repair(Questions& questions, const Request& request, const PathValues& values) {
  const Query query(request, {"without", "changes"});
  const auto entry = entry_of_path(questions, request, values);
  const auto without = query.all("without");
  std::optional<std::size_t> changes;
  if (query.one("changes")) changes = query.number("changes", 0, 1, kMostChanges);
  std::string asked = "repair " + std::to_string(changes.value_or(0));
  for (const auto& each : without) asked += '\n' + each;
  return answered(questions, request, entry, asked, [&](const auto& deadline) {
    const auto told =
        registry::set_repair(registry::StoredChoice(entry.selection), without, changes, deadline);
    return std::pair(registry::set_repair_document(entry.selection, told, questions.sentences),
                     told.complete);
  });
}

Response interventions(Questions& questions, const Request& request, const PathValues& values) {
  const Query query(request, {});
  const auto entry = entry_of_path(questions, request, values);
  return answered(questions, request, entry, "interventions", [&](const auto& deadline) {
    const auto told =
        registry::interventions(registry::StoredChoice(entry.selection), entry.selection, deadline);
    return std::pair(registry::interventions_document(entry.selection, told), told.complete);
  });
}

Response outlook(Questions& questions, const Request& request, const PathValues& values) {
  const Query query(request, {});
  const auto entry = entry_of_path(questions, request, values);
  const registry::StoredChoice choice(entry.selection);
  const auto position = choice.position_of(values[2]);
  return answered(questions, request, entry, "outlook " + values[2], [&](const auto& deadline) {
    const auto told = registry::outlook(choice, position, deadline);
    return std::pair(registry::outlook_document(told, questions.sentences), !deadline.passed());
  });
}

}  // namespace

void add_selection_questions(RouteTable& table, const Environment& environment,
                             const Sentences& sentences) {
  const auto questions = std::shared_ptr<Questions>(
      new Questions{environment, sentences, environment.new_uuid().text()});
  const auto add = [&](const char* place, auto handler) {
    Route route{"GET", std::string("/api/v1/regions/{code}/selections/{id}") + place,
                [questions, handler](const Request& request, const PathValues& values) {
                  return handler(*questions, request, values);
                }};
    route.lane = Lane::kLong;
    table.add(std::move(route));
  };
  add("/robustness", robustness);
  add("/repair", repair);
  add("/interventions", interventions);
  add("/candidates/{candidate}/outlook", outlook);
}

}  // namespace pilah::http
