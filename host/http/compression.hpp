// gzip for clients that take it, on bodies where it pays.
#pragma once

#include <string>
#include <string_view>

#include "pilah/http/exchange.hpp"

namespace pilah::http {

/// Whether an Accept-Encoding header takes gzip.
bool takes_gzip(std::string_view accept_encoding);

/// `level`: 1, fast, to 9, small. Empty when there is no memory for it.
std::string gzipped(const std::string& body, int level);

/// Compresses the body when it is long enough and its client takes gzip. The
/// ETag of the compressed form ends in -gzip: it is another representation.
/// Pictures and fonts are left as they are: they are compressed in themselves.
void compress(Response& response, std::string_view accept_encoding);

}  // namespace pilah::http
