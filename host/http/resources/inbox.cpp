#include "pilah/registry/documents/inbox.hpp"

#include <limits>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"

namespace pilah::http {
namespace {

using registry::Environment;

constexpr std::size_t kUsualPage = 50;
constexpr std::size_t kLargestPage = 200;

struct ReadUntil {
  std::int64_t until = 0;
  static void fields(auto& self, auto&& visit) { visit("until", self.until); }
};

/// The address of the page that goes on below that number.
std::string next_page(const std::string& path, const registry::InboxQuery& query,
                      std::int64_t next) {
  return path + "?limit=" + std::to_string(query.limit) +
         (query.unread_only ? "&unread=true" : "") + "&before=" + std::to_string(next);
}

Response list(const Environment& environment, const catalogue::Sentences& sentences,
              const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const Query query(request, {"before", "limit", "unread"});
  constexpr auto kEnd = std::numeric_limits<std::int64_t>::max();
  registry::InboxQuery asked;
  asked.before = static_cast<std::int64_t>(query.number("before", kEnd, 1, kEnd));
  asked.limit = query.number("limit", kUsualPage, 1, kLargestPage);
  asked.unread_only = query.yes_or_no("unread").value_or(false);
  const auto page = registry::inbox(environment, request.caller, region, asked);
  auto response = json_response(200, registry::inbox_document(page, sentences));
  if (page.next > 0) {
    const auto path = "/api/v1/regions/" + region.text() + "/inbox";
    response.headers.emplace_back("Link",
                                  "<" + next_page(path, asked, page.next) + ">; rel=\"next\"");
  }
  return response;
}

Response nothing() {
  Response response;
  response.status = 204;
  return response;
}

}  // namespace

void add_inbox(RouteTable& table, const Environment& environment,
               const catalogue::Sentences& sentences) {
  const std::string place = "/api/v1/regions/{code}/inbox";
  table.add({"GET", "/api/v1/me/inbox", [&environment](const Request& request, const PathValues&) {
               return json_response(200, registry::unread_document(registry::unread_by_region(
                                             environment, request.caller)));
             }});
  table.add(
      {"GET", place, [&environment, &sentences](const Request& request, const PathValues& values) {
         return list(environment, sentences, request, values);
       }});
  table.add(
      {"PUT", place + "/read", [&environment](const Request& request, const PathValues& values) {
         ReadUntil body;
         catalogue::read_json(document_of(request, DocumentKind::kWhole), body);
         registry::mark_all_read(environment, request.caller,
                                 region_of_path(environment, values[0]), body.until);
         return nothing();
       }});
  table.add({"POST", place + "/{number}/read",
             [&environment](const Request& request, const PathValues& values) {
               registry::mark_read(environment, request.caller,
                                   region_of_path(environment, values[0]),
                                   number_of_path(values[1], "notification.not_found"));
               return nothing();
             }});
}

}  // namespace pilah::http
