#include "pilah/catalogue/id.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace pilah::catalogue {
namespace {

constexpr std::uint8_t kNoDigit = 0xFF;

/// The value of each character as a hexadecimal digit: ids are most of what is read of records.
constexpr std::array<std::uint8_t, 256> kDigitValues = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNoDigit);
  for (std::uint8_t digit = 0; digit < 16; ++digit) {
    values[static_cast<unsigned char>("0123456789abcdef"[digit])] = digit;
    values[static_cast<unsigned char>("0123456789ABCDEF"[digit])] = digit;
  }
  return values;
}();

constexpr bool dash_before(std::size_t byte) {
  return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

}  // namespace

std::string Uuid::text() const {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (dash_before(i)) text += '-';
    text += kDigits[bytes[i] >> 4];
    text += kDigits[bytes[i] & 0xF];
  }
  return text;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Uuid uuid;
  std::size_t at = 0;
  for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
    if (dash_before(i) && text[at++] != '-') return std::nullopt;
    const auto high = kDigitValues[static_cast<unsigned char>(text[at++])];
    const auto low = kDigitValues[static_cast<unsigned char>(text[at++])];
    if (((high | low) & 0xF0) != 0) return std::nullopt;
    uuid.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return uuid;
}

UuidMaker::UuidMaker(UnixMilliseconds clock, FillRandom random)
    : clock_(std::move(clock)), random_(std::move(random)) {}

Uuid UuidMaker::next() {
  Uuid uuid;
  random_(uuid.bytes);
  const auto milliseconds = static_cast<std::uint64_t>(clock_());
  for (std::size_t i = 0; i < 6; ++i) {
    uuid.bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
  }
  uuid.bytes[6] = static_cast<std::uint8_t>(0x70 | (uuid.bytes[6] & 0x0F));
  uuid.bytes[8] = static_cast<std::uint8_t>(0x80 | (uuid.bytes[8] & 0x3F));
  if (uuid <= last_) {
    // Same millisecond, or the clock went back: count on from the last id,
    // stepping over the variant bits (RFC 9562, 6.2, method 2).
    uuid = last_;
    for (std::size_t i = 16; i-- > 9;) {
      if (++uuid.bytes[i] != 0) break;
    }
  }
  last_ = uuid;
  return uuid;
}

}  // namespace pilah::catalogue
