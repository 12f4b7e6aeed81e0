#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/people/correction.hpp"
#include "pilah/registry/people/erasure.hpp"

namespace pilah::http {
namespace {

/// {"also": [{"innovation": id, "fields": [name, ...]}]}
struct Mention {
  catalogue::InnovationId innovation;
  std::vector<std::string> fields_named;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("innovation", self.innovation);
    visit("fields", self.fields_named);
  }
};
struct Asked {
  std::vector<Mention> also;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("also", self.also);
  }
};

Response erase(const registry::Environment& environment, const registry::Caller& by,
               const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto person = id_of_path<catalogue::PersonId>(values[1], "person.not_found");
  Asked asked;
  catalogue::read_json(document_of(request, DocumentKind::kWhole), asked);
  std::vector<registry::MentionedIn> mentions;
  for (auto& mention : asked.also) {
    mentions.push_back({mention.innovation, std::move(mention.fields_named)});
  }
  const auto revision = registry::erase_person(environment, by, region, person, mentions);
  return json_response(200, boost::json::object{{"person", person.text()}, {"revision", revision}});
}

Response correct(const registry::Environment& environment, const registry::Caller& by,
                 const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto person = id_of_path<catalogue::PersonId>(values[1], "person.not_found");
  const auto correction =
      catalogue::from_json<registry::Correction>(document_of(request, DocumentKind::kWhole));
  const auto revision = registry::correct_person(environment, by, region, person, correction);
  return json_response(200, boost::json::object{{"person", person.text()}, {"revision", revision}});
}

}  // namespace

void add_persons(RouteTable& table, const registry::Environment& environment) {
  table.add({"POST", "/api/v1/regions/{code}/persons/{id}/erasure",
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               return erase(environment, by, request, values);
             })});
  table.add({"POST", "/api/v1/regions/{code}/persons/{id}/correction",
             once(environment, [&environment](const registry::Caller& by, const Request& request,
                                              const PathValues& values) {
               return correct(environment, by, request, values);
             })});
}

}  // namespace pilah::http
