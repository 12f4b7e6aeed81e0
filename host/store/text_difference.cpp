#include "pilah/store/text_difference.hpp"

#include <algorithm>
#include <unordered_map>

namespace pilah::store {
namespace {

constexpr std::size_t kEscape = 6;  // \u0000
/// So many letters alike are worth a splice more.
constexpr std::size_t kAlike = 24;
constexpr int kDeepest = 6;

using Letters = std::vector<std::string_view>;

/// Letters of a content, an escape sequence being one.
Letters letters_of(std::string_view content) {
  Letters letters;
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

/// A part of some letters.
struct Range {
  std::size_t begin;
  std::size_t end;
  std::size_t size() const { return end - begin; }
};

/// The same letters in both.
struct Match {
  std::size_t older = 0;
  std::size_t newer = 0;
  std::size_t size = 0;
};

class Comparison {
 public:
  Comparison(std::string_view older, std::string_view newer)
      : older_text_(older),
        newer_text_(newer),
        older_(letters_of(older)),
        newer_(letters_of(newer)) {
    compare({0, older_.size()}, {0, newer_.size()}, 0);
  }
  std::vector<Splice> take() { return std::move(found_); }

 private:
  void compare(Range a, Range b, int depth) {
    while (a.size() > 0 && b.size() > 0 && older_[a.begin] == newer_[b.begin]) {
      ++a.begin;
      ++b.begin;
    }
    while (a.size() > 0 && b.size() > 0 && older_[a.end - 1] == newer_[b.end - 1]) {
      --a.end;
      --b.end;
    }
    if (a.size() == 0 && b.size() == 0) return;
    const Match match = depth < kDeepest ? longest(a, b) : Match{};
    if (match.size == 0) {
      found_.push_back({offset(newer_text_, newer_, b.begin), part(older_text_, older_, a),
                        part(newer_text_, newer_, b)});
      return;
    }
    compare({a.begin, match.older}, {b.begin, match.newer}, depth + 1);
    compare({match.older + match.size, a.end}, {match.newer + match.size, b.end}, depth + 1);
  }

  /// The longest that both have somewhere, of at least kAlike letters; size 0: none.
  Match longest(const Range& a, const Range& b) const {
    Match best;
    if (a.size() < kAlike || b.size() < kAlike) return best;
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = a.begin; i + kAlike <= a.end; ++i) {
      places.emplace(part(older_text_, older_, {i, i + kAlike}), i);
    }
    for (std::size_t i = b.begin; i + kAlike <= b.end;) {
      const auto place = places.find(part(newer_text_, newer_, {i, i + kAlike}));
      if (place == places.end()) {
        ++i;
        continue;
      }
      Match match{place->second, i, kAlike};
      while (match.older + match.size < a.end && match.newer + match.size < b.end &&
             older_[match.older + match.size] == newer_[match.newer + match.size]) {
        ++match.size;
      }
      if (match.size > best.size) best = match;
      i += match.size;
    }
    return best;
  }

  static std::size_t offset(std::string_view text, const Letters& letters, std::size_t letter) {
    return letter == letters.size()
               ? text.size()
               : static_cast<std::size_t>(letters[letter].data() - text.data());
  }
  static std::string_view part(std::string_view text, const Letters& letters, const Range& range) {
    const std::size_t begin = offset(text, letters, range.begin);
    return text.substr(begin, offset(text, letters, range.end) - begin);
  }

  std::string_view older_text_;
  std::string_view newer_text_;
  Letters older_;
  Letters newer_;
  std::vector<Splice> found_;
};

}  // namespace

std::vector<Splice> splices(std::string_view older, std::string_view newer) {
  return Comparison(older, newer).take();
}

}  // namespace pilah::store
