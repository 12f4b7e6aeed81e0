#include "pilah/store/difference.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

#include "pilah/store/json_scanner.hpp"
#include "pilah/store/text_difference.hpp"

namespace pilah::store {
namespace {

/// A longer text is not compared letter by letter.
constexpr std::size_t kLongestCompared = std::size_t{1024} * 1024;

[[noreturn]] void fail() { throw std::invalid_argument("no difference that led here"); }

std::string pair_of(std::string_view older, std::string_view newer) {
  std::string pair = "[";
  return pair.append(older).append(1, ',').append(newer).append(1, ']');
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
  const auto parts = splices(content_of(older), content_of(newer));
  std::string told = parts.size() == 1 ? "{\"at\":" : "{\"parts\":[";
  for (const auto& part : parts) {
    const std::string old_part = '"' + std::string(part.older) + '"';
    const std::string new_part = '"' + std::string(part.newer) + '"';
    const auto at = std::to_string(part.at);
    if (parts.size() == 1) return told + at + ",\"old\":" + old_part + ",\"new\":" + new_part + '}';
    if (told.back() != '[') told += ',';
    told += '[' + at + ',' + old_part + ',' + new_part + ']';
  }
  return told + "]}";
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

/// Nothing when members that both have stand in another order.
std::string of_objects(std::string_view older, std::string_view newer) {
  const auto before = members_of(older);
  const auto after = members_of(newer);
  std::string within;
  std::string added;
  std::size_t place = 0;
  for (const auto& member : after) {
    const Member* old = find(before, member.key);
    if (!old) {
      added.append(added.empty() ? "\"" : ",\"").append(member.key).append(1, '"');
      continue;
    }
    const auto index = static_cast<std::size_t>(old - before.data());
    if (index < place) return {};
    place = index + 1;
    if (old->value == member.value) continue;
    within.append(within.empty() ? "\"" : ",\"").append(member.key).append("\":");
    within += difference(old->value, member.value);
  }
  std::string told = "{\"in\":{" + within + '}';
  if (!added.empty()) told += ",\"added\":[" + added + ']';
  std::string lost;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (find(after, before[i].key)) continue;
    lost += (lost.empty() ? "[" : ",[") + std::to_string(i) + ",\"";
    lost.append(before[i].key).append("\",").append(before[i].value).append(1, ']');
  }
  if (!lost.empty()) told += ",\"lost\":[" + lost + ']';
  return told + '}';
}

std::size_t read_number(std::string_view text) {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) fail();
  return number;
}

/// Parts as [at, "old", "new"], in their order.
std::string older_text(std::string_view newer, const std::vector<std::string_view>& parts) {
  const std::string_view content = content_of(newer);
  std::string text = "\"";
  std::size_t done = 0;
  for (const auto part : parts) {
    const auto told = elements_of(part);
    if (told.size() != 3) fail();
    const std::size_t at = read_number(told[0]);
    const std::string_view new_part = content_of(told[2]);
    if (at < done || at > content.size() || content.substr(at, new_part.size()) != new_part) fail();
    text.append(content.substr(done, at - done)).append(content_of(told[1]));
    done = at + new_part.size();
  }
  return text.append(content.substr(done)).append(1, '"');
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

/// Elements of the member's list; none without it.
std::vector<std::string_view> list_in(const std::vector<Member>& told, std::string_view key) {
  const Member* member = find(told, key);
  return member ? elements_of(member->value) : std::vector<std::string_view>();
}

std::string older_object(std::string_view newer, const std::vector<Member>& told) {
  const auto changed = members_of(find(told, "in")->value);
  const auto added = list_in(told, "added");
  std::vector<std::string> members;
  std::size_t used = 0;
  for (const auto& member : members_of(newer)) {
    const std::string key = '"' + std::string(member.key) + '"';
    if (std::find(added.begin(), added.end(), key) != added.end()) {
      ++used;
      continue;
    }
    const Member* change = find(changed, member.key);
    if (change) ++used;
    members.push_back(
        key + ':' +
        (change ? older_value(member.value, change->value) : std::string(member.value)));
  }
  if (used != changed.size() + added.size()) fail();
  for (const auto lost : list_in(told, "lost")) {
    const auto parts = elements_of(lost);
    const std::size_t index = parts.size() == 3 ? read_number(parts[0]) : members.size() + 1;
    if (index > members.size()) fail();
    members.insert(members.begin() + static_cast<std::ptrdiff_t>(index),
                   std::string(parts[1]) + ':' + std::string(parts[2]));
  }
  std::string text = "{";
  for (const auto& member : members) text += (text.size() > 1 ? "," : "") + member;
  return text + '}';
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
  const auto told = members_of(difference);
  const Member* within = find(told, "in");
  const Member* at = find(told, "at");
  if (within && !at) return older_object(newer, told);
  if (const Member* parts = find(told, "parts"))
    return older_text(newer, elements_of(parts->value));
  if (!at) fail();
  if (within) return older_element(newer, read_number(at->value), within->value);
  const Member* old_part = find(told, "old");
  const Member* new_part = find(told, "new");
  if (!old_part || !new_part || old_part->value.empty()) fail();
  if (old_part->value.front() != '"') {
    return older_list(newer, read_number(at->value), old_part->value, new_part->value);
  }
  const std::string part = '[' + std::string(at->value) + ',' + std::string(old_part->value) + ',' +
                           std::string(new_part->value) + ']';
  return older_text(newer, {part});
}

}  // namespace pilah::store
