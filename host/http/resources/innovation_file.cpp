#include <memory>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/description/schemas.hpp"
#include "pilah/http/innovation_query.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/http/tables/csv.hpp"
#include "pilah/http/tables/table_answer.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/registry/tables/innovation_row.hpp"

namespace pilah::http {
namespace {

using catalogue::RegionCode;
using registry::Environment;
using registry::InnovationFilter;

/// Rows of one piece: some hundred kilobytes.
constexpr std::size_t kRowsAtOnce = 250;

/// Reads page after page of the list, each when its reader has taken the one before; so
/// nothing of it is held, however long it is. An innovation that comes or goes meanwhile
/// is in it or not; no other is lost or repeated.
class InnovationFile : public BodyStream {
 public:
  InnovationFile(const Environment& environment, registry::Caller who, const RegionCode& region,
                 InnovationFilter filter, std::shared_ptr<const std::vector<std::string>> columns)
      : environment_(environment),
        caller_(std::move(who)),
        region_(region),
        filter_(std::move(filter)),
        columns_(std::move(columns)),
        rows_(environment, region) {
    filter_.limit = kRowsAtOnce;
  }

  State next(std::string& piece) override {
    const auto page = registry::innovations(environment_, caller_, region_, filter_);
    for (const auto& [document, revision, pending] : page.innovations) {
      const auto innovation =
          catalogue::from_json<catalogue::Innovation>(catalogue::parse_json(document));
      append_csv_row(piece, *columns_, rows_.row(innovation, revision, pending));
    }
    filter_.after = page.next;
    return page.next.empty() ? State::kEnd : State::kMore;
  }

 private:
  const Environment& environment_;
  const registry::Caller caller_;
  const RegionCode region_;
  InnovationFilter filter_;
  const std::shared_ptr<const std::vector<std::string>> columns_;
  const registry::InnovationRows rows_;
};

Response file(const Environment& environment, const Request& request, const PathValues& values,
              const std::shared_ptr<const std::vector<std::string>>& columns) {
  const auto region = region_of_path(environment, values[0]);
  Request asked = request;
  const bool is_marked = take_mark(asked);
  auto filter = innovation_filter_of(asked, {"after", "facets", "limit"});
  const auto version = registry::region_version(environment, request.caller, region);
  Response response;
  response.content_type = media_type_of(TableFormat::kCsv);
  response.headers = {
      {"ETag", tag_in(revision_tag(version.revision, version.view), TableFormat::kCsv)},
      {"Content-Disposition", "inline; filename=\"pilah-" + region.text() + "-innovations.csv\""}};
  if (names_tag(request.if_none_match, response.headers.front().second)) return response;
  if (is_marked) response.body = kByteOrderMark;
  append_csv_header(response.body, *columns);
  const auto rest = std::make_shared<InnovationFile>(environment, request.caller, region,
                                                     std::move(filter), columns);
  // The first rows at once: what is refused is refused before the answer has begun.
  if (rest->next(response.body) == BodyStream::State::kMore) response.stream = rest;
  return response;
}

}  // namespace

void add_innovation_file(RouteTable& table, const Environment& environment) {
  const auto columns =
      std::make_shared<const std::vector<std::string>>(columns_of("InnovationRow", schemas()));
  Route route{"GET", "/api/v1/regions/{code}/innovations.csv",
              [&environment, columns](const Request& request, const PathValues& values) {
                return file(environment, request, values, columns);
              }};
  route.rate = Rate{20, 3'000};  // the whole list each time: not for polling
  table.add(std::move(route));
}

}  // namespace pilah::http
