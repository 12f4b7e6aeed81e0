// Records of a region that have an address and a revision each: what is the same of
// relations, packages, rounds, teams and so on. A kind says what differs:
//
//   struct Kind {
//     using Record = ...;  using Id = ...;  using Entry = ...;
//     static constexpr const char* kPlace = "relations";  // below the region's address
//     static constexpr const char* kNotFound = "relation.not_found";
//     static constexpr std::array kSetByHost = {"id", "region"};  // where a Record has them
//     static Id id_of(entry);
//     static std::string tag_of(entry);  static std::int64_t revision_of(entry);
//     static constexpr auto kFind = ...;        // entry of (environment, caller, region, id)
//     static constexpr auto kAdd = ...;         // of (environment, caller, record), or of
//                                               // (..., region, record) where it has no region
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
#include "pilah/http/resources/handlers.hpp"
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
    table.add({"POST", all, once_handler_of(environment, add)});
    table.add({"GET", one, handler_of(environment, get)});
    if constexpr (requires { &Kind::kChange; }) {
      table.add({"PATCH", one, handler_of(environment, change)});
    }
    if constexpr (requires { &Kind::kRemove; }) {
      table.add({"DELETE", one, handler_of(environment, remove)});
    }
  }

  /// The record that an address names.
  struct Place {
    catalogue::RegionCode region;
    Id id;
  };
  static Place place_of(const Environment& environment, const PathValues& values) {
    const auto region = region_of_path(environment, values[0]);
    return {region, id_of_path<Id>(values[1], Kind::kNotFound)};
  }
  /// The revision that the request demands of it.
  static std::int64_t expected(const Environment& environment, const Request& request,
                               const Place& place) {
    return expected_revision(request, [&] {
      return Kind::revision_of(Kind::kFind(environment, request.caller, place.region, place.id));
    });
  }
  /// The record as it is now.
  static Response told(const typename Kind::Entry& entry) {
    return with_tag(json_response(200, Kind::kDocumentOf(entry)), entry);
  }

 private:
  static void require_absent(const boost::json::object& document) {
    if constexpr (requires { Kind::kSetByHost; }) {
      for (const char* key : Kind::kSetByHost) {
        if (!document.contains(key)) continue;
        throw catalogue::Refusal(
            catalogue::RefusalKind::kInvalid,
            catalogue::Message{"innovation.set_by_host", {{"field", key}}, std::string("/") + key});
      }
    }
  }

  static typename Kind::Entry added(const Environment& environment, const registry::Caller& by,
                                    const catalogue::RegionCode& region,
                                    typename Kind::Record record) {
    if constexpr (requires { record.region; }) {
      record.region = region;
      return Kind::kAdd(environment, by, std::move(record));
    } else {
      return Kind::kAdd(environment, by, region, record);
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
    const auto entry =
        added(environment, by, region, catalogue::from_json<typename Kind::Record>(document));
    return with_tag(created("/api/v1/regions/" + region.text() + '/' + Kind::kPlace + '/' +
                                Kind::id_of(entry).text(),
                            Kind::kDocumentOf(entry)),
                    entry);
  }

  static Response get(const Environment& environment, const Request& request,
                      const PathValues& values) {
    const auto place = place_of(environment, values);
    const auto entry = Kind::kFind(environment, request.caller, place.region, place.id);
    return told(entry);
  }

  static Response change(const Environment& environment, const Request& request,
                         const PathValues& values) {
    const auto place = place_of(environment, values);
    const auto patch = document_of(request, DocumentKind::kPatch);
    require_absent(patch);
    const auto entry = Kind::kChange(environment, request.caller, place.region, place.id, patch,
                                     expected(environment, request, place));
    return told(entry);
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
