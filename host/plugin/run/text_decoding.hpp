// What a text file is written in, and the file as UTF-8.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "pilah/plugin/system/descriptor.hpp"

namespace pilah::plugin {

enum class Encoding { kUtf8, kUtf16LittleEndian, kUtf16BigEndian, kWindows1252 };

/// A file whose bytes from `skip` on are UTF-8. It is the file itself when that
/// is UTF-8 already, else a nameless copy in $TMPDIR.
struct DecodedFile {
  Descriptor descriptor;  ///< for reading
  std::uint64_t skip = 0;
  std::uint64_t size = 0;  ///< behind `skip`
  Encoding found = Encoding::kUtf8;
};

/// By byte order mark, else UTF-8 when all of it is, else Windows-1252, the way
/// spreadsheets in Indonesia write CSV. Bounded memory. Throws std::system_error.
DecodedFile decode_text(const std::filesystem::path& file);

}  // namespace pilah::plugin
