#include "pilah/registry/documents/webhook.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/happening_names.hpp"
#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/documents/happening.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

json::object document_of(const catalogue::Webhook& webhook) {
  json::array kinds;
  for (const auto kind : webhook.kinds) kinds.push_back(json::value(catalogue::name_of(kind)));
  return {{"id", webhook.id.text()},
          {"address", webhook.address},
          {"kinds", std::move(kinds)},
          {"made", instant_text(webhook.made)},
          {"made_by", webhook.made_by}};
}

}  // namespace

json::object webhook_document(const WebhookStanding& standing) {
  auto document = document_of(standing.webhook);
  document["failures"] = standing.failures;
  if (standing.due > 0) document["next_attempt"] = instant_text(standing.due);
  return document;
}

json::object webhook_document(const MadeWebhook& made) {
  auto document = document_of(made.webhook);
  document["secret"] = made.secret;
  return document;
}

std::optional<catalogue::Message> failure_of(const catalogue::Delivery& delivery) {
  if (delivery.failure.empty()) return std::nullopt;
  return catalogue::Message{delivery.failure, {{"status", std::to_string(delivery.status)}}, ""};
}

json::object delivery_document(const ListedDelivery& listed,
                               const catalogue::Sentences& sentences) {
  const auto& delivery = listed.delivery;
  auto document = happening_document(listed.happening);
  document["number"] = delivery.number;
  document["state"] = catalogue::name_of(delivery.state);
  document["attempts"] = delivery.attempts;
  if (delivery.tried > 0) document["tried"] = instant_text(delivery.tried);
  if (delivery.status > 0) document["status"] = delivery.status;
  if (const auto failure = failure_of(delivery)) {
    document["failure"] = {{"id", sentences.say(*failure, catalogue::Language::kIndonesian)},
                           {"en", sentences.say(*failure, catalogue::Language::kEnglish)}};
  }
  return document;
}

json::object deliveries_document(const DeliveryPage& page, const catalogue::Sentences& sentences) {
  json::array deliveries;
  for (const auto& each : page.deliveries) deliveries.push_back(delivery_document(each, sentences));
  json::object document{{"deliveries", std::move(deliveries)}};
  if (page.next > 0) document["next"] = page.next;
  return document;
}

}  // namespace pilah::registry
