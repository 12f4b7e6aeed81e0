// What a person types about quick wins: places, costs, words of a small list.
#pragma once

#include <string>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/quick_wins/adoption.hpp"

namespace pilah::cli {

/// "ID=long-term=Menunggu jalan": a candidate, its place, the reason. Throws
/// Refusal(kInvalid) for what cannot be read.
catalogue::PlacedCandidate placed_of_argument(const std::string& text);
/// "not-now=Belum siap".
registry::UsualPlacing usual_of_argument(const std::string& text);
/// "2026=150000000=apbd"; the source may be left out.
catalogue::Budget cost_of_argument(const std::string& text);

/// One of the words of the enumeration.
template <class Enum>
Enum word_of_argument(const std::string& text) {
  if (const auto word = catalogue::enum_named<Enum>(text)) return *word;
  std::string known;
  for (const auto name : catalogue::EnumNames<Enum>::kNames) {
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"commitment.bad_word", {{"found", text}, {"known", known}}, ""});
}

}  // namespace pilah::cli
