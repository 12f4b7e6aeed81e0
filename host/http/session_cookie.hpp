// The cookie in which a browser keeps its session.
//
// Scripts cannot read it (HttpOnly), and no other site can make a browser send it along
// (SameSite=Strict). A page that came by TLS - its Origin says so - gets it under a name
// that browsers take from this very host alone (__Host-) and send back by TLS alone.
#pragma once

#include <string>

#include "pilah/http/exchange.hpp"

namespace pilah::http {

/// The secret that the request's cookie holds; empty: none.
std::string session_secret(const Request& request);

/// Makes the browser keep the session until it ends.
void keep_session(const Request& request, const std::string& secret, Response& response);
/// Makes it forget its session.
void forget_session(const Request& request, Response& response);

}  // namespace pilah::http
