// Entity tags (RFC 9110, 8.8): of a record or a list, its revision; of any other
// answer, a mark of its bytes.
//
// A form that was compressed on the way carries "-gzip" behind (compression.hpp),
// and a proxy that compresses makes a tag weak. Both name the same revision, so
// neither keeps a change from being taken.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pilah::http {

/// "\"17\"".
std::string revision_tag(std::int64_t revision);
/// "\"17-5\"": of what has several forms at one revision; `form` tells which: a count
/// with a life of its own, whose eyes it is for. Empty: as above.
std::string revision_tag(std::int64_t revision, std::string_view form);

/// "\"17-b0c4\"": of a record whose answer tells more than its revision counts, such as
/// comments; the form is a mark of the answer's bytes.
std::string revision_tag_with(std::int64_t revision, std::string_view body);

/// Of the bytes; the same for equal bodies within one build.
std::string body_tag(std::string_view body);

/// Whether an If-None-Match header names `tag` (or is *).
bool names_tag(std::string_view if_none_match, std::string_view tag);

/// What an If-Match header demands.
struct DemandedRevisions {
  bool any = false;  ///< "*"
  std::vector<std::int64_t> revisions;
  bool well_formed = true;
};
DemandedRevisions demanded_revisions(std::string_view if_match);

}  // namespace pilah::http
