// Percent-encoding of one segment of a path, or of one value of a query (RFC 3986).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pilah::http {

/// Nothing for a broken escape, or when what comes out is no text (is_text).
std::optional<std::string> percent_decoded(std::string_view text);

/// UTF-8 without control characters.
bool is_text(std::string_view text);

/// Everything but letters, digits and -._~ is escaped.
std::string percent_encoded(std::string_view text);

}  // namespace pilah::http
