// Cuts whole requests out of the bytes of a connection (RFC 9112).
//
// Framing alone: where a request begins and ends, and whether its head has the
// form that it must have. What is handed on is normal: one request line, the
// headers that concern the request itself, a body of known length with chunks
// already joined. So whoever reads it next cannot see another end than we did.
// Pure, but for long bodies, which go into the file that they are given; bounded by its
// limits whatever is fed. Not for two threads at once.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pilah/http/front/body_spool.hpp"

namespace pilah::http {

struct FramingLimits {
  std::size_t head = 16 * 1024;   ///< bytes of request line and headers
  std::size_t target = 8 * 1000;  ///< bytes of the request target, and of one header line
  std::size_t headers = 100;
  /// The most bytes of body that this method and target may bring.
  std::function<std::size_t(std::string_view method, std::string_view target)> body;
  /// Makes the place for a body of a request that may bring more than `in_memory` bytes;
  /// empty: every body is held in memory.
  std::function<std::shared_ptr<BodySpool>()> spool = nullptr;
  std::size_t in_memory = std::size_t{1024} * 1024;
};

/// A request that is not taken: its status and the kind of its message.
struct FramingRefusal {
  int status = 0;
  const char* kind = "";
};

struct FramedRequest {
  std::string head;  ///< ends with the empty line
  std::string body;
  std::shared_ptr<BodySpool> spooled = nullptr;  ///< where the body lies instead; null: it does not
  bool keep_alive = false;
  std::string peer;  ///< address of the other end; set by whoever has the connection

  // Of the request line, within `head`.
  std::string_view method() const { return std::string_view(head).substr(0, head.find(' ')); }
  std::string_view target() const {
    const auto from = head.find(' ') + 1;
    return std::string_view(head).substr(from, head.find(' ', from) - from);
  }
};

class RequestFraming {
 public:
  enum class State { kEmpty, kPartial, kComplete, kRefused };

  /// `limits` must outlive this.
  explicit RequestFraming(const FramingLimits& limits) : limits_(limits) {}

  /// Takes the next bytes. After kComplete further bytes wait for the next
  /// request; after kRefused they are dropped.
  State take(std::string_view bytes);
  State state() const { return state_; }
  /// Bytes that are kept in memory.
  std::size_t held() const { return input_.size() + request_.head.size() + request_.body.size(); }

  /// Of the body of the request under way, that have come.
  std::size_t body_size() const;

  /// True once per request whose sender waits for "100 Continue" before the body.
  bool take_wish_to_continue();
  /// Hands out the complete request and goes on with what came behind it.
  /// Requires: state() == kComplete.
  FramedRequest release();
  /// Requires: state() == kRefused.
  const FramingRefusal& refusal() const { return refusal_; }

 private:
  enum class Body { kNone, kLength, kChunkSize, kChunk, kChunkEnd, kTrailer };
  struct HeadFields;

  void advance();
  bool find_head();
  void read_head(std::string_view head);
  std::optional<FramingRefusal> read_request_line(std::string_view line, HeadFields& fields);
  std::optional<FramingRefusal> read_header(std::string_view line, HeadFields& fields);
  std::optional<FramingRefusal> settle_body(const HeadFields& fields);
  bool read_body_part();
  bool keep(std::string_view part);
  bool read_chunk_size();
  bool read_trailer_line();
  std::optional<std::string_view> next_line();
  void refuse(FramingRefusal refusal);

  const FramingLimits& limits_;
  State state_ = State::kEmpty;
  std::string input_;
  std::size_t at_ = 0;       // what lies before is dealt with
  std::size_t scanned_ = 0;  // no end of the head before here
  bool in_body_ = false;
  Body body_part_ = Body::kNone;
  std::size_t missing_ = 0;    // bytes of the body or of the chunk still to come
  std::size_t most_body_ = 0;  // bound of this request's body
  std::size_t trailer_size_ = 0;
  bool wishes_to_continue_ = false;
  FramedRequest request_;
  FramingRefusal refusal_;
};

}  // namespace pilah::http
