#include "pilah/store/difference.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

#include "pilah/store/json_scanner.hpp"

namespace pilah::store {
namespace {

/// A longer text is not compared letter by letter.
constexpr std::size_t kLongestCompared = std::size_t{1024} * 1024;
constexpr std::size_t kEscape = 6;  // \u0000

[[noreturn]] void fail() { throw std::invalid_argument("no difference that led here"); }

std::string pair_of(std::string_view older, std::string_view newer) {
  std::string pair = "[";
  return pair.append(older).append(1, ',').append(newer).append(1, ']');
}

/// Letters of a string's content as written, an escape sequence being one.
std::vector<std::string_view> letters_of(std::string_view content) {
  std::vector<std::string_view> letters;
  while (!content.empty()) {
    std::size_t size = 1;
    if (content.front() == '\\') {
      size = content.size() > 1 && content[1] == 'u' ? kEscape : 2;
    } else {
      // The other bytes of a letter in UTF-8 begin with 10.
      while (size < content.size() && (static_cast<unsigned char>(content[size]) & 0xC0) == 0x80) {
        ++size;
      }
    }
    letters.push_back(content.substr(0, size));
    content.remove_prefix(letters.back().size());
  }
  return letters;
}

/// What two sequences have in common at their beginnings and, of the rest, at their ends.
struct Common {
  std::size_t front = 0;
  std::size_t back = 0;
};

Common common(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  const std::size_t most = std::min(a.size(), b.size());
  Common shared;
  while (shared.front < most && a[shared.front] == b[shared.front]) ++shared.front;
  while (shared.back < most - shared.front &&
         a[a.size() - 1 - shared.back] == b[b.size() - 1 - shared.back]) {
    ++shared.back;
  }
  return shared;
}

std::string joined(const std::vector<std::string_view>& parts, std::size_t begin, std::size_t end,
                   std::string_view separator) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) text += separator;
    text += parts[i];
  }
  return text;
}

std::string of_texts(std::string_view older, std::string_view newer) {
  const auto before = letters_of(content_of(older));
  const auto after = letters_of(content_of(newer));
  const Common shared = common(before, after);
  const std::string start = joined(before, 0, shared.front, "");
  return "{\"at\":" + std::to_string(start.size()) + ",\"old\":\"" +
         joined(before, shared.front, before.size() - shared.back, "") + "\",\"new\":\"" +
         joined(after, shared.front, after.size() - shared.back, "") + "\"}";
}

std::string of_lists(std::string_view older, std::string_view newer) {
  const auto before = elements_of(older);
  const auto after = elements_of(newer);
  const Common shared = common(before, after);
  const std::size_t end_before = before.size() - shared.back;
  const std::size_t end_after = after.size() - shared.back;
  const std::string at = "{\"at\":" + std::to_string(shared.front);
  if (end_before == shared.front + 1 && end_after == shared.front + 1) {
    return at + ",\"in\":" + difference(before[shared.front], after[shared.front]) + '}';
  }
  return at + ",\"old\":[" + joined(before, shared.front, end_before, ",") + "],\"new\":[" +
         joined(after, shared.front, end_after, ",") + "]}";
}

/// Nothing when they have not the same members in the same order.
std::string of_objects(std::string_view older, std::string_view newer) {
  const auto before = members_of(older);
  const auto after = members_of(newer);
  const bool alike = std::equal(before.begin(), before.end(), after.begin(), after.end(),
                                [](const Member& a, const Member& b) { return a.key == b.key; });
  if (!alike) return {};
  std::string members;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].value == after[i].value) continue;
    members += members.empty() ? "{\"" : ",\"";
    members.append(before[i].key).append("\":").append(difference(before[i].value, after[i].value));
  }
  return "{\"in\":" + members + "}}";
}

std::size_t number_of(const std::vector<Member>& members) {
  const Member* at = find(members, "at");
  if (!at) fail();
  std::size_t number = 0;
  const char* end = at->value.data() + at->value.size();
  if (std::from_chars(at->value.data(), end, number).ptr != end) fail();
  return number;
}

std::string older_text(std::string_view newer, std::size_t at, std::string_view old_part,
                       std::string_view new_part) {
  const std::string_view content = content_of(newer);
  const std::string_view part = content_of(new_part);
  if (at > content.size() || content.substr(at, part.size()) != part) fail();
  std::string text = "\"";
  text.append(content.substr(0, at)).append(content_of(old_part));
  return text.append(content.substr(at + part.size())).append(1, '"');
}

std::string older_list(std::string_view newer, std::size_t at, std::string_view old_part,
                       std::string_view new_part) {
  const auto elements = elements_of(newer);
  const auto part = elements_of(new_part);
  if (at > elements.size() || elements.size() - at < part.size() ||
      !std::equal(part.begin(), part.end(), elements.begin() + static_cast<std::ptrdiff_t>(at))) {
    fail();
  }
  std::vector<std::string_view> all(elements.begin(),
                                    elements.begin() + static_cast<std::ptrdiff_t>(at));
  for (const auto element : elements_of(old_part)) all.push_back(element);
  all.insert(all.end(), elements.begin() + static_cast<std::ptrdiff_t>(at + part.size()),
             elements.end());
  return "[" + joined(all, 0, all.size(), ",") + "]";
}

std::string older_element(std::string_view newer, std::size_t at, std::string_view within) {
  auto elements = elements_of(newer);
  if (at >= elements.size()) fail();
  const std::string element = older_value(elements[at], within);
  elements[at] = element;
  return "[" + joined(elements, 0, elements.size(), ",") + "]";
}

std::string older_object(std::string_view newer, std::string_view within) {
  const auto changed = members_of(within);
  std::size_t used = 0;
  std::string text;
  for (const auto& member : members_of(newer)) {
    text += text.empty() ? "{\"" : ",\"";
    text.append(member.key).append("\":");
    const Member* change = find(changed, member.key);
    if (change) {
      ++used;
      text += older_value(member.value, change->value);
    } else {
      text += member.value;
    }
  }
  if (used != changed.size()) fail();
  return text + "}";
}

}  // namespace

std::string difference(std::string_view older, std::string_view newer) {
  std::string whole = pair_of(older, newer);
  if (older.empty() || newer.empty() || older.front() != newer.front() ||
      std::max(older.size(), newer.size()) > kLongestCompared) {
    return whole;
  }
  std::string part;
  if (older.front() == '"') part = of_texts(older, newer);
  if (older.front() == '[') part = of_lists(older, newer);
  if (older.front() == '{') part = of_objects(older, newer);
  return part.empty() || part.size() >= whole.size() ? whole : part;
}

std::string older_value(std::string_view newer, std::string_view difference) {
  if (!difference.empty() && difference.front() == '[') {
    const auto pair = elements_of(difference);
    if (pair.size() != 2 || pair[1] != newer) fail();
    return std::string(pair[0]);
  }
  const auto members = members_of(difference);
  const Member* within = find(members, "in");
  if (within && members.size() == 1) return older_object(newer, within->value);
  const std::size_t at = number_of(members);
  if (within) return older_element(newer, at, within->value);
  const Member* old_part = find(members, "old");
  const Member* new_part = find(members, "new");
  if (!old_part || !new_part || old_part->value.empty()) fail();
  return old_part->value.front() == '"' ? older_text(newer, at, old_part->value, new_part->value)
                                        : older_list(newer, at, old_part->value, new_part->value);
}

}  // namespace pilah::store
