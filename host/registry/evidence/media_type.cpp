#include "pilah/registry/evidence/media_type.hpp"

#include <algorithm>
#include <array>

namespace pilah::registry {
namespace {

bool starts(std::string_view bytes, std::string_view with, std::size_t at = 0) {
  return bytes.size() >= at + with.size() && bytes.substr(at, with.size()) == with;
}

/// A package of XML parts. The directory at the end of the archive names them.
std::optional<std::string> office_type(const FileEnds& file) {
  constexpr std::string_view kOpenDocument = "mimetypeapplication/vnd.oasis.opendocument.";
  if (starts(file.head, kOpenDocument, 30)) {  // the archive's first entry, stored as it is
    const std::string_view kind = std::string_view(file.head).substr(30 + kOpenDocument.size());
    if (starts(kind, "spreadsheet")) return "application/vnd.oasis.opendocument.spreadsheet";
    if (starts(kind, "text")) return "application/vnd.oasis.opendocument.text";
    return std::nullopt;
  }
  const auto names = [&file](std::string_view part) {
    return file.tail.find(part) != std::string::npos;
  };
  if (!names("[Content_Types].xml") || names("vbaProject.bin")) return std::nullopt;
  if (names("xl/workbook.xml")) {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }
  if (names("word/document.xml")) {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  return std::nullopt;
}

/// A page in disguise begins with a bracket, behind blanks and a byte order mark.
bool begins_like_markup(std::string_view head) {
  if (starts(head, "\xEF\xBB\xBF")) head.remove_prefix(3);
  const auto first = head.find_first_not_of(" \t\r\n\f");
  return first != std::string_view::npos && head[first] == '<';
}

}  // namespace

std::optional<std::string> media_type_of(const FileEnds& file) {
  const std::string_view head = file.head;
  if (starts(head, "%PDF-")) return "application/pdf";
  if (starts(head, "\x89PNG\r\n\x1A\n")) return "image/png";
  if (starts(head, "\xFF\xD8\xFF")) return "image/jpeg";
  if (starts(head, "RIFF") && starts(head, "WEBP", 8)) return "image/webp";
  if (starts(head, "ftyp", 4)) {
    constexpr std::array<std::string_view, 6> kBrands{"isom", "iso2", "mp41",
                                                      "mp42", "avc1", "M4V "};
    const bool known = std::any_of(kBrands.begin(), kBrands.end(),
                                   [head](auto brand) { return starts(head, brand, 8); });
    return known ? std::optional<std::string>("video/mp4") : std::nullopt;
  }
  if (starts(head, "PK\x03\x04")) return office_type(file);
  if (file.is_text && !head.empty() && !begins_like_markup(head)) return "text/plain";
  return std::nullopt;
}

bool is_shown_in_place(std::string_view media_type) {
  return media_type == "application/pdf" || media_type.substr(0, 6) == "image/";
}

}  // namespace pilah::registry
