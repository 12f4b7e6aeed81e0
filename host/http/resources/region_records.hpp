// Records of a region that have an address and a revision each: what is the same of
// relations and packages. A kind says what differs:
//
//   struct Kind {
//     using Record = ...;  using Id = ...;  using Entry = ...;
//     static constexpr const char* kPlace = "relations";  // below the region's address
//     static constexpr const char* kNotFound = "relation.not_found";
//     static constexpr std::array kSetByHost = {"id", "region"};
//     static Id id_of(entry);
//     static std::string tag_of(entry);  static std::int64_t revision_of(entry);
//     static constexpr auto kFind = ...;        // entry of (environment, caller, region, id)
//     static constexpr auto kAdd = ...;         // of (environment, caller, record)
//     static constexpr auto kDocumentOf = ...;  // JSON object of (entry)
//     static constexpr auto kChange = ...;      // of (..., id, patch, expected), where it can be
//     static constexpr auto kRemove = ...;      // (..., id, expected), likewise
//   };
#pragma once

#include <cstdint>
#include <string>

#include <boost/json/object.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/route_table.hpp"

namespace pilah::http {

template <class Kind>
class RegionRecords {
 public:
  using Environment = registry::Environment;
  using Id = typename Kind::Id;

  /// `environment` must outlive the server.
  static void add_routes(RouteTable& table, const Environment& environment) {
    const auto all = std::string("/api/v1/regions/{code}/") + Kind::kPlace;
    const auto one = all + "/{id}";
    table.add({"POST", all,
               once(environment, [&environment](const registry::Caller& by, const Request& request,
                                                const PathValues& values) {
                 return add(environment, by, request, values);
               })});
    table.add({"GET", one, [&environment](const Request& request, const PathValues& values) {
                 return get(environment, request, values);
               }});
    if constexpr (requires { &Kind::kChange; }) {
      table.add({"PATCH", one, [&environment](const Request& request, const PathValues& values) {
                   return change(environment, request, values);
                 }});
    }
    if constexpr (requires { &Kind::kRemove; }) {
      table.add({"DELETE", one, [&environment](const Request& request, const PathValues& values) {
                   return remove(environment, request, values);
                 }});
    }
  }

 private:
  /// The record that an address names.
  struct Place {
    catalogue::RegionCode region;
    Id id;
  };
  static Place place_of(const Environment& environment, const PathValues& values) {
    const auto region = region_of_path(environment, values[0]);
    return {region, id_of_path<Id>(values[1], Kind::kNotFound)};
  }

  static void require_absent(const boost::json::object& document) {
    for (const char* key : Kind::kSetByHost) {
      if (!document.contains(key)) continue;
      throw catalogue::Refusal(
          catalogue::RefusalKind::kInvalid,
          catalogue::Message{"innovation.set_by_host", {{"field", key}}, std::string("/") + key});
    }
  }

  static Response with_tag(Response response, const typename Kind::Entry& entry) {
    response.headers.emplace_back("ETag", Kind::tag_of(entry));
    return response;
  }

  static Response add(const Environment& environment, const registry::Caller& by,
                      const Request& request, const PathValues& values) {
    const auto region = region_of_path(environment, values[0]);
    const auto document = document_of(request, DocumentKind::kWhole);
    require_absent(document);
    auto record = catalogue::from_json<typename Kind::Record>(document);
    record.region = region;
    const auto entry = Kind::kAdd(environment, by, std::move(record));
    return with_tag(created("/api/v1/regions/" + region.text() + '/' + Kind::kPlace + '/' +
                                Kind::id_of(entry).text(),
                            Kind::kDocumentOf(entry)),
                    entry);
  }

  static Response get(const Environment& environment, const Request& request,
                      const PathValues& values) {
    const auto place = place_of(environment, values);
    const auto entry = Kind::kFind(environment, request.caller, place.region, place.id);
    return with_tag(json_response(200, Kind::kDocumentOf(entry)), entry);
  }

  static std::int64_t expected(const Environment& environment, const Request& request,
                               const Place& place) {
    return expected_revision(request, [&] {
      return Kind::revision_of(Kind::kFind(environment, request.caller, place.region, place.id));
    });
  }

  static Response change(const Environment& environment, const Request& request,
                         const PathValues& values) {
    const auto place = place_of(environment, values);
    const auto patch = document_of(request, DocumentKind::kPatch);
    require_absent(patch);
    const auto entry = Kind::kChange(environment, request.caller, place.region, place.id, patch,
                                     expected(environment, request, place));
    return with_tag(json_response(200, Kind::kDocumentOf(entry)), entry);
  }

  static Response remove(const Environment& environment, const Request& request,
                         const PathValues& values) {
    const auto place = place_of(environment, values);
    Kind::kRemove(environment, request.caller, place.region, place.id,
                  expected(environment, request, place));
    Response response;
    response.status = 204;
    return response;
  }
};

}  // namespace pilah::http
