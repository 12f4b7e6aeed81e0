#include "pilah/registry/proposals/intake_links.hpp"

#include <algorithm>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/registry/people/qr_picture.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/people/secret.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::IntakeLink;
using catalogue::IntakeLinkId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60 * 1000;

bool is_address(const std::string& text) {
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  return web && text.size() <= kLongestAddress &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

void require_valid(const LinkRequest& request) {
  catalogue::Messages wrong;
  if (request.name.empty() || request.name.size() > kLongestLinkName) {
    wrong.push_back(
        {"intake_link.bad_name", {{"largest", std::to_string(kLongestLinkName)}}, "/name"});
  }
  if (request.days < 1 || request.days > kLongestDays) {
    wrong.push_back(
        {"intake_link.bad_days",
         {{"found", std::to_string(request.days)}, {"largest", std::to_string(kLongestDays)}},
         "/days"});
  }
  if (!request.address.empty() && !is_address(request.address)) {
    wrong.push_back({"intake_link.bad_address", {{"found", request.address}}, "/address"});
  }
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

void require_round(store::Reader& reader, const LinkRequest& request) {
  if (!request.round || reader.find<catalogue::Round>(request.region, *request.round)) return;
  throw Refusal(RefusalKind::kInvalid,
                Message{"intake_link.no_such_round", {{"id", request.round->text()}}, "/round"});
}

std::vector<IntakeLink> all_links(store::Reader& reader, const RegionCode& region) {
  std::vector<IntakeLink> links;
  reader.each_aside<IntakeLink>(region, {}, [&](const IntakeLink& link) {
    links.push_back(link);
    return true;
  });
  return links;
}

}  // namespace

OpenedLink open_link(const Environment& environment, const Caller& caller,
                     const LinkRequest& request) {
  require(caller, Deed::kModerate, {request.region, {}});
  require_valid(request);
  const Secret secret = new_secret(environment, "");
  OpenedLink opened;
  auto& link = opened.link;
  link.id = IntakeLinkId{environment.new_uuid()};
  link.region = request.region;
  link.round = request.round;
  link.name = request.name;
  link.made = environment.now();
  link.expires = link.made + request.days * kDay;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    require_round(writer, request);
    if (all_links(writer, request.region).size() >= kMostLinks) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"intake_link.too_many", {{"most", std::to_string(kMostLinks)}}, ""});
    }
    writer.add_aside(link, secret.digest);
  });
  opened.token = secret.text;
  opened.path = "/api/v1/intake/" + secret.text;
  if (request.address.empty()) return opened;
  std::string address = request.address;
  while (address.ends_with('/')) address.pop_back();
  opened.qr_svg = qr_svg(address + opened.path);
  return opened;
}

std::vector<IntakeLink> intake_links(const Environment& environment, const Caller& caller,
                                     const RegionCode& region) {
  require(caller, Deed::kModerate, {region, {}});
  std::vector<IntakeLink> links;
  environment.store.read([&](store::Reader& reader) { links = all_links(reader, region); });
  std::reverse(links.begin(), links.end());
  return links;
}

IntakeLink close_link(const Environment& environment, const Caller& caller,
                      const RegionCode& region, IntakeLinkId id) {
  require(caller, Deed::kModerate, {region, {}});
  IntakeLink closed;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    auto link = writer.find_aside<IntakeLink>(region, id);
    if (!link) {
      throw Refusal(RefusalKind::kNotFound,
                    Message{"intake_link.not_found", {{"id", id.text()}}, ""});
    }
    link->closed = true;
    writer.change_aside(*link);
    closed = *std::move(link);
  });
  return closed;
}

LinkInvitation invitation(const Environment& environment, std::string_view token) {
  LinkInvitation told;
  environment.store.read([&](store::Reader& reader) {
    const auto link = reader.find_aside<IntakeLink>(digest_of(token));
    if (!link || link->closed || link->expires <= environment.now()) {
      throw Refusal(RefusalKind::kNotFound, Message{"intake_link.not_valid", {}, ""});
    }
    const auto region = reader.region(link->region);
    told = {region ? region->name : link->region.text(), link->name, "", link->expires};
    if (!link->round) return;
    if (const auto round = reader.find<catalogue::Round>(link->region, *link->round)) {
      told.round = round->record.name;
    }
  });
  return told;
}

}  // namespace pilah::registry
