// What a file is, told from its bytes alone: neither its name nor what its sender
// says counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pilah::registry {

/// The parts of a file that tell what it is: its first and its last bytes.
struct FileEnds {
  static constexpr std::size_t kHead = 4096;
  static constexpr std::size_t kTail = std::size_t{64} * 1024;
  std::string head;     ///< kHead bytes, or all
  std::string tail;     ///< kTail bytes, or all
  bool is_text = true;  ///< all of it is UTF-8 without control characters
};

/// One of those that are taken as evidence: PDF, PNG, JPEG, WebP, MP4, XLSX, DOCX,
/// ODS, ODT, and plain text, of which CSV is a kind. Nothing for anything else: no page
/// that a browser would run (HTML, SVG, XML), no program, no macros, no other archive.
std::optional<std::string> media_type_of(const FileEnds& file);

/// Whether a browser may show it in place; everything else is offered to be saved.
bool is_shown_in_place(std::string_view media_type);

}  // namespace pilah::registry
