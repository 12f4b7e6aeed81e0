// The bytes of a problem document: a file, a gzip file, or standard input.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string_view>

namespace pilah::cli {

/// Feeds the document to `take` in pieces, until its end or until `take`
/// answers false. `path` "-" reads `in`; a gzip file is unpacked on the way.
/// Throws Refusal(kInvalid) when it cannot be read or a gzip file is damaged.
void read_pieces(const std::filesystem::path& path, std::istream& in,
                 const std::function<bool(std::string_view)>& take);

}  // namespace pilah::cli
