// Webhooks and their deliveries, as HTTP and the command line tell of them.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/webhooks/webhooks.hpp"

namespace pilah::registry {

/// Without the secret, which only add_webhook() answers.
boost::json::object webhook_document(const WebhookStanding& standing);
boost::json::object webhook_document(const MadeWebhook& made);

/// What went wrong, as a sentence; no message: nothing did.
std::optional<catalogue::Message> failure_of(const catalogue::Delivery& delivery);

boost::json::object delivery_document(const ListedDelivery& listed,
                                      const catalogue::Sentences& sentences);
/// {"deliveries", "next"}; the last only where there is one.
boost::json::object deliveries_document(const DeliveryPage& page,
                                        const catalogue::Sentences& sentences);

}  // namespace pilah::registry
