// Who asks: by a token (Authorization: Bearer ...) or by a browser's session.
//
// A browser sends its session along whoever made it send the request. So a change that
// comes with a session must bring the session's own mark in X-CSRF-Token, which only a
// page of this server can know; the guard has refused foreign origins before.
#pragma once

#include "pilah/http/exchange.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::http {

/// Nobody, when the request brings nothing, or a session that has ended and changes
/// nothing. Throws HttpRefusal(401) for a token that is none, or for a change with a
/// session that has ended; HttpRefusal(403) for one without its mark.
registry::Caller caller_of(const registry::Environment& environment, const Request& request);

}  // namespace pilah::http
