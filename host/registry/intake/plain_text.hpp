// Text cells as people pasted them, made plain: HTML, stray blanks and control characters out.
//
// Not a parser of HTML: no tree is built, nothing is executed, fetched or
// nested, and the work is one pass over the bytes, whatever they are. A "<" that
// opens no tag stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace pilah::registry {

/// Tags out (block tags and <br> become line breaks; comments, scripts and style
/// sheets go with their content), entities decoded once, runs of blanks one
/// blank, no blank at either end of a line, at most one empty line between two.
/// Always valid UTF-8 without control characters but '\n': a byte that is no
/// UTF-8 becomes U+FFFD.
std::string plain_text(std::string_view cell);

/// plain_text in one line: what names and short values are.
std::string plain_line(std::string_view cell);

}  // namespace pilah::registry
