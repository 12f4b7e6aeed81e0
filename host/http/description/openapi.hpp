// The API's description in the form that tools read: OpenAPI 3.1.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/http/description/operation.hpp"
#include "pilah/http/route_table.hpp"

namespace pilah::http {

/// Every described route of the table. Words in `language`; those that the sentences
/// lack are answered by their kinds, so that a gap is seen.
boost::json::object openapi(const RouteTable& table, const catalogue::Sentences& sentences,
                            catalogue::Language language);

/// The kind of a parameter's sentence: its own of that operation, else that of the name.
std::string parameter_kind(const catalogue::Sentences& sentences, const std::string& operation,
                           const std::string& name);

/// The refusals that the operation may answer, each with a problem document; rising.
std::vector<int> refusals_of(const Route& route);

}  // namespace pilah::http
