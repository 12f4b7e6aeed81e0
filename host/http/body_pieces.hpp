// A request's body piece by piece, wherever it lies.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "pilah/http/exchange.hpp"

namespace pilah::http {

/// Refers to the request. One thread.
class BodyPieces {
 public:
  explicit BodyPieces(const Request& request) : request_(request) {}

  /// All of it, in bytes.
  std::size_t size() const;
  /// Until the next call; an empty one at the end. Throws std::system_error when what lies on
  /// the disk cannot be read.
  std::string_view next();

 private:
  const Request& request_;
  std::size_t at_ = 0;
  std::vector<char> buffer_;  // for what lies on the disk
};

}  // namespace pilah::http
