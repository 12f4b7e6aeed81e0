#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/innovation.hpp"
#include "pilah/registry/documents/proposal.hpp"

namespace pilah::http {
namespace {

using catalogue::IntakeLinkId;
using catalogue::ProposalId;
using catalogue::ProposalState;
using registry::Environment;

constexpr std::size_t kUsualPage = 50;
constexpr std::size_t kLargestPage = 200;
constexpr std::size_t kMostOfProposal = 64 * 1024;  // bytes of a body
constexpr std::int64_t kHour = 3'600;               // seconds
/// One address, whatever links it has: a room full of people behind one router, then one
/// a minute.
constexpr Rate kProposalsOfAddress{100, 60'000};

/// What a link is opened with.
struct LinkForm {
  std::optional<catalogue::RoundId> round;
  std::string name;
  std::optional<std::int64_t> days;
  std::string address;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("round", self.round);
    visit("name", self.name);
    visit("days", self.days);
    visit("address", self.address);
  }
};

struct OwnerForm {
  catalogue::OrganisationId owner;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("owner", self.owner);
  }
};

struct ReasonForm {
  std::string reason;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("reason", self.reason);
  }
};

template <class Form>
Form form_of(const Request& request) {
  return catalogue::from_json<Form>(document_of(request, DocumentKind::kWhole));
}

/// Too often is not the host's weakness: 429 says when to come again.
template <class Call>
auto rate_limited(const Environment& environment, Call call) {
  try {
    return call();
  } catch (const catalogue::Refusal& refusal) {
    const auto& message = refusal.messages().front();
    if (message.kind != "proposal.too_often") throw;
    const std::int64_t left = kHour - environment.now() / 1'000 % kHour;
    throw HttpRefusal(429, message, {{"Retry-After", std::to_string(left)}});
  }
}

Response open(const Environment& environment, const registry::Caller& by, const Request& request,
              const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  auto form = form_of<LinkForm>(request);
  registry::LinkRequest asked{region, form.round, std::move(form.name), 30,
                              std::move(form.address)};
  if (form.days) asked.days = *form.days;
  const auto opened = registry::open_link(environment, by, asked);
  return created("/api/v1/regions/" + region.text() + "/intake-links",
                 registry::opened_link_document(opened));
}

Response links(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  boost::json::array all;
  for (const auto& link : registry::intake_links(environment, request.caller, region)) {
    all.push_back(registry::intake_link_document(link));
  }
  return json_response(200, {{"intake_links", std::move(all)}});
}

Response close(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<IntakeLinkId>(values[1], "intake_link.not_found");
  const auto link = registry::close_link(environment, request.caller, region, id);
  return json_response(200, registry::intake_link_document(link));
}

Response invite(const Environment& environment, const Request&, const PathValues& values) {
  const auto told = registry::invitation(environment, values[0]);
  return json_response(200, registry::invitation_document(told));
}

Response propose(const Environment& environment, const registry::Caller& by, const Request& request,
                 const PathValues& values) {
  const auto form = form_of<registry::ProposalForm>(request);
  const auto submitted = rate_limited(
      environment, [&] { return registry::submit_proposal(environment, by, values[0], form); });
  return created("/api/v1/proposals/" + submitted.tracking,
                 registry::submitted_document(submitted));
}

Response track(const Environment& environment, const Request&, const PathValues& values) {
  const auto tracked = registry::track_proposal(environment, values[0]);
  return json_response(200, registry::tracked_document(tracked));
}

Response withdraw(const Environment& environment, const Request&, const PathValues& values) {
  registry::withdraw_proposal(environment, values[0]);
  Response response;
  response.status = 204;
  return response;
}

std::optional<ProposalState> state_of(const Query& query) {
  const auto word = query.one("state");
  if (!word) return std::nullopt;
  if (const auto state = catalogue::enum_named<ProposalState>(*word)) return state;
  throw HttpRefusal(400, {"http.parameter_unknown_word",
                          {{"parameter", "state"},
                           {"found", *word},
                           {"expected", "received, accepted, declined, withdrawn"}},
                          "/state"});
}

Response queue(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const Query query(request, {"after", "limit", "state"});
  const auto text = query.one("after");
  const auto after = text ? ProposalId::parse(*text) : std::nullopt;
  if (text && !after) {
    throw HttpRefusal(400, {"http.parameter_no_id", {{"found", *text}}, "/after"});
  }
  const auto page = registry::proposals(environment, request.caller, region, state_of(query), after,
                                        query.number("limit", kUsualPage, 1, kLargestPage));
  return json_response(200, registry::proposals_document(page));
}

ProposalId proposal_of(const PathValues& values) {
  return id_of_path<ProposalId>(values[1], "proposal.not_found");
}

Response one(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto found = registry::proposal(environment, request.caller, region, proposal_of(values));
  return json_response(200, registry::proposal_document(found));
}

Response accept(const Environment& environment, const registry::Caller& by, const Request& request,
                const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto entry = registry::accept_proposal(environment, by, region, proposal_of(values),
                                               form_of<OwnerForm>(request).owner);
  return created("/api/v1/innovations/" + entry.innovation.id.text(),
                 registry::innovation_document(entry));
}

Response decline(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto declined =
      registry::decline_proposal(environment, request.caller, region, proposal_of(values),
                                 form_of<ReasonForm>(request).reason);
  return json_response(200, registry::proposal_document(declined));
}

}  // namespace

void add_intake(RouteTable& table, const Environment& environment) {
  const auto add = [&](const char* method, const char* pattern, auto handler) {
    Route route{method, pattern,
                [&environment, handler](const Request& request, const PathValues& values) {
                  return handler(environment, request, values);
                }};
    route.max_body = kMostOfProposal;
    table.add(std::move(route));
  };
  const auto add_once = [&](const char* pattern, auto handler, AnswerIs answer,
                            std::optional<Rate> rate = std::nullopt) {
    const auto make = [&environment, handler](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
      return handler(environment, by, request, values);
    };
    Route route{"POST", pattern, once(environment, make, answer)};
    route.max_body = kMostOfProposal;
    route.rate = rate;
    table.add(std::move(route));
  };
  add("GET", "/api/v1/intake/{token}", invite);
  add_once("/api/v1/intake/{token}", propose, AnswerIs::kToldOnce, kProposalsOfAddress);
  add("GET", "/api/v1/proposals/{tracking}", track);
  add("DELETE", "/api/v1/proposals/{tracking}", withdraw);
  add("GET", "/api/v1/regions/{code}/intake-links", links);
  add_once("/api/v1/regions/{code}/intake-links", open, AnswerIs::kToldOnce);
  add("POST", "/api/v1/regions/{code}/intake-links/{id}/close", close);
  add("GET", "/api/v1/regions/{code}/proposals", queue);
  add("GET", "/api/v1/regions/{code}/proposals/{id}", one);
  add_once("/api/v1/regions/{code}/proposals/{id}/accept", accept, AnswerIs::kKept);
  add("POST", "/api/v1/regions/{code}/proposals/{id}/decline", decline);
}

}  // namespace pilah::http
