#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/idempotency.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/choice/sealed_weights.hpp"
#include "pilah/registry/documents/weights_seal.hpp"

namespace pilah::http {
namespace {

using catalogue::RoundId;
using catalogue::WeightsSealId;
using registry::Environment;

/// The envelope as it was written, digest and all.
struct EnvelopeBody {
  std::string salt;
  boost::json::object content;
  std::string digest;
  static void fields(auto& self, auto&& visit) {
    visit("salt", self.salt);
    visit("content", self.content);
    visit("digest", self.digest);
  }
};

Response list(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto text = Query(request, {"round"}).one("round");
  const auto round = text ? RoundId::parse(*text) : std::nullopt;
  if (text && !round) {
    throw HttpRefusal(400, {"http.parameter_no_id", {{"found", *text}}, "/round"});
  }
  const auto all = registry::weights_seals(environment, request.caller, region, round);
  return json_response(200, {{"seals", registry::weights_seals_document(all)}});
}

Response seal(const Environment& environment, const registry::Caller& by, const Request& request,
              const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto asked =
      catalogue::from_json<registry::SealRequest>(document_of(request, DocumentKind::kWhole));
  const auto sealed = registry::seal_weights(environment, by, region, asked);
  auto document = registry::weights_seal_document(sealed.entry);
  document["envelope"] = registry::envelope_document(sealed);
  return json_response(201, document);
}

Response open(const Environment& environment, const Request& request, const PathValues& values) {
  const auto region = region_of_path(environment, values[0]);
  const auto id = id_of_path<WeightsSealId>(values[1], "weights_seal.not_found");
  const auto body = catalogue::from_json<EnvelopeBody>(document_of(request, DocumentKind::kWhole));
  const auto entry =
      registry::open_weights(environment, request.caller, region, id, {body.salt, body.content});
  return json_response(200, registry::weights_seal_document(entry));
}

}  // namespace

void add_weights_seals(RouteTable& table, const Environment& environment) {
  const std::string all = "/api/v1/regions/{code}/weights-seals";
  table.add({"GET", all, [&environment](const Request& request, const PathValues& values) {
               return list(environment, request, values);
             }});
  // The answer holds the envelope.
  table.add({"POST", all,
             once(
                 environment,
                 [&environment](const registry::Caller& by, const Request& request,
                                const PathValues& values) {
                   return seal(environment, by, request, values);
                 },
                 AnswerIs::kToldOnce)});
  table.add({"POST", all + "/{id}/open",
             [&environment](const Request& request, const PathValues& values) {
               return open(environment, request, values);
             }});
}

}  // namespace pilah::http
