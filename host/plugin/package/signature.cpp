#include "pilah/plugin/package/signature.hpp"

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>

#include "pilah/plugin/system/descriptor.hpp"

namespace pilah::plugin {
namespace {

static_assert(PublicKey::kBytes == crypto_sign_PUBLICKEYBYTES);
static_assert(kSignatureBytes == crypto_sign_BYTES);

/// What stands before the bytes that are signed.
std::string_view purpose_of(Signed what) {
  return what == Signed::kPackage ? "pilah plugin package 1\n" : "pilah audit heads 1\n";
}
/// What a key file begins with; then the seed in hexadecimal and a newline.
constexpr std::string_view kKeyFile = "pilah secret key 1: ";

const unsigned char* bytes_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* bytes_of(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

std::string hex_of(std::string_view bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes_of(bytes), bytes.size());
  hex.pop_back();
  return hex;
}

std::optional<std::string> bytes_of_hex(std::string_view hex, std::size_t count) {
  std::string bytes(count, '\0');
  std::size_t read = 0;
  if (hex.size() != count * 2 ||
      sodium_hex2bin(bytes_of(bytes), count, hex.data(), hex.size(), nullptr, &read, nullptr) !=
          0 ||
      read != count) {
    return std::nullopt;
  }
  return bytes;
}

crypto_sign_state state_of(Signed what, std::string_view bytes) {
  const std::string_view purpose = purpose_of(what);
  crypto_sign_state state;
  crypto_sign_init(&state);
  crypto_sign_update(&state, bytes_of(purpose), purpose.size());
  crypto_sign_update(&state, bytes_of(bytes), bytes.size());
  return state;
}

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw std::system_error(errno, std::generic_category(), file.string());
}

}  // namespace

std::optional<PublicKey> PublicKey::parse(std::string_view hex) {
  auto bytes = bytes_of_hex(hex, kBytes);
  return bytes ? std::optional(PublicKey(*std::move(bytes))) : std::nullopt;
}

PublicKey PublicKey::of_bytes(std::string_view bytes) { return PublicKey(std::string(bytes)); }

std::string PublicKey::hex() const { return hex_of(bytes_); }

SecretKey SecretKey::make() {
  std::string seed(crypto_sign_SEEDBYTES, '\0');
  randombytes_buf(seed.data(), seed.size());
  return SecretKey(std::move(seed));
}

SecretKey SecretKey::read(const std::filesystem::path& file) {
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!descriptor || ::fstat(descriptor.get(), &status) != 0) fail(file);
  if ((status.st_mode & 077) != 0) {
    throw std::system_error(EPERM, std::generic_category(),
                            file.string() + " can be read by others (chmod 600)");
  }
  std::array<char, 256> text{};
  const ssize_t count = ::read(descriptor.get(), text.data(), text.size());
  if (count < 0) fail(file);
  std::string_view line(text.data(), static_cast<std::size_t>(count));
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  std::optional<std::string> seed;
  if (line.substr(0, kKeyFile.size()) == kKeyFile) {
    seed = bytes_of_hex(line.substr(kKeyFile.size()), crypto_sign_SEEDBYTES);
  }
  sodium_memzero(text.data(), text.size());
  if (!seed) throw std::invalid_argument(file.string() + " is no key file of pilah");
  return SecretKey(*std::move(seed));
}

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

// 32 bytes lie on the heap, so that a move leaves no copy of them behind.
SecretKey::SecretKey(SecretKey&& other) noexcept : bytes_(std::move(other.bytes_)) {}

void SecretKey::write(const std::filesystem::path& file) const {
  const Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!descriptor) fail(file);
  std::string line = std::string(kKeyFile) + hex_of(bytes_) + "\n";
  const ssize_t written = ::write(descriptor.get(), line.data(), line.size());
  sodium_memzero(line.data(), line.size());
  if (written != static_cast<ssize_t>(line.size()) || ::fsync(descriptor.get()) != 0) fail(file);
}

PublicKey SecretKey::public_key() const {
  std::string key(PublicKey::kBytes, '\0');
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(bytes_of(key), secret.data(), bytes_of(bytes_));
  sodium_memzero(secret.data(), secret.size());
  return PublicKey::of_bytes(key);
}

std::string SecretKey::sign(Signed what, std::string_view bytes) const {
  std::string key(PublicKey::kBytes, '\0');
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  crypto_sign_seed_keypair(bytes_of(key), secret.data(), bytes_of(bytes_));
  auto state = state_of(what, bytes);
  std::string signature(kSignatureBytes, '\0');
  crypto_sign_final_create(&state, bytes_of(signature), nullptr, secret.data());
  sodium_memzero(secret.data(), secret.size());
  return signature;
}

bool is_signed_by(const PublicKey& key, Signed what, std::string_view bytes,
                  std::string_view signature) {
  if (signature.size() != kSignatureBytes) return false;
  auto state = state_of(what, bytes);
  return crypto_sign_final_verify(&state, bytes_of(signature), bytes_of(key.bytes())) == 0;
}

}  // namespace pilah::plugin
