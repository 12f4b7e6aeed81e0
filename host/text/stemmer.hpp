// Indonesian words brought to their stem: "pengelolaan", "dikelola" -> "kelola".
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace pilah::text {

class Stemming;

/// The stemmer of libstemmer, after the exceptions of the data. It has a state:
/// not for two threads at once; cheap to make, so each makes its own. Keeps a
/// reference to the Stemming, which must outlive it.
class Stemmer {
 public:
  /// Throws std::runtime_error when libstemmer has no Indonesian.
  explicit Stemmer(const Stemming& stemming);

  /// The stem of a word as fold() has it. Words of up to three letters, words
  /// with digits or letters beyond a to z, and words longer than 64 bytes have
  /// no Indonesian affixes and stay as they are.
  std::string stem(std::string_view word) const;

  const Stemming& stemming() const { return stemming_; }

 private:
  struct Close {
    void operator()(sb_stemmer* stemmer) const;
  };
  const Stemming& stemming_;
  std::unique_ptr<sb_stemmer, Close> stemmer_;
};

}  // namespace pilah::text
