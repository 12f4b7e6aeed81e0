#include <map>

#include <boost/json.hpp>

#include "pilah/http/home_page.hpp"
#include "pilah/http/pages/page_answers.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/search/index_progress.hpp"

namespace pilah::http {
namespace {

constexpr std::string_view kApi = "/api/v1";

/// path -> its methods, of everything in the table that belongs to the API.
std::map<std::string, std::vector<std::string>> api_addresses(const RouteTable& table) {
  std::map<std::string, std::vector<std::string>> addresses;
  for (const auto& route : table.routes()) {
    if (route.pattern.compare(0, kApi.size(), kApi) == 0) {
      addresses[route.pattern].push_back(route.method);
    }
  }
  return addresses;
}

Response api_index(const RouteTable& table) {
  boost::json::array resources;
  for (const auto& [path, methods] : api_addresses(table)) {
    boost::json::array names(methods.begin(), methods.end());
    resources.push_back({{"path", path}, {"methods", std::move(names)}});
  }
  return json_response(200, {{"name", "Pilah"}, {"api", "v1"}, {"resources", resources}});
}

/// The page with the addresses in it; those without a place in them are links.
std::string page_with_addresses(const RouteTable& table) {
  std::string list;
  auto addresses = api_addresses(table);
  addresses["/healthz"] = {"GET"};
  for (const auto& [path, methods] : addresses) {
    std::string names;
    for (const auto& method : methods) names += (names.empty() ? "" : ", ") + method;
    const std::string code = "<code>" + path + "</code>";
    const bool is_link = path.find('{') == std::string::npos;
    list += "<li>" + (is_link ? "<a href=\"" + path + "\">" + code + "</a>" : code) + " " + names +
            "</li>\n";
  }
  std::string page(home_page());
  constexpr std::string_view kPlace = "{addresses}";
  return page.replace(page.find(kPlace), kPlace.size(), list);
}

/// Whether everything is answered: the search index of every region is built.
Response readiness(const registry::Environment& environment) {
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.headers = {{"Cache-Control", "no-store"}};
  const auto progress = registry::index_progress(environment);
  if (progress.is_ready()) {
    response.body = "ready\n";
    return response;
  }
  response.status = 503;
  response.headers.emplace_back("Retry-After", "1");
  response.body = "the search index is being built: " + std::to_string(progress.built) + " of " +
                  std::to_string(progress.regions) + " regions, " +
                  std::to_string(progress.innovations) + " innovations\n";
  return response;
}

}  // namespace

void add_index(RouteTable& table, const registry::Environment& environment,
               const std::shared_ptr<const WebPages>& pages) {
  table.add({"GET", std::string(kApi),
             [&table](const Request&, const PathValues&) { return api_index(table); }});
  table.add({"GET", "/healthz", [](const Request&, const PathValues&) {
               Response response;
               response.content_type = "text/plain; charset=utf-8";
               response.headers = {{"Cache-Control", "no-store"}};
               response.body = "ok\n";
               return response;
             }});
  table.add({"GET", "/readyz",
             [&environment](const Request&, const PathValues&) { return readiness(environment); }});
  if (pages) {
    table.add({"GET", "/",
               [pages](const Request&, const PathValues&) { return page_answer(*pages, "/"); }});
    return;
  }
  const std::string page = page_with_addresses(table);
  table.add({"GET", "/", [page](const Request&, const PathValues&) {
               Response response;
               response.content_type = "text/html; charset=utf-8";
               response.body = page;
               return response;
             }});
}

}  // namespace pilah::http
