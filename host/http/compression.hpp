// gzip for clients that take it, on bodies where it pays.
#pragma once

#include <string_view>

#include "pilah/http/exchange.hpp"

namespace pilah::http {

/// Whether an Accept-Encoding header takes gzip.
bool takes_gzip(std::string_view accept_encoding);

/// Compresses the body when it is long enough and its client takes gzip. The
/// ETag of the compressed form ends in -gzip: it is another representation.
void compress(Response& response, std::string_view accept_encoding);

}  // namespace pilah::http
