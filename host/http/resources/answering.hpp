// What the resources share: ids and regions out of a path, JSON into a response.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/value.hpp>

#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/http/entity_tag.hpp"
#include "pilah/http/exchange.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::http {

Response json_response(int status, const boost::json::value& document);

/// The same for a document that is written already.
Response json_text_response(int status, std::string document);

/// 201 with the place of what was made.
Response created(std::string location, const boost::json::value& document);

/// The region that a path names by its Kemendagri code, with its dot. Throws
/// Refusal(kNotFound) when it is no code, or no region of this host.
catalogue::RegionCode region_of_path(const registry::Environment& environment,
                                     const std::string& code);

/// The id that a path names. Throws HttpRefusal(404) of `kind` when it is none.
template <class AnyId>
AnyId id_of_path(const std::string& text, const char* kind) {
  const auto id = AnyId::parse(text);
  if (!id) throw HttpRefusal(404, {kind, {{"id", text}}, ""});
  return *id;
}

/// The number, 1 or more, that a path names. Throws HttpRefusal(404) of `kind` when it is none.
std::int64_t number_of_path(const std::string& text, const char* kind);

/// The revision that a change was made from, out of If-Match. `current` is asked
/// for only when the header leaves it open (*, or several). Throws
/// HttpRefusal(428) without the header, HttpRefusal(400) for what is no tag.
template <class Current>
std::int64_t expected_revision(const Request& request, Current current) {
  if (request.if_match.empty()) throw HttpRefusal(428, {"http.if_match_missing", {}, ""});
  const auto demanded = demanded_revisions(request.if_match);
  if (!demanded.well_formed || (!demanded.any && demanded.revisions.empty())) {
    throw HttpRefusal(400, {"http.if_match_malformed", {{"found", request.if_match}}, ""});
  }
  if (!demanded.any && demanded.revisions.size() == 1) return demanded.revisions.front();
  const std::int64_t now = current();
  if (demanded.any) return now;
  for (const std::int64_t revision : demanded.revisions) {
    if (revision == now) return now;
  }
  return demanded.revisions.front();
}

}  // namespace pilah::http
