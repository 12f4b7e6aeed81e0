// How the pages are answered: under which headers, at which addresses.
#pragma once

#include <string_view>

#include "pilah/http/exchange.hpp"
#include "pilah/http/pages/web_pages.hpp"

namespace pilah::http {

/// The page that finds out in the browser what to show at `path`. It runs and loads
/// nothing but what this host serves; only the map for other sites (/sematan/...) may
/// stand in a frame of theirs.
Response page_answer(const WebPages& pages, std::string_view path);

/// What answers a read where no route lies: a file of the pages, or the page itself for
/// whoever asks for HTML. Throws HttpRefusal(404) for all else, and for whatever is missing
/// below /api and /assets.
Response answer_without_route(const WebPages& pages, const Request& request);

/// Whether an Accept header names HTML. One that takes anything does not: whoever looks for
/// a picture or for data must not get a page in its place.
bool asks_for_html(std::string_view accept);

}  // namespace pilah::http
