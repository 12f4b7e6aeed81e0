#include "pilah/http/front/stream_piece.hpp"

#include <array>
#include <charconv>
#include <exception>
#include <string_view>
#include <utility>

namespace pilah::http {
namespace {

constexpr std::string_view kLastChunk = "0\r\n\r\n";

}  // namespace

std::string chunk_of(const std::string& bytes) {
  if (bytes.empty()) return {};
  std::array<char, 16> size{};
  const auto end = std::to_chars(size.data(), size.data() + size.size(), bytes.size(), 16).ptr;
  std::string chunk(size.data(), end);
  return chunk.append("\r\n").append(bytes).append("\r\n");
}

StreamPiece next_piece(BodyStream& stream, bool chunked) noexcept {
  StreamPiece piece;
  try {
    std::string body;
    piece.state = stream.next(body);
    if (!chunked) {
      piece.bytes = std::move(body);
      return piece;
    }
    piece.bytes = chunk_of(body);
    if (piece.state == BodyStream::State::kEnd) piece.bytes += kLastChunk;
  } catch (const std::exception& failure) {
    piece.failure = failure.what();
  } catch (...) {
    piece.failure = "an exception of no known type";
  }
  return piece;
}

}  // namespace pilah::http
