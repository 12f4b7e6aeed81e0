// Small files read and replaced as a whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace pilah::plugin {

/// Throws std::system_error when it cannot be read or is larger than `most` bytes.
std::string read_whole_file(const std::filesystem::path& file, std::size_t most);

/// Writes a new file beside it and renames it, file and folder synced: after a
/// power cut the old one or the new one is there. Throws std::system_error.
void write_whole_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace pilah::plugin
