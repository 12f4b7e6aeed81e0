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

  /// The sentence, its {places} filled. A place {type@json.type} takes what the catalogue says
  /// for the kind "json.type." with the argument's value behind it, filled likewise, and the
  /// value itself where there is no such kind. A kind without a sentence is answered by the
  /// kind and its arguments, so that nothing is ever lost.
  std::string say(const Message& message, Language language) const;

  bool knows(std::string_view kind) const { return by_kind_.find(kind) != by_kind_.end(); }

 private:
  struct Pair {
    std::string indonesian;
    std::string english;
    const std::string& in(Language language) const {
      return language == Language::kEnglish ? english : indonesian;
    }
  };
  std::string filled(const std::string& sentence, const Message& message, Language language,
                     int depth) const;
  std::string word(std::string_view place, const Message& message, Language language,
                   int depth) const;

  std::map<std::string, Pair, std::less<>> by_kind_;
};

/// Digits in threes: "1.880.000" in Indonesian, "1,880,000" in English.
std::string grouped(std::int64_t number, Language language);

}  // namespace pilah::catalogue
