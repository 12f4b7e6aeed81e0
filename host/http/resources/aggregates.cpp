// Counts, months and the values of filters: flat rows, as Grafana's Infinity source and
// spreadsheets take them. Each follows from the region's revision and from whose eyes
// it is for, so whoever has it is answered without counting.
#include <utility>

#include <boost/json.hpp>

#include "pilah/http/innovation_query.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/aggregates/facet_counts.hpp"
#include "pilah/registry/aggregates/registrations.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::http {
namespace {

using catalogue::Language;
using catalogue::RegionCode;
using catalogue::Sentences;
using registry::Environment;

/// Answers 304 to whoever has the present state, else what `count` gives: the document
/// and the revision that it is of.
template <class Count>
Response counted(const Environment& environment, const Request& request, const RegionCode& region,
                 Count count) {
  const auto [at, view] = registry::region_version(environment, request.caller, region);
  const auto present = revision_tag(at, view);
  Response response;
  if (names_tag(request.if_none_match, present)) {
    response.headers.emplace_back("ETag", present);  // becomes a 304
    return response;
  }
  auto [document, revision] = count();
  response = json_response(200, document);
  response.headers.emplace_back("ETag", revision_tag(revision, view));
  return response;
}

/// A value in words: a name of the region's, else one of the host's own.
class Words {
 public:
  Words(const Environment& environment, const RegionCode& region, const Sentences& sentences,
        Language language)
      : names_(environment, region), sentences_(sentences), language_(language) {}

  std::string of(const std::string& facet, const std::string& value) const {
    if (const auto name = names_.name(facet, value)) {
      return language_ == Language::kEnglish ? name->english : name->indonesian;
    }
    const std::string kind = "api.value." + facet + "." + value;
    return sentences_.knows(kind) ? sentences_.say({kind, {}, ""}, language_) : value;
  }

  boost::json::value of(const std::string& facet, const std::optional<std::string>& value) const {
    return value ? boost::json::value(of(facet, *value)) : boost::json::value(nullptr);
  }

 private:
  const registry::FacetWords names_;
  const Sentences& sentences_;
  const Language language_;
};

boost::json::value or_null(const std::optional<std::string>& value) {
  return value ? boost::json::value(*value) : boost::json::value(nullptr);
}

/// Takes a parameter out of the query; empty: it is not there.
std::string taken(Request& request, std::string_view name) {
  std::string value;
  std::erase_if(request.query, [&](const auto& each) {
    if (each.first == name) value = each.second;
    return each.first == name;
  });
  return value;
}

Response counts(const Environment& environment, const Sentences& sentences, Request request,
                const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  auto by = taken(request, "by");
  if (by.empty()) by = "status";
  const auto split = taken(request, "split");
  const auto filter = innovation_filter_of(request, {"after", "facets", "limit", "sort"});
  return counted(environment, request, region, [&] {
    const auto table =
        registry::facet_counts(environment, request.caller, region, filter, by, split);
    const Words words(environment, region, sentences,
                      catalogue::language_of(request.accept_language));
    boost::json::array rows;
    for (const auto& row : table.rows) {
      boost::json::object one{{"value", or_null(row.value)}, {"name", words.of(by, row.value)}};
      if (!split.empty()) {
        one["split_value"] = or_null(row.split);
        one["split_name"] = words.of(split, row.split);
      }
      one["count"] = row.count;
      rows.push_back(std::move(one));
    }
    boost::json::object document{
        {"region", region.text()}, {"revision", table.revision}, {"by", by}};
    if (!split.empty()) document["split"] = split;
    document["rows"] = std::move(rows);
    return std::pair(std::move(document), table.revision);
  });
}

Response options(const Environment& environment, const Sentences& sentences, const Request& request,
                 const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const Query query(request, {});
  return counted(environment, request, region, [&] {
    const auto table = registry::facet_counts(environment, request.caller, region, {}, values[1]);
    const Words words(environment, region, sentences,
                      catalogue::language_of(request.accept_language));
    boost::json::array list;
    for (const auto& row : table.rows) {
      if (!row.value) continue;  // unknown is nothing to filter by
      list.push_back(
          {{"value", *row.value}, {"text", words.of(values[1], *row.value)}, {"count", row.count}});
    }
    return std::pair(
        boost::json::object{{"revision", table.revision}, {"options", std::move(list)}},
        table.revision);
  });
}

Response months(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto filter = innovation_filter_of(request, {"after", "facets", "limit", "sort"});
  return counted(environment, request, region, [&] {
    const auto answer = registry::registrations(environment, request.caller, region, filter);
    boost::json::array rows;
    for (const auto& [month, count, total] : answer.months) {
      rows.push_back({{"month", month}, {"count", count}, {"total", total}});
    }
    return std::pair(
        boost::json::object{
            {"region", region.text()}, {"revision", answer.revision}, {"rows", std::move(rows)}},
        answer.revision);
  });
}

}  // namespace

void add_aggregates(RouteTable& table, const Environment& environment, const Sentences& sentences) {
  const std::string region = "/api/v1/regions/{code}";
  table.add({"GET", region + "/counts",
             [&environment, &sentences](const Request& request, const PathValues& values) {
               return counts(environment, sentences, request, values);
             }});
  table.add({"GET", region + "/options/{facet}",
             [&environment, &sentences](const Request& request, const PathValues& values) {
               return options(environment, sentences, request, values);
             }});
  Route route{"GET", region + "/months",
              [&environment](const Request& request, const PathValues& values) {
                return months(environment, request, values);
              }};
  route.lane = Lane::kLong;  // looks at every innovation
  table.add(std::move(route));
}

}  // namespace pilah::http
