// UTF-8: whether bytes are, and where they may be cut.
#pragma once

#include <cstddef>
#include <string_view>

namespace pilah::text {

/// Whether all of `bytes` is UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

/// The longest beginning of `text` of at most `limit` bytes that ends between
/// two code points.
std::string_view cut(std::string_view text, std::size_t limit);

}  // namespace pilah::text
