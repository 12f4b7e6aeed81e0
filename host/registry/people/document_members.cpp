#include "pilah/registry/people/document_members.hpp"

#include <cstddef>

namespace pilah::registry {
namespace {

/// Whether what stands before `at` makes it a part of the text: \" but not \\".
bool is_escaped(std::string_view json, std::size_t at) {
  bool escaped = false;
  while (at > 0 && json[--at] == '\\') escaped = !escaped;
  return escaped;
}

/// Behind the text whose opening quote stands at `at`. Most of a document is texts: the
/// library looks for the quote in them by many bytes at once.
std::size_t end_of_text(std::string_view json, std::size_t at) {
  do {
    at = json.find('"', at + 1);
  } while (at != std::string_view::npos && is_escaped(json, at));
  return at == std::string_view::npos ? json.size() : at + 1;
}

/// Behind the value that begins at `at`: where its comma or closing brace stands.
std::size_t end_of_value(std::string_view json, std::size_t at) {
  for (int depth = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      at = end_of_text(json, at);
      continue;
    }
    if (depth == 0 && (c == ',' || c == '}')) break;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    ++at;
  }
  return at;
}

}  // namespace

bool take_member(std::string_view& rest, DocumentMember& member) {
  if (rest.empty() || rest.front() != '"') return false;
  const std::size_t behind_key = end_of_text(rest, 0);
  const std::size_t end = end_of_value(rest, behind_key + 1);
  member.key = rest.substr(1, behind_key - 2);
  member.value = rest.substr(behind_key + 1, end - behind_key - 1);
  member.text = rest.substr(0, end);
  rest.remove_prefix(end < rest.size() ? end + 1 : end);
  return true;
}

}  // namespace pilah::registry
