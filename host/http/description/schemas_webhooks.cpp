// Who outside is told of what happens, and how that went.
#include <boost/json.hpp>

#include "pilah/catalogue/happening_names.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/registry/webhooks/webhooks.hpp"

namespace pilah::http {

using namespace schema;

void add_webhook_schemas(boost::json::object& all) {
  std::vector<std::string_view> names;
  for (const auto kind : registry::webhook_kinds()) names.push_back(catalogue::name_of(kind));
  const Schema kinds = list(words(names));
  const Schema address = text("https://dasbor.example.go.id/pilah");
  const Schema webhook = object({{"id", uuid()},
                                 {"address", address},
                                 {"kinds", kinds},
                                 {"made", text("2026-02-01T08:00:00Z")},
                                 {"made_by", text("command-line")}});
  all["Webhook"] =
      with(webhook, {{"failures", count(0)}, maybe("next_attempt", text("2026-02-01T08:10:00Z"))});
  all["WebhookList"] = object({{"webhooks", list(named("Webhook"))}});
  all["MadeWebhook"] = with(webhook, {{"secret", text("whsec_c2VjcmV0")}});
  all["NewWebhook"] = object({{"address", address}, {"kinds", kinds}});
  all["Delivery"] = object(
      {{"number", count(57)},
       {"kind", words(names)},
       {"subject", object({{"kind", words({"innovation", "proposal", "import"})}, {"id", uuid()}})},
       {"revision", count(812)},
       {"at", text("2026-02-01T08:00:00Z")},
       {"state", word_of<catalogue::DeliveryState>()},
       {"attempts", count(1)},
       maybe("tried", text("2026-02-01T08:00:01Z")),
       maybe("status", count(200)),
       maybe("failure", named("Bilingual"))});
  all["DeliveryList"] = object({{"deliveries", list(named("Delivery"))}, maybe("next", count(41))});
}

}  // namespace pilah::http
