// Problem documents (RFC 9457): every error of the API has this one shape.
//
// {"type", "title", "status", "detail", "instance",
//  "errors": [{"pointer", "message", "kind"}]}
// `pointer` is a JSON pointer into the document that was sent, or /NAME for the
// query parameter NAME; `kind` is for machines, `message` for people.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/sentences.hpp"
#include "pilah/http/exchange.hpp"

namespace pilah::http {

/// The status of a refusal. `in_query`: the request brought no document, so
/// what is wrong with it stands in its address.
int status_of(const catalogue::Refusal& refusal, bool in_query);

/// `instance`: the path of the request; empty: it is not known.
/// `members`: what this problem says beside the members that all have.
Response problem(int status, const catalogue::Messages& messages, std::string_view instance,
                 const catalogue::Sentences& sentences, catalogue::Language language,
                 const boost::json::object& members = {});

/// The kind of the title's sentence.
std::string title_kind(int status);

/// The reason phrase of `status`, e.g. "Not Found".
std::string_view reason_phrase(int status);

}  // namespace pilah::http
