#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

void describe_webhooks(RouteTable& table) {
  const auto add = [&table](const char* method, const std::string& path, Operation operation) {
    operation.group = "webhooks";
    operation.access = Access::kSigned;
    table.describe(method, "/api/v1/regions/{code}/webhooks" + path, std::move(operation));
  };
  add("GET", "", {.id = "listWebhooks", .group = {}, .answers = {gives("WebhookList")}});
  add("POST", "",
      {.id = "addWebhook",
       .group = {},
       .takes = "NewWebhook",
       .answers = {gives("MadeWebhook", 201)}});
  add("DELETE", "/{id}", {.id = "removeWebhook", .group = {}, .answers = {gives_nothing()}});
  add("GET", "/{id}/deliveries",
      {.id = "listDeliveries",
       .group = {},
       .query = {{"before", schema::count(57)}, {"limit", schema::count(50)}},
       .answers = {gives("DeliveryList")}});
  add("POST", "/{id}/deliveries/{number}/send-again",
      {.id = "sendDeliveryAgain", .group = {}, .answers = {gives("Delivery")}});
}

}  // namespace pilah::http
