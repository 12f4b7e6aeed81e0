#include "pilah/registry/webhooks/webhooks.hpp"

#include <limits>

#include <boost/json.hpp>

#include "pilah/catalogue/happening_names.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/webhook.hpp"

namespace pilah::http {
namespace {

using catalogue::WebhookId;
using registry::Environment;

struct WantedWebhook {
  std::string address;
  std::vector<catalogue::HappeningKind> kinds;
  static void fields(auto& self, auto&& visit) {
    visit("address", self.address);
    visit("kinds", self.kinds);
  }
};

WebhookId id_of(const PathValues& values) {
  return id_of_path<WebhookId>(values[1], "webhook.not_found");
}

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  boost::json::array all;
  for (const auto& each : registry::webhooks(environment, request.caller, region)) {
    all.push_back(registry::webhook_document(each));
  }
  return json_response(200, {{"webhooks", std::move(all)}});
}

Response add(const Environment& environment, const registry::Caller& by, const Request& request,
             const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  WantedWebhook wanted;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), wanted);
  const auto made =
      registry::add_webhook(environment, by, region, {wanted.address, std::move(wanted.kinds)});
  auto response = json_response(201, registry::webhook_document(made));
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

Response remove(const Environment& environment, const Request& request, const PathValues& values) {
  registry::remove_webhook(environment, request.caller, region_of_path(environment, values[0]),
                           id_of(values));
  Response response;
  response.status = 204;
  return response;
}

Response deliveries(const Environment& environment, const catalogue::Sentences& sentences,
                    const Request& request, const PathValues& values) {
  constexpr auto kEnd = std::numeric_limits<std::int64_t>::max();
  const auto region = region_of_path(environment, values[0]);
  const Query query(request, {"before", "limit"});
  const auto limit = query.number("limit", 50, 1, 200);
  const auto page =
      registry::deliveries(environment, request.caller, region, id_of(values),
                           static_cast<std::int64_t>(query.number("before", kEnd, 1, kEnd)), limit);
  auto response = json_response(200, registry::deliveries_document(page, sentences));
  if (page.next > 0) {
    response.headers.emplace_back("Link",
                                  "</api/v1/regions/" + region.text() + "/webhooks/" + values[1] +
                                      "/deliveries?limit=" + std::to_string(limit) +
                                      "&before=" + std::to_string(page.next) + ">; rel=\"next\"");
  }
  return response;
}

Response again(const Environment& environment, const catalogue::Sentences& sentences,
               const Request& request, const PathValues& values) {
  const auto sent =
      registry::send_again(environment, request.caller, region_of_path(environment, values[0]),
                           id_of(values), number_of_path(values[2], "webhook.no_delivery"));
  return json_response(200, registry::delivery_document(sent, sentences));
}

}  // namespace

void add_webhooks(RouteTable& table, const Environment& environment,
                  const catalogue::Sentences& sentences) {
  const std::string all = "/api/v1/regions/{code}/webhooks";
  const auto plain = [&](const char* method, const std::string& pattern, auto handler) {
    table.add({method, pattern,
               [&environment, handler](const Request& request, const PathValues& values) {
                 return handler(environment, request, values);
               }});
  };
  const auto told = [&](const char* method, const std::string& pattern, auto handler) {
    table.add(
        {method, pattern,
         [&environment, &sentences, handler](const Request& request, const PathValues& values) {
           return handler(environment, sentences, request, values);
         }});
  };
  plain("GET", all, list);
  const auto make = [&environment](const registry::Caller& by, const Request& request,
                                   const PathValues& values) {
    return add(environment, by, request, values);
  };
  table.add({"POST", all, once(environment, make, AnswerIs::kToldOnce)});
  plain("DELETE", all + "/{id}", remove);
  told("GET", all + "/{id}/deliveries", deliveries);
  told("POST", all + "/{id}/deliveries/{number}/send-again", again);
}

}  // namespace pilah::http
