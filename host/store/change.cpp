#include "pilah/store/change.hpp"

#include <algorithm>
#include <stdexcept>

#include "pilah/catalogue/json.hpp"
#include "pilah/store/difference.hpp"
#include "pilah/store/json_scanner.hpp"

namespace pilah::store {
namespace {

constexpr std::string_view kMissing = "null";

/// Objects are equal whatever the order of their members.
bool equal_value(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.empty() || b.empty() || a.front() != b.front() || (a.front() != '{' && a.front() != '[')) {
    return false;
  }
  return catalogue::parse_json(a) == catalogue::parse_json(b);
}

void append(std::string& object, std::string_view key, std::string_view value) {
  object += object.empty() ? '{' : ',';
  object.append(1, '"').append(key).append("\":").append(value);
}

std::string pair_of(std::string_view older, std::string_view newer) {
  std::string pair = "[";
  return pair.append(older).append(1, ',').append(newer).append(1, ']');
}

std::string closed(std::string object) {
  if (object.empty()) return "{}";
  object += '}';
  return object;
}

}  // namespace

Replacement replace(std::string_view older, std::string_view newer) {
  const auto before = members_of(older);
  const auto after = members_of(newer);
  Replacement replacement;
  std::string& change = replacement.change;
  for (const auto& member : after) {
    const Member* old = find(before, member.key);
    const bool same = old && equal_value(old->value, member.value);
    append(replacement.document, member.key, same ? old->value : member.value);
    if (!same) append(change, member.key, difference(old ? old->value : kMissing, member.value));
  }
  for (const auto& member : before) {
    if (!find(after, member.key)) append(change, member.key, pair_of(member.value, kMissing));
  }
  replacement.document = closed(std::move(replacement.document));
  if (!change.empty()) change += '}';
  return replacement;
}

std::string without_fields(std::string_view object, const std::vector<std::string>& fields) {
  std::string left;
  for (const auto& member : members_of(object)) {
    if (std::find(fields.begin(), fields.end(), member.key) == fields.end()) {
      append(left, member.key, member.value);
    }
  }
  return closed(std::move(left));
}

UnrolledDocument::UnrolledDocument(std::string_view document) {
  for (const auto& member : members_of(document)) members_.emplace(member.key, member.value);
}

std::string UnrolledDocument::undo(std::string_view change) {
  std::string told;
  for (const auto& member : members_of(change)) {
    const auto present = members_.find(member.key);
    const std::string newer(present == members_.end() ? kMissing
                                                      : std::string_view(present->second));
    std::string older = older_value(newer, member.value);
    append(told, member.key, pair_of(older, newer));
    if (present != members_.end()) members_.erase(present);
    if (older != kMissing) members_.emplace(member.key, std::move(older));
  }
  return closed(std::move(told));
}

std::string UnrolledDocument::text(const std::vector<std::string>& fields) const {
  std::string document;
  std::size_t known = 0;
  for (const auto& field : fields) {
    const auto member = members_.find(field);
    if (member == members_.end()) continue;
    ++known;
    append(document, member->first, member->second);
  }
  if (known != members_.size()) throw std::invalid_argument("a member that is no field");
  return closed(std::move(document));
}

}  // namespace pilah::store
