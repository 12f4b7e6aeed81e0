// What a list's file was, for the record of its import.
#pragma once

#include <filesystem>
#include <string>

namespace pilah::registry {

/// The SHA-256 of the file, 64 hexadecimal digits; read in pieces. Throws
/// Refusal(kNotFound) when it cannot be read.
std::string file_digest(const std::filesystem::path& file);

}  // namespace pilah::registry
