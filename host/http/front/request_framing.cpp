#include "pilah/http/front/request_framing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace pilah::http {
namespace {

constexpr FramingRefusal kBadRequestLine{400, "http.request_line_malformed"};
constexpr FramingRefusal kBadHeader{400, "http.header_malformed"};
constexpr FramingRefusal kBadHost{400, "http.host_malformed"};
constexpr FramingRefusal kBadLength{400, "http.body_length_malformed"};
constexpr FramingRefusal kBadChunk{400, "http.chunk_malformed"};
constexpr FramingRefusal kBodyTooLarge{413, "http.body_too_large"};
constexpr FramingRefusal kTargetTooLong{414, "http.target_too_long"};
constexpr FramingRefusal kUnknownExpectation{417, "http.expectation_unknown"};
constexpr FramingRefusal kHeadTooLarge{431, "http.head_too_large"};
constexpr FramingRefusal kUnknownMethod{501, "http.method_unknown"};
constexpr FramingRefusal kUnknownCoding{501, "http.transfer_coding_unknown"};
constexpr FramingRefusal kNoRoomForBody{503, "http.no_room_for_body"};
constexpr FramingRefusal kUnknownVersion{505, "http.version_unknown"};

/// A body that may become long lies on the disk from here on.
constexpr std::size_t kMostBeforeSpool = std::size_t{64} * 1024;

constexpr std::size_t kLongestChunkLine = 256;
constexpr std::size_t kMostTrailer = 4096;

constexpr std::array<std::string_view, 7> kMethods{"GET",   "HEAD",   "POST",   "PUT",
                                                   "PATCH", "DELETE", "OPTIONS"};

/// Headers about the connection or the form of the message: dealt with here.
/// Ranges are not offered, so nobody behind sees them.
constexpr std::array<std::string_view, 13> kNotHandedOn{
    "connection",       "content-length", "expect", "if-range", "keep-alive",
    "proxy-connection", "range",          "te",     "trailer",  "transfer-encoding",
    "upgrade",          "http2-settings", "via"};

bool is_token_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_value_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 0x20 && byte != 0x7F) || c == '\t';
}

bool is_visible(char c) { return c > 0x20 && c < 0x7F; }

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._:[]").find(c) != std::string_view::npos;
}

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Whether the comma-separated list names `word` (lower case).
bool lists(std::string_view value, std::string_view word) {
  while (!value.empty()) {
    const auto end = std::min(value.find(','), value.size());
    if (lower(trimmed(value.substr(0, end))) == word) return true;
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return false;
}

bool read_number(std::string_view digits, int base, std::size_t& number) {
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  return !digits.empty() && read.ec == std::errc() && read.ptr == digits.data() + digits.size();
}

}  // namespace

struct RequestFraming::HeadFields {
  std::string_view method;
  std::string_view target;
  bool is_http_1_0 = false;
  bool closes = false;
  bool expects_continue = false;
  int hosts = 0;
  std::optional<std::size_t> length;
  std::optional<std::string_view> coding;
};

RequestFraming::State RequestFraming::take(std::string_view bytes) {
  if (state_ == State::kRefused) return state_;
  input_.append(bytes);
  if (state_ != State::kComplete) advance();
  return state_;
}

bool RequestFraming::take_wish_to_continue() {
  return std::exchange(wishes_to_continue_, false) && state_ == State::kPartial;
}

FramedRequest RequestFraming::release() {
  FramedRequest complete = std::exchange(request_, {});
  state_ = State::kEmpty;
  in_body_ = false;
  wishes_to_continue_ = false;
  advance();
  // An idle connection must cost next to nothing.
  if (input_.empty()) std::string().swap(input_);
  return complete;
}

void RequestFraming::refuse(FramingRefusal refusal) {
  state_ = State::kRefused;
  refusal_ = refusal;
  std::string().swap(input_);
  request_ = {};
  at_ = scanned_ = 0;
}

void RequestFraming::advance() {
  if (!in_body_ && find_head()) {
    const std::string_view head = std::string_view(input_).substr(at_, scanned_ - at_);
    read_head(head);
    if (state_ != State::kRefused) {
      at_ = scanned_ + 2;
      in_body_ = true;
    }
  }
  while (state_ != State::kRefused && state_ != State::kComplete && in_body_ && read_body_part()) {
  }
  if (state_ == State::kRefused) return;
  input_.erase(0, at_);
  scanned_ = scanned_ > at_ ? scanned_ - at_ : 0;
  at_ = 0;
  if (state_ != State::kComplete) {
    state_ = in_body_ || !input_.empty() ? State::kPartial : State::kEmpty;
  }
}

/// Afterwards the head is [at_, scanned_), its last line's end included.
bool RequestFraming::find_head() {
  // Older clients end a body with an empty line that belongs to nothing.
  while (input_.size() >= at_ + 2 && input_.compare(at_, 2, "\r\n") == 0) at_ += 2;
  if (input_.size() == at_ || input_.substr(at_) == "\r") return false;
  if (input_[at_] < 'A' || input_[at_] > 'Z') {  // e.g. the greeting of TLS
    refuse(kBadRequestLine);
    return false;
  }
  const auto end = input_.find("\r\n\r\n", std::max(at_, scanned_));
  if (end == std::string::npos) {
    if (input_.size() - at_ > limits_.head) refuse(kHeadTooLarge);
    scanned_ = std::max(at_, input_.size() - std::min<std::size_t>(input_.size(), 3));
    return false;
  }
  if (end - at_ + 4 > limits_.head) {
    refuse(kHeadTooLarge);
    return false;
  }
  scanned_ = end + 2;
  return true;
}

void RequestFraming::read_head(std::string_view head) {
  HeadFields fields;
  request_ = {};
  request_.head.reserve(head.size() + 32);
  std::optional<FramingRefusal> refusal;
  std::size_t lines = 0;
  while (!refusal && !head.empty()) {
    const auto end = head.find("\r\n");
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + 2);
    if (lines > 0 && (line.size() > limits_.target || lines > limits_.headers)) {
      refusal = kHeadTooLarge;
    } else {
      refusal = lines == 0 ? read_request_line(line, fields) : read_header(line, fields);
    }
    ++lines;
  }
  if (!refusal && fields.hosts != 1) refusal = kBadHost;
  if (!refusal) refusal = settle_body(fields);
  if (refusal) return refuse(*refusal);
  request_.keep_alive = !fields.is_http_1_0 && !fields.closes;
}

std::optional<FramingRefusal> RequestFraming::read_request_line(std::string_view line,
                                                                HeadFields& fields) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return kBadRequestLine;
  fields.method = line.substr(0, first);
  fields.target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!std::all_of(fields.method.begin(), fields.method.end(), is_token_character) ||
      !std::all_of(fields.target.begin(), fields.target.end(), is_visible) ||
      version.substr(0, 5) != "HTTP/") {
    return kBadRequestLine;
  }
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return kUnknownVersion;
  if (std::find(kMethods.begin(), kMethods.end(), fields.method) == kMethods.end()) {
    return kUnknownMethod;
  }
  // Only the form that names a resource here: no other host's, no tunnel, no fragment.
  if (fields.target.front() != '/' || fields.target.find('#') != std::string_view::npos) {
    return kBadRequestLine;
  }
  if (fields.target.size() > limits_.target) return kTargetTooLong;
  fields.is_http_1_0 = version == "HTTP/1.0";
  request_.head.append(line).append("\r\n");
  return std::nullopt;
}

std::optional<FramingRefusal> RequestFraming::read_header(std::string_view line,
                                                          HeadFields& fields) {
  const auto colon = line.find(':');
  const std::string_view name = line.substr(0, colon);
  if (colon == std::string_view::npos || name.empty() ||
      !std::all_of(name.begin(), name.end(), is_token_character)) {
    return kBadHeader;
  }
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (!std::all_of(value.begin(), value.end(), is_value_character)) return kBadHeader;
  const std::string key = lower(name);
  if (key == "host") {
    ++fields.hosts;
    if (value.empty() || !std::all_of(value.begin(), value.end(), is_host_character)) {
      return kBadHost;
    }
  } else if (key == "content-length") {
    std::size_t length = 0;
    if (fields.length || !read_number(value, 10, length)) return kBadLength;
    fields.length = length;
  } else if (key == "transfer-encoding") {
    if (fields.coding) return kUnknownCoding;
    fields.coding = value;
  } else if (key == "connection") {
    fields.closes = fields.closes || lists(value, "close");
  } else if (key == "expect") {
    if (lower(value) != "100-continue") return kUnknownExpectation;
    fields.expects_continue = true;
  }
  const bool handed_on =
      std::find(kNotHandedOn.begin(), kNotHandedOn.end(), key) == kNotHandedOn.end();
  if (handed_on && !value.empty()) {
    request_.head.append(name).append(": ").append(value).append("\r\n");
  }
  return std::nullopt;
}

std::optional<FramingRefusal> RequestFraming::settle_body(const HeadFields& fields) {
  if (fields.coding) {
    // Both at once, or chunks from a sender of 1.0, is how requests are smuggled.
    if (fields.length || fields.is_http_1_0) return kBadLength;
    if (lower(*fields.coding) != "chunked") return kUnknownCoding;
  }
  most_body_ = limits_.body(fields.method, fields.target);
  missing_ = fields.length.value_or(0);
  if (missing_ > most_body_) return kBodyTooLarge;
  body_part_ = fields.coding ? Body::kChunkSize : missing_ > 0 ? Body::kLength : Body::kNone;
  trailer_size_ = 0;
  wishes_to_continue_ = fields.expects_continue && !fields.is_http_1_0 && body_part_ != Body::kNone;
  return std::nullopt;
}

std::size_t RequestFraming::body_size() const {
  return request_.spooled ? request_.spooled->size() : request_.body.size();
}

/// Adds to the body; false when it is refused.
bool RequestFraming::keep(std::string_view part) {
  const bool may_be_long = limits_.spool && most_body_ > limits_.in_memory;
  if (!request_.spooled &&
      (!may_be_long || request_.body.size() + part.size() <= kMostBeforeSpool)) {
    request_.body.append(part);
    return true;
  }
  bool kept = true;
  if (!request_.spooled) {
    request_.spooled = limits_.spool();
    kept = request_.spooled->append(request_.body);
    std::string().swap(request_.body);
  }
  kept = kept && request_.spooled->append(part);
  if (!kept) refuse(kNoRoomForBody);
  return kept;
}

/// Deals with what is there of the body; false when more bytes are needed.
bool RequestFraming::read_body_part() {
  switch (body_part_) {
    case Body::kLength:
    case Body::kChunk: {
      const std::size_t there = std::min(missing_, input_.size() - at_);
      if (!keep(std::string_view(input_).substr(at_, there))) return false;
      at_ += there;
      missing_ -= there;
      if (missing_ > 0) return false;
      body_part_ = body_part_ == Body::kLength ? Body::kNone : Body::kChunkEnd;
      return true;
    }
    case Body::kChunkSize:
      return read_chunk_size();
    case Body::kChunkEnd: {
      if (input_.size() < at_ + 2) return false;
      if (input_.compare(at_, 2, "\r\n") != 0) {
        refuse(kBadChunk);
        return false;
      }
      at_ += 2;
      body_part_ = Body::kChunkSize;
      return true;
    }
    case Body::kTrailer:
      return read_trailer_line();
    case Body::kNone:
      break;
  }
  if (body_size() > 0) {
    request_.head += "Content-Length: " + std::to_string(body_size()) + "\r\n";
  }
  request_.head += "\r\n";
  in_body_ = false;
  state_ = State::kComplete;
  return false;
}

/// The next line without its end, consumed; nothing when its end is not there
/// yet, or when it is refused because it has none within bounds.
std::optional<std::string_view> RequestFraming::next_line() {
  const std::size_t bound = std::min(input_.size(), at_ + kLongestChunkLine);
  const std::string_view there = std::string_view(input_).substr(at_, bound - at_);
  const auto end = there.find("\r\n");
  if (end == std::string_view::npos) {
    if (there.size() == kLongestChunkLine) refuse(kBadChunk);
    return std::nullopt;
  }
  at_ += end + 2;
  return there.substr(0, end);
}

bool RequestFraming::read_chunk_size() {
  const auto line = next_line();
  if (!line) return false;
  std::size_t size = 0;
  if (!read_number(trimmed(line->substr(0, line->find(';'))), 16, size)) {
    refuse(kBadChunk);
    return false;
  }
  if (size > most_body_ - body_size()) {
    refuse(kBodyTooLarge);
    return false;
  }
  missing_ = size;
  body_part_ = size > 0 ? Body::kChunk : Body::kTrailer;
  return true;
}

/// Trailers are read past: nothing here uses one.
bool RequestFraming::read_trailer_line() {
  const auto line = next_line();
  if (!line) return false;
  trailer_size_ += line->size() + 2;
  if (trailer_size_ > kMostTrailer) {
    refuse(kBadChunk);
    return false;
  }
  if (line->empty()) body_part_ = Body::kNone;
  return true;
}

}  // namespace pilah::http
