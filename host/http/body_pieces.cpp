#include "pilah/http/body_pieces.hpp"

#include "pilah/http/front/body_spool.hpp"

namespace pilah::http {
namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;

}  // namespace

std::size_t BodyPieces::size() const {
  return request_.spooled ? request_.spooled->size() : request_.body.size();
}

std::string_view BodyPieces::next() {
  std::string_view piece;
  if (!request_.spooled) {
    piece = std::string_view(request_.body).substr(at_);
  } else {
    buffer_.resize(kPiece);
    piece = request_.spooled->read(at_, buffer_.data(), buffer_.size());
  }
  at_ += piece.size();
  return piece;
}

}  // namespace pilah::http
