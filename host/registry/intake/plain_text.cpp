#include "pilah/registry/intake/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace pilah::registry {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

/// Collects characters; blanks and line breaks wait until something follows them.
class TidyText {
 public:
  explicit TidyText(std::size_t expected) { text_.reserve(expected); }

  void line_break() {
    blank_ = false;
    if (breaks_ < 2) ++breaks_;
  }
  /// A block's edge: one line break, however many blocks end here.
  void block_edge() {
    blank_ = false;
    if (breaks_ == 0) breaks_ = 1;
  }
  void blank() { blank_ = true; }

  void character(std::uint32_t code, std::string_view bytes) {
    if (code == '\n' || code == 0x2028 || code == 0x2029) return line_break();
    if (is_blank(code)) return blank();
    if (is_unseen(code)) return;
    settle();
    text_ += bytes;
  }

  std::string take() { return std::move(text_); }

 private:
  static bool is_blank(std::uint32_t code) {
    return code == ' ' || code == '\t' || code == '\v' || code == '\f' || code == 0xA0 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F || code == 0x3000;
  }
  /// Controls, soft hyphens, zero-width blanks and marks of writing direction:
  /// they let two names look alike and differ.
  static bool is_unseen(std::uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD || code == 0x200B ||
           code == 0xFEFF || code == 0x200E || code == 0x200F ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069);
  }
  void settle() {
    if (!text_.empty()) {
      if (breaks_ > 0) {
        text_.append(breaks_, '\n');
      } else if (blank_) {
        text_ += ' ';
      }
    }
    blank_ = false;
    breaks_ = 0;
  }

  std::string text_;
  bool blank_ = false;
  std::size_t breaks_ = 0;
};

struct Character {
  std::uint32_t code;
  std::size_t size;
};

/// The character that begins at `text[at]`; bad bytes are U+FFFD, one at a time (RFC 3629).
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  std::size_t size = 0;
  std::uint32_t code = 0;
  if (lead >= 0xC2 && lead < 0xE0) {
    size = 2;
    code = lead & 0x1F;
  } else if (lead >= 0xE0 && lead < 0xF0) {
    size = 3;
    code = lead & 0x0F;
  } else if (lead >= 0xF0 && lead < 0xF5) {
    size = 4;
    code = lead & 0x07;
  } else {
    return {kReplacement, 1};
  }
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {kReplacement, 1};
    code = (code << 6) | (byte(at + i) & 0x3F);
  }
  const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (overlong || surrogate || code > 0x10FFFF) return {kReplacement, 1};
  return {code, size};
}

std::string utf8(std::uint32_t code) {
  std::string bytes;
  const auto add = [&](std::uint32_t byte) { bytes += static_cast<char>(byte); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0 | (code >> 6));
    add(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    add(0xE0 | (code >> 12));
    add(0x80 | ((code >> 6) & 0x3F));
    add(0x80 | (code & 0x3F));
  } else {
    add(0xF0 | (code >> 18));
    add(0x80 | ((code >> 12) & 0x3F));
    add(0x80 | ((code >> 6) & 0x3F));
    add(0x80 | (code & 0x3F));
  }
  return bytes;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

enum class Tag { kInline, kBlock, kCell, kScript, kStyle };

/// The elements that pasted cells contain. Any other "<word>" is text that a
/// person wrote ("<nama desa>") and stays. Sorted by name.
constexpr std::array<std::pair<std::string_view, Tag>, 56> kTags = {{
    {"a", Tag::kInline},         {"abbr", Tag::kInline},    {"address", Tag::kBlock},
    {"article", Tag::kBlock},    {"b", Tag::kInline},       {"big", Tag::kInline},
    {"blockquote", Tag::kBlock}, {"body", Tag::kBlock},     {"br", Tag::kBlock},
    {"center", Tag::kBlock},     {"cite", Tag::kInline},    {"code", Tag::kInline},
    {"col", Tag::kInline},       {"colgroup", Tag::kBlock}, {"dd", Tag::kBlock},
    {"del", Tag::kInline},       {"div", Tag::kBlock},      {"dl", Tag::kBlock},
    {"dt", Tag::kBlock},         {"em", Tag::kInline},      {"figure", Tag::kBlock},
    {"font", Tag::kInline},      {"h1", Tag::kBlock},       {"h2", Tag::kBlock},
    {"h3", Tag::kBlock},         {"h4", Tag::kBlock},       {"h5", Tag::kBlock},
    {"h6", Tag::kBlock},         {"head", Tag::kBlock},     {"hr", Tag::kBlock},
    {"html", Tag::kBlock},       {"i", Tag::kInline},       {"iframe", Tag::kBlock},
    {"img", Tag::kInline},       {"ins", Tag::kInline},     {"li", Tag::kBlock},
    {"link", Tag::kInline},      {"meta", Tag::kInline},    {"ol", Tag::kBlock},
    {"p", Tag::kBlock},          {"pre", Tag::kBlock},      {"s", Tag::kInline},
    {"script", Tag::kScript},    {"section", Tag::kBlock},  {"small", Tag::kInline},
    {"span", Tag::kInline},      {"strong", Tag::kInline},  {"style", Tag::kStyle},
    {"sub", Tag::kInline},       {"sup", Tag::kInline},     {"table", Tag::kBlock},
    {"td", Tag::kCell},          {"th", Tag::kCell},        {"tr", Tag::kBlock},
    {"u", Tag::kInline},         {"ul", Tag::kBlock},
}};

/// The named entities that word processors and web forms write; any other name stays text.
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 36> kEntities = {{
    {"amp", '&'},      {"apos", '\''},    {"bull", 0x2022}, {"cent", 0xA2},    {"copy", 0xA9},
    {"deg", 0xB0},     {"eacute", 0xE9},  {"egrave", 0xE8}, {"emsp", 0x2003},  {"ensp", 0x2002},
    {"euro", 0x20AC},  {"frac12", 0xBD},  {"ge", 0x2265},   {"gt", '>'},       {"hellip", 0x2026},
    {"laquo", 0xAB},   {"ldquo", 0x201C}, {"le", 0x2264},   {"lsquo", 0x2018}, {"lt", '<'},
    {"mdash", 0x2014}, {"middot", 0xB7},  {"nbsp", 0xA0},   {"ndash", 0x2013}, {"ne", 0x2260},
    {"plusmn", 0xB1},  {"quot", '"'},     {"raquo", 0xBB},  {"rdquo", 0x201D}, {"reg", 0xAE},
    {"rsquo", 0x2019}, {"shy", 0xAD},     {"sup2", 0xB2},   {"times", 0xD7},   {"trade", 0x2122},
    {"uuml", 0xFC},
}};

template <class Table>
auto look_up(const Table& table, std::string_view name) {
  const auto found =
      std::lower_bound(table.begin(), table.end(), name,
                       [](const auto& entry, auto wanted) { return entry.first < wanted; });
  return found != table.end() && found->first == name ? &found->second : nullptr;
}

/// Reads one cell, markup and all, from its first byte to its last.
class MarkupReader {
 public:
  explicit MarkupReader(std::string_view cell)
      : cell_(cell), last_close_(cell.rfind('>')), out_(cell.size()) {}

  std::string read() {
    while (at_ < cell_.size()) {
      const char c = cell_[at_];
      if (c == '<' && skip_markup()) continue;
      if (c == '&' && decode_entity()) continue;
      if (c == '\r') {
        at_ += at_ + 1 < cell_.size() && cell_[at_ + 1] == '\n' ? 2 : 1;
        out_.line_break();
        continue;
      }
      const Character next = character_at(cell_, at_);
      if (next.code == kReplacement) {
        out_.character(kReplacement, utf8(kReplacement));
      } else {
        out_.character(next.code, cell_.substr(at_, next.size));
      }
      at_ += next.size;
    }
    return out_.take();
  }

 private:
  bool skip_markup() {
    if (last_close_ == std::string_view::npos || at_ > last_close_) return false;
    const std::string_view rest = cell_.substr(at_);
    if (rest.starts_with("<!--")) {
      if (!comment_is_open_ended_) comment_is_open_ended_ = !skip_to("-->", 3);
      return !comment_is_open_ended_;
    }
    if (rest.starts_with("<![") || rest.starts_with("<!d") || rest.starts_with("<!D") ||
        rest.starts_with("<?xml")) {
      return skip_to(">", 1);
    }
    return skip_tag();
  }

  bool skip_to(std::string_view mark, std::size_t size) {
    const auto found = cell_.find(mark, at_);
    if (found == std::string_view::npos) return false;
    at_ = found + size;
    return true;
  }

  bool skip_tag() {
    std::size_t at = at_ + 1;
    const bool closes = at < cell_.size() && cell_[at] == '/';
    if (closes) ++at;
    std::string name;
    while (at < cell_.size() && name.size() < 24 &&
           (is_letter(cell_[at]) || is_digit(cell_[at]) || cell_[at] == ':')) {
      name += lower(cell_[at++]);
    }
    const bool from_office = name.find(':') != std::string::npos && is_letter(name[0]);
    const Tag* tag = look_up(kTags, name);
    if (!tag && !from_office) return false;
    if (at >= cell_.size() || !is_end_of_name(cell_[at])) return false;
    const auto end = end_of_tag(at);
    if (!end) return false;
    at_ = *end;
    if (tag) act_on(*tag, closes);
    return true;
  }

  static bool is_end_of_name(char c) {
    return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /// Behind the ">" of the tag. A quote that is never closed does not hide it.
  std::optional<std::size_t> end_of_tag(std::size_t from) const {
    char quote = 0;
    for (std::size_t at = from; at < cell_.size(); ++at) {
      const char c = cell_[at];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at + 1;
      }
    }
    const auto plain = cell_.find('>', from);
    if (plain == std::string_view::npos) return std::nullopt;
    return plain + 1;
  }

  void act_on(Tag tag, bool closes) {
    switch (tag) {
      case Tag::kInline:
        return;
      case Tag::kBlock:
        return out_.block_edge();
      case Tag::kCell:
        return out_.blank();
      case Tag::kScript:
        if (!closes) skip_content("</script", script_is_open_ended_);
        return;
      case Tag::kStyle:
        if (!closes) skip_content("</style", style_is_open_ended_);
        return;
    }
  }

  /// Without a closing tag the content stays as text; `open_ended` keeps a
  /// thousand such tags from searching the rest a thousand times.
  void skip_content(std::string_view closing, bool& open_ended) {
    if (open_ended) return;
    const auto found =
        std::search(cell_.begin() + static_cast<std::ptrdiff_t>(at_), cell_.end(), closing.begin(),
                    closing.end(), [](char a, char b) { return lower(a) == b; });
    if (found == cell_.end()) {
      open_ended = true;
    } else {
      at_ = static_cast<std::size_t>(found - cell_.begin());
    }
  }

  bool decode_entity() {
    constexpr std::size_t kLongest = 10;
    const std::string_view rest = cell_.substr(at_ + 1, kLongest + 1);
    const auto end = rest.find(';');
    if (end == std::string_view::npos || end == 0) return false;
    const std::string_view name = rest.substr(0, end);
    const auto code = name[0] == '#' ? number_of(name.substr(1)) : named(name);
    if (!code) return false;
    at_ += end + 2;
    out_.character(*code, utf8(*code));
    return true;
  }

  static std::optional<std::uint32_t> named(std::string_view name) {
    const auto* code = look_up(kEntities, name);
    return code ? std::optional(*code) : std::nullopt;
  }

  static std::optional<std::uint32_t> number_of(std::string_view digits) {
    const bool hexadecimal = !digits.empty() && lower(digits[0]) == 'x';
    if (hexadecimal) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 7) return std::nullopt;
    std::uint32_t code = 0;
    for (const char c : digits) {
      if (is_digit(c)) {
        code = code * (hexadecimal ? 16U : 10U) + static_cast<std::uint32_t>(c - '0');
      } else if (hexadecimal && lower(c) >= 'a' && lower(c) <= 'f') {
        code = code * 16U + static_cast<std::uint32_t>(lower(c) - 'a') + 10U;
      } else {
        return std::nullopt;
      }
    }
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return kReplacement;
    return code;
  }

  std::string_view cell_;
  std::size_t last_close_;
  std::size_t at_ = 0;
  bool comment_is_open_ended_ = false;
  bool script_is_open_ended_ = false;
  bool style_is_open_ended_ = false;
  TidyText out_;
};

/// Most cells are tidy ASCII already: one pass that finds nothing to do.
bool is_tidy(std::string_view cell) {
  char before = ' ';
  for (const char c : cell) {
    if (c < ' ' || c > '~' || c == '<' || c == '&' || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return before != ' ' || cell.empty();
}

}  // namespace

std::string plain_text(std::string_view cell) {
  if (is_tidy(cell)) return std::string(cell);
  return MarkupReader(cell).read();
}

std::string plain_line(std::string_view cell) {
  std::string line = plain_text(cell);
  // An empty line between two becomes one blank, too.
  std::size_t kept = 0;
  for (const char c : line) {
    const char next = c == '\n' ? ' ' : c;
    if (next == ' ' && kept > 0 && line[kept - 1] == ' ') continue;
    line[kept++] = next;
  }
  line.resize(kept);
  return line;
}

}  // namespace pilah::registry
