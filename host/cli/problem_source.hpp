// The bytes of a problem document: a file or standard input, plain or as gzip.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string_view>

namespace pilah::cli {

/// Feeds the document to `take` in pieces of at most 64 KiB, until its end or until
/// `take` answers false. `path` "-" reads `in`. What begins as gzip does is unpacked on
/// the way, whatever its name; several members follow one another as one document.
/// Throws Refusal(kInvalid) when it cannot be read, or a gzip file is damaged, ends too
/// early or is followed by something else.
void read_pieces(const std::filesystem::path& path, std::istream& in,
                 const std::function<bool(std::string_view)>& take);

}  // namespace pilah::cli
