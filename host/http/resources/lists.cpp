// Lists that agencies have already, sent as files: innovations, organisations, accounts.
#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/http/body_pieces.hpp"
#include "pilah/http/conduct.hpp"
#include "pilah/http/request_reading.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/http/resources/resources.hpp"
#include "pilah/registry/documents/account_rows.hpp"
#include "pilah/registry/documents/import_report.hpp"
#include "pilah/registry/intake/sent_list.hpp"
#include "pilah/registry/people/account_list.hpp"

namespace pilah::http {
namespace {

using catalogue::Sentences;
using registry::Environment;
using registry::ImportRequest;
using registry::ListKind;

/// Each list runs an importer in its sandbox, twice.
constexpr Rate kListRate{20, 3'000};

ImportRequest import_request(const Environment& environment, const Request& request,
                             const PathValues& values, const Query& query, ListKind kind) {
  ImportRequest wanted;
  wanted.kind = kind;
  wanted.region = region_of_path(environment, values[0]).text();
  wanted.language = catalogue::language_of(request.accept_language);
  wanted.file_name = query.one("file_name").value_or("");
  if (wanted.file_name.empty()) {
    throw HttpRefusal(400, {"http.parameter_missing", {{"parameter", "file_name"}}, "/file_name"});
  }
  wanted.format = query.one("format").value_or("");
  wanted.map_json = query.one("columns").value_or("");
  return wanted;
}

boost::json::array fields_of(const Environment& environment, const Sentences& sentences,
                             const ImportRequest& wanted) {
  return registry::list_fields_document(wanted.kind, environment.list_words, sentences,
                                        wanted.language);
}

Response import(const Environment& environment, const Sentences& sentences, const Request& request,
                const PathValues& values, ListKind kind) {
  const Query query(request, {"file_name", "format", "columns", "dry_run"});
  auto wanted = import_request(environment, request, values, query, kind);
  wanted.dry_run = query.yes_or_no("dry_run").value_or(false);
  BodyPieces body(request);
  try {
    const auto sent = registry::import_sent_list(environment, request.caller, wanted,
                                                 [&body] { return body.next(); });
    auto document = registry::sent_import_document(sent, sentences, wanted.language);
    document["fields"] = fields_of(environment, sentences, wanted);
    return json_response(200, document);
  } catch (const registry::ListRefused& refusal) {
    throw HttpRefusal(422, refusal.messages().front(), {},
                      {{"columns", registry::seen_columns_document(refusal.columns())},
                       {"fields", fields_of(environment, sentences, wanted)}});
  }
}

/// The address by which people reach the host, if codes are wanted that lead there.
std::string address_of(const Query& query) {
  const auto given = query.one("address");
  return given ? public_address_of(*given) : std::string();
}

Response import_accounts(const Environment& environment, const Sentences& sentences,
                         const Request& request, const PathValues& values) {
  const Query query(request, {"file_name", "format", "columns", "links", "address"});
  const auto wanted = import_request(environment, request, values, query, ListKind::kAccounts);
  const auto address = address_of(query);
  BodyPieces body(request);
  const auto rows = registry::import_sent_accounts(
      environment, request.caller, wanted, [&body] { return body.next(); },
      query.yes_or_no("links").value_or(false));
  return json_response(200,
                       registry::account_rows_document(rows, address, sentences, wanted.language));
}

Response add_missing(const Environment& environment, const Sentences& sentences,
                     const Request& request, const PathValues& values) {
  const Query query(request, {"kind", "renew", "address"});
  const auto region = region_of_path(environment, values[0]);
  registry::OrganisationsWithout wanted;
  for (const auto& word : query.all("kind")) {
    const auto kind = catalogue::enum_named<catalogue::OrganisationKind>(word);
    if (!kind) {
      throw HttpRefusal(400, {"http.no_such_organisation_kind", {{"found", word}}, "/kind"});
    }
    wanted.kinds.push_back(*kind);
  }
  wanted.renew = query.yes_or_no("renew").value_or(false);
  const auto address = address_of(query);
  const auto rows = registry::add_missing_accounts(environment, request.caller, region, wanted);
  return json_response(
      200, registry::account_rows_document(rows, address, sentences,
                                           catalogue::language_of(request.accept_language)));
}

}  // namespace

void add_lists(RouteTable& table, const Environment& environment, const Sentences& sentences) {
  const auto add = [&](const std::string& place, std::size_t max_body, auto handler) {
    Route route{
        "POST", "/api/v1/regions/{code}/" + place,
        [&environment, &sentences, handler](const Request& request, const PathValues& values) {
          return handler(environment, sentences, request, values);
        }};
    route.lane = Lane::kLong;
    route.max_body = max_body;
    route.rate = kListRate;
    table.add(std::move(route));
  };
  const auto list_of = [](ListKind kind) {
    return [kind](const Environment& host, const Sentences& words, const Request& request,
                  const PathValues& values) { return import(host, words, request, values, kind); };
  };
  add("lists/innovations", registry::kLargestList, list_of(ListKind::kInnovations));
  add("lists/organisations", registry::kLargestList, list_of(ListKind::kOrganisations));
  add("lists/accounts", registry::kLargestList, import_accounts);
  add("accounts/for-organisations", 0, add_missing);
}

}  // namespace pilah::http
