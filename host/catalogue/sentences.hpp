// The message catalogues: kinds of messages put into Indonesian or English.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "pilah/catalogue/message.hpp"

namespace pilah::catalogue {

enum class Language { kIndonesian, kEnglish };

/// The language that a tag ("id-ID", "en_GB.UTF-8", an Accept-Language header)
/// asks for first; Indonesian when it asks for neither.
Language language_of(std::string_view tag);

/// All sentences. Immutable once filled; then any thread may read it.
class Sentences {
 public:
  /// Adds the kinds of one file: {"kind": {"id": "...", "en": "..."}}.
  /// Throws std::invalid_argument, naming the kind, on another shape or a kind given twice.
  void add(std::string_view json);

  /// The sentence, its {places} filled. A kind without a sentence is answered
  /// by the kind and its arguments, so that nothing is ever lost.
  std::string say(const Message& message, Language language) const;

  bool knows(std::string_view kind) const { return by_kind_.find(kind) != by_kind_.end(); }

 private:
  struct Pair {
    std::string indonesian;
    std::string english;
  };
  std::map<std::string, Pair, std::less<>> by_kind_;
};

/// Digits in threes: "1.880.000" in Indonesian, "1,880,000" in English.
std::string grouped(std::int64_t number, Language language);

}  // namespace pilah::catalogue
