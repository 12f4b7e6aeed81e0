#include "pilah/store/json_scanner.hpp"

#include <algorithm>
#include <stdexcept>

namespace pilah::store {
namespace {

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

}  // namespace

std::vector<Member> members_of(std::string_view object) {
  Scanner scanner(object);
  auto members = scanner.object();
  scanner.end();
  return members;
}

std::vector<std::string_view> elements_of(std::string_view array) {
  Scanner scanner(array);
  auto elements = scanner.array();
  scanner.end();
  return elements;
}

std::string_view content_of(std::string_view string) {
  if (string.size() < 2 || string.front() != '"' || string.back() != '"') {
    throw std::invalid_argument("no string of a document");
  }
  return string.substr(1, string.size() - 2);
}

const Member* find(const std::vector<Member>& members, std::string_view key) {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const Member& member) { return member.key == key; });
  return found == members.end() ? nullptr : &*found;
}

}  // namespace pilah::store
