#include "pilah/selection/problem_document.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>

#include "pilah/selection/document_shape.hpp"
#include "pilah/selection/problem_builder.hpp"

namespace pilah::selection {
namespace {

namespace json = boost::json;

// Follows the events of Boost.JSON's parser; knows at each value what may stand
// there. A false return ends the reading, and refusal_ says why.
class Handler {
 public:
  // The parser's own bounds are switched off; text() and begin() have tighter
  // ones that name the place. Boost.JSON asks for these names.
  // NOLINTBEGIN(readability-identifier-naming)
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  // NOLINTEND(readability-identifier-naming)

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }
  bool on_object_begin(json::error_code& ec) { return begin(Type::kObject) || stop(ec); }
  bool on_object_end(std::size_t, json::error_code& ec) { return end_object() || stop(ec); }
  bool on_array_begin(json::error_code& ec) { return begin(Type::kList) || stop(ec); }
  bool on_array_end(std::size_t count, json::error_code& ec) { return end_list(count) || stop(ec); }
  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    collect(part);
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code& ec) {
    collect(part);
    return (fits() && key()) || stop(ec);
  }
  // What a string may be is judged at its end, so that the same document is
  // refused for the same reason however it arrives.
  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    collect(part);
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code& ec) {
    collect(part);
    const Slot* slot = slot_for(Type::kText);
    return (slot != nullptr && fits() && text(slot->place)) || stop(ec);
  }
  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t value, json::string_view, json::error_code& ec) {
    return integer(value) || stop(ec);
  }
  bool on_uint64(std::uint64_t, json::string_view, json::error_code& ec) {
    return integer(INT64_MAX) || stop(ec);
  }
  bool on_double(double value, json::string_view, json::error_code& ec) {
    constexpr double kLargest = kLargestNumber;
    if (slot_for(Type::kInteger) != nullptr) {
      refuse(value > kLargest || value < -kLargest ? "selection.out_of_range"
                                                   : "selection.not_an_integer");
    }
    return stop(ec);
  }
  bool on_bool(bool, json::error_code& ec) { return wrong_type() || stop(ec); }
  bool on_null(json::error_code& ec) { return wrong_type() || stop(ec); }
  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  std::string pointer() const;
  std::optional<Refusal>& refusal() { return refusal_; }
  ProblemBuilder& builder() { return builder_; }

 private:
  struct Level {
    Place place;
    std::uint32_t element = 0;   // of a list: the index of the element being read
    std::uint32_t seen = 0;      // of an object: a bit for each key of its place
    bool keyed = false;          // of an object: whether a key is being read
    std::string key;             // that key
    const Slot* slot = nullptr;  // what may stand next: the element, or under the key
  };

  static bool stop(json::error_code& ec) {
    ec = json::error::exception;
    return false;
  }
  bool refuse(const char* kind, std::vector<std::pair<std::string, std::string>> arguments = {}) {
    if (!refusal_) refusal_ = Refusal{pointer(), {kind, std::move(arguments)}};
    return false;
  }
  bool wrong_type();
  Place place() const { return levels_.empty() ? Place::kOutside : levels_.back().place; }
  const Slot* next_slot() const {
    return levels_.empty() ? find_slot(Place::kOutside, "") : levels_.back().slot;
  }
  const Slot* slot_for(Type type);
  void collect(json::string_view part);
  bool fits();
  bool key();
  bool use_key();
  bool begin(Type type);
  bool end_object();
  bool end_list(std::size_t count);
  bool value_done();
  bool text(Place at);
  bool integer(std::int64_t value);
  bool store_object(Place place);
  bool taken();
  std::optional<Demand> demand(const std::optional<std::int64_t>& value, const char* name) const;

  ProblemBuilder builder_;
  std::optional<Refusal> refusal_;
  std::vector<Level> levels_;
  std::string text_;  // of the key or string being read

  // What the object or pair being read holds so far.
  std::string name_;  // id, resource, group or groups
  std::int64_t score_ = 0;
  std::vector<Use> uses_;
  std::vector<GroupIndex> groups_;
  std::optional<std::int64_t> min_, max_;
  std::array<std::string, 2> pair_;
  std::vector<std::uint32_t> resource_last_named_;  // 1 + the last candidate naming it
};

std::string Handler::pointer() const {
  std::string result;
  for (const Level& level : levels_) {
    if (is_list(level.place)) {
      result += "/" + std::to_string(level.element);
    } else if (level.keyed) {
      result += pointer_step(level.key);
    }
  }
  return result;
}

// Whatever may be read next, there is a slot for it: a value without one has a key
// that was refused already.
bool Handler::wrong_type() { return refuse(kind_of_expected(next_slot()->type)); }

const Slot* Handler::slot_for(Type type) {
  const Slot* found = next_slot();
  if (found->type == type) return found;
  wrong_type();
  return nullptr;
}

// One byte more than fits is enough to know.
void Handler::collect(json::string_view part) {
  const std::size_t room = kLongestName + 1 - text_.size();
  text_.append(part.data(), std::min(room, part.size()));
}

bool Handler::fits() {
  if (text_.size() <= kLongestName) return true;
  return refuse("selection.too_long", {{"limit", std::to_string(kLongestName)}});
}

bool Handler::use_key() {
  const ResourceIndex resource = builder_.resource(text_);
  if (resource >= resource_last_named_.size()) resource_last_named_.resize(resource + 1, 0);
  Level& level = levels_.back();
  level.key.swap(text_);
  level.keyed = true;
  level.slot = find_slot(Place::kUses, "");
  text_.clear();
  const std::uint32_t named_by = builder_.candidates() + 1;
  if (resource_last_named_[resource] == named_by) {
    return refuse("selection.duplicate_key", {{"key", level.key}});
  }
  resource_last_named_[resource] = named_by;
  uses_.push_back({resource, 0});
  return true;
}

bool Handler::key() {
  Level& level = levels_.back();
  if (level.place == Place::kUses) return use_key();
  level.key.swap(text_);
  level.keyed = true;
  text_.clear();
  std::string known;
  std::uint32_t bit = 1;
  for (const Slot& each : slots()) {
    if (each.place != level.place) continue;
    if (each.name == level.key) {
      if ((level.seen & bit) != 0) return refuse("selection.duplicate_key", {{"key", level.key}});
      level.seen |= bit;
      level.slot = &each;
      return true;
    }
    known += (known.empty() ? "" : ", ") + std::string(each.name);
    bit <<= 1;
  }
  return refuse("selection.unknown_key", {{"key", level.key}, {"known", known}});
}

bool Handler::begin(Type type) {
  const Slot* found = slot_for(type);
  if (found == nullptr) return false;
  levels_.push_back({found->inside, 0, 0, false, {}, find_slot(found->inside, "")});
  switch (found->inside) {
    case Place::kCandidate:
      uses_.clear();
      groups_.clear();
      break;
    case Place::kCount:
    case Place::kLimit:
    case Place::kBound:
    case Place::kCoverage:
      min_.reset();
      max_.reset();
      break;
    default:
      break;
  }
  return true;
}

// The value of a key or an element is complete.
bool Handler::value_done() {
  if (levels_.empty()) return true;
  Level& level = levels_.back();
  if (!is_list(level.place)) {
    level.keyed = false;
  } else if (++level.element >= kMostConstraints && level.place != Place::kCandidates) {
    return refuse("selection.too_many", {{"limit", std::to_string(kMostConstraints)}});
  }
  return true;
}

bool Handler::end_object() {
  Level& level = levels_.back();
  level.keyed = false;
  std::uint32_t bit = 1;
  for (const Slot& each : slots()) {
    if (each.place != level.place) continue;
    if (each.required && (level.seen & bit) == 0) {
      return refuse("selection.missing_key", {{"key", std::string(each.name)}});
    }
    bit <<= 1;
  }
  const Place ended = level.place;
  levels_.pop_back();
  return store_object(ended) && value_done();
}

bool Handler::end_list(std::size_t count) {
  const Place ended = place();
  const bool pair = ended == Place::kRequiresPair || ended == Place::kExcludesPair;
  levels_.pop_back();
  if (pair && count != 2) {
    return refuse("selection.must_be_pair", {{"found", std::to_string(count)}});
  }
  if (ended == Place::kRequiresPair) builder_.require(pair_[0], pair_[1]);
  if (ended == Place::kExcludesPair) builder_.exclude_pair(pair_[0], pair_[1]);
  return value_done();
}

bool Handler::text(Place at) {
  switch (at) {
    case Place::kGroups:
      if (family_prefix(text_)) return refuse("selection.group_pattern", {{"group", text_}});
      groups_.push_back(builder_.group(text_));
      break;
    case Place::kRequiresPair:
    case Place::kExcludesPair:
      if (levels_.back().element < 2) pair_[levels_.back().element] = text_;
      break;
    case Place::kInclude:
      builder_.include(text_);
      break;
    case Place::kExclude:
      builder_.exclude(text_);
      break;
    default:
      name_ = text_;
  }
  text_.clear();
  return value_done();
}

bool Handler::integer(std::int64_t value) {
  const Slot* found = slot_for(Type::kInteger);
  if (found == nullptr) return false;
  if (value > kLargestNumber || value < -kLargestNumber) return refuse("selection.out_of_range");
  if (found->place == Place::kUses) {
    if (value < 0) return refuse("selection.negative_use");
    uses_.back().amount = value;
  } else if (found->name == "score") {
    score_ = value;
  } else if (found->name == "min") {
    min_ = value;
  } else {
    max_ = value;
  }
  return value_done();
}

std::optional<Demand> Handler::demand(const std::optional<std::int64_t>& value,
                                      const char* name) const {
  if (!value) return std::nullopt;
  return Demand{*value, pointer() + "/" + name};
}

// Whether the builder took what it was given; its refusal becomes ours.
bool Handler::taken() {
  if (!builder_.refusal()) return true;
  if (!refusal_) refusal_ = builder_.refusal();
  return false;
}

bool Handler::store_object(Place ended) {
  switch (ended) {
    case Place::kCandidate:
      builder_.add({name_, score_, uses_, groups_});
      break;
    case Place::kCount:
      if (auto min = demand(min_, "min")) builder_.count_min(*std::move(min));
      if (auto max = demand(max_, "max")) builder_.count_max(*std::move(max));
      break;
    case Place::kLimit:
      builder_.limit(name_, demand(max_, "max"), pointer() + "/resource");
      break;
    case Place::kBound:
      builder_.bound(name_, demand(min_, "min"), demand(max_, "max"));
      break;
    case Place::kCoverage:
      builder_.coverage(name_, *demand(min_, "min"), pointer() + "/groups");
      break;
    default:
      break;
  }
  return taken();
}

}  // namespace

class ProblemReader::Parser {
 public:
  explicit Parser(std::uint64_t most_bytes) : room_(most_bytes), most_bytes_(most_bytes) {}

  bool feed(std::string_view bytes) {
    if (stopped_) return false;
    if (bytes.empty()) return true;
    if (room_ == most_bytes_ && begins_with_mark(bytes)) {
      return refuse({"selection.byte_order_mark", {}});
    }
    const std::string_view within = bytes.substr(0, room_);
    room_ -= within.size();
    if (!within.empty() && !read(within)) return false;
    if (within.size() == bytes.size()) return true;
    return refuse({"selection.too_large", {{"limit", std::to_string(most_bytes_)}}});
  }

  std::variant<Problem, Refusal> finish() {
    if (!stopped_ && !parser_.done()) {
      json::error_code ec;
      parser_.write_some(false, "", 0, ec);
      if (ec == json::error::incomplete || (!ec && !parser_.done())) {
        refuse({"selection.incomplete", {{"line", std::to_string(line_)}}});
      } else if (ec) {
        fail();
      }
    }
    if (refusal_) return *std::move(refusal_);
    return std::move(parser_.handler().builder()).build();
  }

 private:
  // Of UTF-8 or UTF-16: no JSON begins with such a byte.
  static bool begins_with_mark(std::string_view bytes) {
    return bytes.front() == '\xef' || bytes.front() == '\xfe' || bytes.front() == '\xff';
  }

  bool read(std::string_view bytes) {
    if (parser_.done()) return only_space(bytes);
    json::error_code ec;
    const std::size_t used = parser_.write_some(true, bytes.data(), bytes.size(), ec);
    count_lines(bytes.substr(0, used));
    return ec ? fail() : only_space(bytes.substr(used));
  }

  void count_lines(std::string_view bytes) {
    for (const char byte : bytes) {
      ++column_;
      if (byte == '\n') {
        ++line_;
        column_ = 1;
      }
    }
  }

  bool only_space(std::string_view rest) {
    const std::size_t other = rest.find_first_not_of(" \t\r\n");
    count_lines(rest.substr(0, other));
    if (other == std::string_view::npos) return true;
    return refuse({"selection.trailing", {{"line", std::to_string(line_)}}});
  }

  bool fail() {
    if (auto& refusal = parser_.handler().refusal()) {
      refusal_ = refusal;
      stopped_ = true;
      return false;
    }
    return refuse({"selection.syntax",
                   {{"line", std::to_string(line_)}, {"column", std::to_string(column_)}}});
  }

  bool refuse(Message message) {
    refusal_ = Refusal{parser_.handler().pointer(), std::move(message)};
    stopped_ = true;
    return false;
  }

  json::basic_parser<Handler> parser_{json::parse_options{}};
  std::optional<Refusal> refusal_;
  bool stopped_ = false;
  std::uint64_t room_;  // bytes that may still come
  std::uint64_t most_bytes_;
  std::uint64_t line_ = 1;
  std::uint64_t column_ = 1;
};

ProblemReader::ProblemReader(std::uint64_t most_bytes)
    : parser_(std::make_unique<Parser>(most_bytes)) {}
ProblemReader::~ProblemReader() = default;

bool ProblemReader::feed(std::string_view bytes) { return parser_->feed(bytes); }

// What the parser holds beside the problem is given back at once.
std::variant<Problem, Refusal> ProblemReader::finish() && {
  const std::unique_ptr<Parser> parser = std::move(parser_);
  return parser->finish();
}

std::variant<Problem, Refusal> read_problem(std::string_view document) {
  ProblemReader reader;
  reader.feed(document);
  return std::move(reader).finish();
}

}  // namespace pilah::selection
