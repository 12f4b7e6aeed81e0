#include "pilah/registry/relations/reason_words.hpp"

#include <array>
#include <string_view>

#include "pilah/registry/relations/worth_a_look.hpp"

namespace pilah::registry {

static_assert(kWorthALook == text::kLikelyDuplicate, "an import and a person look alike");

std::vector<std::string> words_of(const std::vector<text::DuplicateReason>& reasons) {
  // In the order of DuplicateReason.
  constexpr std::array<std::string_view, 5> kWords = {"same_name", "abbreviation", "similar_name",
                                                      "similar_summary", "same_owner"};
  std::vector<std::string> words;
  words.reserve(reasons.size());
  for (const auto reason : reasons) words.emplace_back(kWords[static_cast<std::size_t>(reason)]);
  return words;
}

}  // namespace pilah::registry
