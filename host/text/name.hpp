// A name made ready to be compared with many others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/text/stemmer.hpp"

namespace pilah::text {

/// One word of a name. Stop words are no tokens.
struct NameToken {
  std::uint32_t stem = 0;  ///< a hash of its stem
  std::uint16_t begin = 0;
  std::uint16_t size = 0;
  bool light = false;  ///< says little: "aplikasi", "sistem", a single letter
};

/// A way in which the name can be read: the whole, or what stands before or
/// within its brackets.
struct NamePart {
  std::string letters;            ///< all tokens without blanks
  std::string content;            ///< the tokens that are not light, without blanks; else all
  std::vector<NameToken> tokens;  ///< places in `letters`

  bool is_one_word() const { return tokens.size() == 1; }
  std::string_view word(const NameToken& token) const {
    return std::string_view(letters).substr(token.begin, token.size);
  }
};

/// A value. parts[0] is the whole name; the others are readings of it that may
/// stand for the whole: "SITANDUK (Sistem Informasi Data Kependudukan)" is also
/// "SITANDUK" and "Sistem Informasi Data Kependudukan".
struct ComparableName {
  std::vector<NamePart> parts;
  bool empty() const { return parts.empty(); }
};

/// Names are compared by their first kMaxNameBytes.
inline constexpr std::size_t kMaxNameBytes = 512;
/// Letters that one word gives an abbreviation, at most.
inline constexpr std::size_t kMaxBeginning = 4;
/// Words that an abbreviation can stand for, at most.
inline constexpr std::size_t kMostSpeltOut = 10;

/// Whether `word` may be put together from beginnings of all the tokens of
/// `part` in their order, light ones at choice: "silak" of "Sistem Informasi
/// Layanan Kependudukan".
bool abbreviates(std::string_view word, const NamePart& part);

/// Reads names. Not for two threads at once; keeps a reference to the Stemming.
class NameReader {
 public:
  /// `light`: words that say little in this region's names beside those of the
  /// data, such as the region's own name.
  explicit NameReader(const Stemming& stemming, const std::vector<std::string>& light = {});

  /// A summary that begins by spelling out a name of one word ("SILAK": "Sistem
  /// Informasi Laporan Keuangan ...") gives a further reading.
  ComparableName read(std::string_view name, std::string_view summary = {}) const;

  /// Hashes of the first `limit` different stems of a text that are neither
  /// stop words nor light, sorted.
  std::vector<std::uint32_t> stems(std::string_view text, std::size_t limit) const;

 private:
  bool is_light(std::string_view word) const;
  NamePart part(std::string_view text) const;
  void add_token(NamePart& part, std::string_view word) const;
  void finish(NamePart& part) const;
  void add_bracketed(std::string_view name, ComparableName& comparable) const;
  void add_spelt_out(std::string_view summary, ComparableName& comparable) const;

  Stemmer stemmer_;
  std::vector<std::string> light_;
};

}  // namespace pilah::text
