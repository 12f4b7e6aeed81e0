// One piece of a streamed body as it goes onto the connection.
#pragma once

#include <string>

#include "pilah/http/body_stream.hpp"

namespace pilah::http {

struct StreamPiece {
  std::string bytes;
  BodyStream::State state = BodyStream::State::kEnd;
  std::string failure;  ///< what the stream threw; empty: nothing
};

/// `bytes` as one chunk of HTTP/1.1 (RFC 9112, 7.1); nothing for none, which would end the body.
std::string chunk_of(const std::string& bytes);

/// Asks the stream for its next piece. `chunked`: in HTTP/1.1's chunks;
/// else bare, and the connection's end is the body's.
StreamPiece next_piece(BodyStream& stream, bool chunked) noexcept;

}  // namespace pilah::http
