// What a file was, for the record of its import or the certificate of its answer.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace pilah::registry {

/// SHA-256 of bytes that come in pieces.
class PiecewiseDigest {
 public:
  PiecewiseDigest();
  ~PiecewiseDigest();
  PiecewiseDigest(const PiecewiseDigest&) = delete;
  PiecewiseDigest& operator=(const PiecewiseDigest&) = delete;

  void feed(std::string_view piece);
  /// After the last piece: 64 hexadecimal digits.
  std::string hexadecimal() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The SHA-256 of the file, 64 hexadecimal digits; read in pieces. Throws
/// Refusal(kNotFound) when it cannot be read.
std::string file_digest(const std::filesystem::path& file);

}  // namespace pilah::registry
