#include "pilah/http/entity_tag.hpp"

#include <charconv>
#include <functional>
#include <optional>

namespace pilah::http {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Takes one tag off the front of a list: what stands between its quotes,
/// without "-gzip"; nothing when there is no tag there.
std::optional<std::string_view> take_tag(std::string_view& list) {
  list = trimmed(list);
  if (list.substr(0, 2) == "W/") list.remove_prefix(2);
  if (list.empty() || list.front() != '"') return std::nullopt;
  const auto end = list.find('"', 1);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view tag = list.substr(1, end - 1);
  list = trimmed(list.substr(end + 1));
  if (!list.empty()) {
    if (list.front() != ',') return std::nullopt;
    list.remove_prefix(1);
  }
  constexpr std::string_view kCompressed = "-gzip";
  if (tag.size() > kCompressed.size() &&
      tag.substr(tag.size() - kCompressed.size()) == kCompressed) {
    tag.remove_suffix(kCompressed.size());
  }
  return tag;
}

std::string mark_of(std::string_view body) {
  const auto mark = static_cast<std::uint64_t>(std::hash<std::string_view>{}(body));
  std::string hexadecimal(16, '0');
  std::to_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), mark, 16);
  return 'b' + hexadecimal;
}

}  // namespace

std::string revision_tag(std::int64_t revision) { return '"' + std::to_string(revision) + '"'; }

std::string revision_tag(std::int64_t revision, std::string_view form) {
  std::string tag = '"' + std::to_string(revision);
  if (!form.empty()) tag.append("-").append(form);
  return tag += '"';
}

std::string revision_tag_with(std::int64_t revision, std::string_view body) {
  return revision_tag(revision, mark_of(body));
}

std::string body_tag(std::string_view body) { return '"' + mark_of(body) + '"'; }

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  if (trimmed(if_none_match) == "*") return true;
  while (!trimmed(if_none_match).empty()) {
    const auto named = take_tag(if_none_match);
    if (!named) return false;
    if (tag.size() == named->size() + 2 && tag.substr(1, named->size()) == *named) return true;
  }
  return false;
}

DemandedRevisions demanded_revisions(std::string_view if_match) {
  DemandedRevisions demanded;
  demanded.any = trimmed(if_match) == "*";
  while (!demanded.any && !trimmed(if_match).empty()) {
    const auto tag = take_tag(if_match);
    std::int64_t revision = 0;
    if (!tag) {
      demanded.well_formed = false;
      return demanded;
    }
    const char* const end = tag->data() + tag->size();
    const auto read = std::from_chars(tag->data(), end, revision);
    // A tag that is no revision matches none.
    const bool is_revision = read.ec == std::errc() && (read.ptr == end || *read.ptr == '-');
    demanded.revisions.push_back(is_revision ? revision : -1);
  }
  return demanded;
}

}  // namespace pilah::http
