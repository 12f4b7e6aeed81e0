#include <memory>
#include <utility>

#include "pilah/http/events/event_stream.hpp"
#include "pilah/http/events/stream_places.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

constexpr std::size_t kMostStreams = 500;
constexpr std::size_t kMostOfOneClient = 50;  // an office may share one address

/// Gives its place back when its connection ends.
class PlacedStream : public EventStream {
 public:
  PlacedStream(StreamPlaces::Place place, std::shared_ptr<StreamPlaces> places, std::string region,
               Changes changes, std::optional<std::int64_t> after,
               std::function<std::int64_t()> clock)
      : EventStream(std::move(region), std::move(changes), after, std::move(clock)),
        places_(std::move(places)),
        place_(std::move(place)) {}

 private:
  const std::shared_ptr<StreamPlaces> places_;  // outlives the place
  const StreamPlaces::Place place_;
};

Response events(const Environment& environment, const std::shared_ptr<StreamPlaces>& places,
                const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const Query query(request, {});
  std::optional<std::int64_t> after;
  if (!request.last_event_id.empty()) {
    after = event_id(request.last_event_id);
    if (!after) throw HttpRefusal(400, {"http.event_id_malformed", {}, ""});
  }
  auto place = places->take(request.client);
  if (!place) throw HttpRefusal(503, {"http.too_many_streams", {}, ""});
  Response response;
  response.content_type = "text/event-stream";
  response.headers = {{"Cache-Control", "no-store"},
                      {"X-Accel-Buffering", "no"}};  // nginx passes each event on at once
  response.stream = std::make_shared<PlacedStream>(
      *std::move(place), places, region.text(),
      [&environment, region, who = request.caller](std::int64_t told) {
        return registry::region_changes(environment, who, region, told);
      },
      after, environment.steady_milliseconds);
  return response;
}

}  // namespace

void add_events(RouteTable& table, const Environment& environment, Metrics& metrics) {
  const auto places = std::make_shared<StreamPlaces>(kMostStreams, kMostOfOneClient);
  metrics.add_gauges([places] {
    return std::vector<Gauge>{{"pilah_event_streams",
                               "Open streams of events.",
                               {{{}, static_cast<std::int64_t>(places->taken())}}}};
  });
  table.add({"GET", "/api/v1/regions/{code}/events",
             [&environment, places](const Request& request, const PathValues& values) {
               return events(environment, places, request, values);
             }});
}

}  // namespace pilah::http
