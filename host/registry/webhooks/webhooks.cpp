#include "pilah/registry/webhooks/webhooks.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/webhooks/outside_address.hpp"
#include "pilah/registry/webhooks/signature.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Delivery;
using catalogue::DeliveryState;
using catalogue::HappeningKind;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::WebhookId;

namespace {

constexpr std::size_t kLargestPage = 200;
constexpr std::int64_t kKept = std::int64_t{30} * 24 * 3600 * 1000;

bool is_among(const std::vector<HappeningKind>& kinds, HappeningKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void require_kinds(const std::vector<HappeningKind>& kinds) {
  if (kinds.empty()) throw Refusal(RefusalKind::kInvalid, Message{"webhook.no_kind", {}, "/kinds"});
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (is_among(webhook_kinds(), kinds[i])) continue;
    throw Refusal(RefusalKind::kInvalid,
                  Message{"webhook.kind_not_told", {}, "/kinds/" + std::to_string(i)});
  }
}

store::WebhookRow found(store::Reader& reader, const RegionCode& region, const WebhookId& id) {
  auto row = reader.webhooks().webhook(id);
  if (row && row->webhook.region == region) return *std::move(row);
  throw Refusal(RefusalKind::kNotFound, Message{"webhook.not_found", {{"id", id.text()}}, ""});
}

/// In the region's audit log: who lets something be told outside, and to which webhook.
void note(store::Writer& writer, const Caller& caller, const std::string& action,
          const RegionCode& region) {
  writer.note(region, action, caller.account.value_or(catalogue::AccountId{}));
}

/// What happened longer ago than a year is known no more: its delivery neither.
std::optional<ListedDelivery> listed(store::Reader& reader, const RegionCode& region,
                                     const Delivery& delivery) {
  auto happening = reader.happenings().happening(region, delivery.number);
  if (!happening) return std::nullopt;
  return ListedDelivery{delivery, *std::move(happening)};
}

}  // namespace

const std::vector<HappeningKind>& webhook_kinds() {
  static const std::vector<HappeningKind> kinds{
      HappeningKind::kSubmitted, HappeningKind::kApproved,  HappeningKind::kReturned,
      HappeningKind::kVerified,  HappeningKind::kPublished, HappeningKind::kArchived,
      HappeningKind::kMerged,    HappeningKind::kCommented, HappeningKind::kProposed,
      HappeningKind::kImported};
  return kinds;
}

MadeWebhook add_webhook(const Environment& environment, const Caller& caller,
                        const RegionCode& region, const NewWebhook& wanted) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  require_webhook_address(wanted.address);
  require_kinds(wanted.kinds);
  MadeWebhook made{{WebhookId{environment.new_uuid()},
                    region,
                    wanted.address,
                    {},
                    caller.actor,
                    environment.now()},
                   new_webhook_secret(environment)};
  for (const auto kind : webhook_kinds()) {
    if (is_among(wanted.kinds, kind)) made.webhook.kinds.push_back(kind);
  }
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    if (!writer.region(region)) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"region.not_of_this_host", {{"code", region.text()}}, ""});
    }
    const auto others = writer.webhooks().webhooks(region);
    if (others.size() >= kMostWebhooks) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"webhook.too_many", {{"most", std::to_string(kMostWebhooks)}}, ""});
    }
    if (std::any_of(others.begin(), others.end(),
                    [&](const auto& row) { return row.webhook.address == wanted.address; })) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"webhook.address_taken", {{"address", wanted.address}}, "/address"});
    }
    writer.webhooks().put_webhook({made.webhook, made.secret, 0, 0});
    note(writer, caller, "webhook added " + made.webhook.id.text(), region);
  });
  return made;
}

std::vector<WebhookStanding> webhooks(const Environment& environment, const Caller& caller,
                                      const RegionCode& region) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  std::vector<WebhookStanding> all;
  environment.store.read([&](store::Reader& reader) {
    all.clear();
    for (auto& row : reader.webhooks().webhooks(region)) {
      all.push_back({std::move(row.webhook), row.failures, row.failures > 0 ? row.due : 0});
    }
  });
  return all;
}

void remove_webhook(const Environment& environment, const Caller& caller, const RegionCode& region,
                    const WebhookId& id) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    found(writer, region, id);
    writer.webhooks().drop_webhook(id);
    note(writer, caller, "webhook removed " + id.text(), region);
  });
}

DeliveryPage deliveries(const Environment& environment, const Caller& caller,
                        const RegionCode& region, const WebhookId& id, std::int64_t before,
                        std::size_t limit) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  if (limit < 1 || limit > kLargestPage) {
    throw Refusal(RefusalKind::kInvalid, Message{"registry.bad_limit",
                                                 {{"found", std::to_string(limit)},
                                                  {"largest", std::to_string(kLargestPage)}},
                                                 "/limit"});
  }
  DeliveryPage page;
  environment.store.read([&](store::Reader& reader) {
    page = {};
    found(reader, region, id);
    auto some = reader.webhooks().deliveries(id, before, limit + 1);
    if (some.size() > limit) {
      some.pop_back();
      page.next = some.back().number;
    }
    for (const auto& delivery : some) {
      if (auto each = listed(reader, region, delivery)) page.deliveries.push_back(*std::move(each));
    }
  });
  return page;
}

ListedDelivery send_again(const Environment& environment, const Caller& caller,
                          const RegionCode& region, const WebhookId& id, std::int64_t number) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  std::optional<ListedDelivery> again;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    auto row = found(writer, region, id);
    const auto delivery = writer.webhooks().delivery(id, number);
    again = delivery ? listed(writer, region, *delivery) : std::nullopt;
    if (!again) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"webhook.no_delivery", {{"number", std::to_string(number)}}, ""});
    }
    again->delivery = {id, number, DeliveryState::kWaiting, 0, environment.now(), 0, "", 0};
    writer.webhooks().put_delivery(again->delivery);
    row.failures = 0;
    row.due = 0;
    writer.webhooks().put_webhook(row);
  });
  return *std::move(again);
}

void queue_for_webhooks(store::Writer& writer, const RegionCode& region, std::int64_t number) {
  const auto all = writer.webhooks().webhooks(region);
  if (all.empty()) return;
  const auto happening = writer.happenings().happening(region, number).value();
  for (const auto& row : all) {
    if (!is_among(row.webhook.kinds, happening.kind)) continue;
    writer.webhooks().put_delivery(
        {row.webhook.id, number, DeliveryState::kWaiting, 0, happening.at, 0, "", 0});
  }
}

void drop_old_deliveries(const Environment& environment, const RegionCode& region) {
  const std::int64_t before = environment.now() - kKept;
  environment.store.write({"webhooks"}, [&](store::Writer& writer) {
    writer.webhooks().drop_deliveries(region, before);
  });
}

}  // namespace pilah::registry
