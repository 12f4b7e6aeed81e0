// Ed25519 signatures of plugin packages and of audit chains' heads (libsodium).
#pragma once

#include <compare>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace pilah::plugin {

/// What is signed: a signature over one kind of thing can be taken for no other.
enum class Signed { kPackage, kChainHeads };

/// The public half of a signing key, as people pass it on: 64 hexadecimal digits.
class PublicKey {
 public:
  static constexpr std::size_t kBytes = 32;
  /// Nothing unless it is 64 hexadecimal digits.
  static std::optional<PublicKey> parse(std::string_view hex);
  /// Requires: kBytes bytes.
  static PublicKey of_bytes(std::string_view bytes);

  const std::string& bytes() const { return bytes_; }
  std::string hex() const;
  friend auto operator<=>(const PublicKey&, const PublicKey&) = default;

 private:
  explicit PublicKey(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string bytes_;
};

/// Wiped from memory at its end. Never printed or logged.
class SecretKey {
 public:
  static SecretKey make();
  /// Reads a key file. Throws std::invalid_argument when it is none,
  /// std::system_error when it cannot be read or others may read it.
  static SecretKey read(const std::filesystem::path& file);
  ~SecretKey();
  SecretKey(SecretKey&& other) noexcept;
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;

  /// Writes a new file that its owner alone may read. Throws std::system_error;
  /// a file that is there stays as it is.
  void write(const std::filesystem::path& file) const;
  PublicKey public_key() const;
  /// 64 bytes over those bytes.
  std::string sign(Signed what, std::string_view bytes) const;

 private:
  explicit SecretKey(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string bytes_;
};

inline constexpr std::size_t kSignatureBytes = 64;

/// Whether `signature` is that key's over these bytes.
bool is_signed_by(const PublicKey& key, Signed what, std::string_view bytes,
                  std::string_view signature);

}  // namespace pilah::plugin
