#include "pilah/store/change.hpp"

#include <algorithm>
#include <stdexcept>

#include "pilah/catalogue/json.hpp"

namespace pilah::store {
namespace {

/// One member of an object, both as written: the key without its quotes.
struct Member {
  std::string_view key;
  std::string_view value;
};

/// Steps over compact JSON without reading what it means.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<Member> object() {
    std::vector<Member> members;
    expect('{');
    if (take('}')) return members;
    do {
      const std::string_view key = value();
      if (key.size() < 2 || key.front() != '"') fail();
      expect(':');
      members.push_back({key.substr(1, key.size() - 2), value()});
    } while (take(','));
    expect('}');
    return members;
  }

  std::vector<std::string_view> array() {
    std::vector<std::string_view> elements;
    expect('[');
    if (take(']')) return elements;
    do {
      elements.push_back(value());
    } while (take(','));
    expect(']');
    return elements;
  }

  void end() const {
    if (at_ != text_.size()) fail();
  }

 private:
  [[noreturn]] static void fail() { throw std::invalid_argument("no document of the store"); }
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!take(c)) fail();
  }

  void string() {
    expect('"');
    for (;;) {
      at_ = text_.find_first_of("\"\\", at_);
      if (at_ == std::string_view::npos) fail();
      if (text_[at_++] == '"') return;
      if (at_++ == text_.size()) fail();
    }
  }

  std::string_view value() {
    const std::size_t begin = at_;
    std::size_t depth = 0;
    do {
      if (at_ == text_.size()) fail();
      const char c = text_[at_];
      if (c == '"') {
        string();
      } else if (c == '{' || c == '[') {
        ++depth;
        ++at_;
      } else if (c == '}' || c == ']') {
        if (depth == 0) fail();
        --depth;
        ++at_;
      } else if (depth > 0 && (c == ',' || c == ':')) {
        ++at_;
      } else {
        const std::size_t stop = std::min(text_.find_first_of(",:]}", at_), text_.size());
        if (stop == at_) fail();
        at_ = stop;
      }
    } while (depth > 0);
    return text_.substr(begin, at_ - begin);
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::vector<Member> members_of(std::string_view document) {
  Scanner scanner(document);
  auto members = scanner.object();
  scanner.end();
  return members;
}

const Member* find(const std::vector<Member>& members, std::string_view key) {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const Member& member) { return member.key == key; });
  return found == members.end() ? nullptr : &*found;
}

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

void append_change(std::string& change, std::string_view key, std::string_view older,
                   std::string_view newer) {
  std::string pair = "[";
  pair.append(older).append(1, ',').append(newer).append(1, ']');
  append(change, key, pair);
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
    if (!same) append_change(change, member.key, old ? old->value : "null", member.value);
  }
  for (const auto& member : before) {
    if (!find(after, member.key)) append_change(change, member.key, member.value, "null");
  }
  replacement.document = closed(std::move(replacement.document));
  if (!change.empty()) change += '}';
  return replacement;
}

UnrolledDocument::UnrolledDocument(std::string_view document) {
  for (const auto& member : members_of(document)) members_.emplace(member.key, member.value);
}

void UnrolledDocument::undo(std::string_view change) {
  for (const auto& member : members_of(change)) {
    Scanner scanner(member.value);
    const auto pair = scanner.array();
    if (pair.size() != 2) throw std::invalid_argument("no change of a document");
    const auto present = members_.find(member.key);
    if ((present == members_.end() ? std::string_view("null") : present->second) != pair[1]) {
      throw std::invalid_argument(std::string(member.key) + " is not what the change made of it");
    }
    if (present != members_.end()) members_.erase(present);
    if (pair[0] != "null") members_.emplace(member.key, pair[0]);
  }
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
