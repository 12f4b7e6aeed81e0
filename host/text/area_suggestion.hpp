// Which of the 18 areas an entry likely belongs to. A suggestion only: a person confirms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/quantity.hpp"

namespace pilah::text {

class AreaLexicon;

/// What of an entry is read; empty where unknown. Only views: the texts must
/// live until suggest() has answered.
struct EntryTexts {
  std::string_view name;
  std::string_view summary;
  std::string_view benefit;
  std::string_view problem;
  std::string_view owner;                 ///< name of the owner organisation
  std::vector<std::string_view> affairs;  ///< keys or names of urusan
};

struct AreaSuggestion {
  std::string area;
  std::string dimension;
  catalogue::Millionths confidence;  ///< of so many such suggestions, this share is right
  /// Words and phrases of the texts that spoke for it, strongest first, as they
  /// stand there; eight at most.
  std::vector<std::string> words;
};

/// The areas for which anything speaks, best first, `limit` at most; none when
/// nothing does. Any thread; the same answer on every machine (integers alone).
///
/// Score of an area: the sum over the phrases found, the longest at each place,
/// of weight of the phrase x weight of the field; halved for each time that the
/// phrase came before, halved from the 60th and again from the 200th word of a
/// field on. Share of an area: the square of its score among the squares of all
/// scores and of the doubt; its confidence follows from the lexicon's
/// calibration. Equal scores keep the order of the taxonomy.
std::vector<AreaSuggestion> suggest(const AreaLexicon& lexicon, const EntryTexts& texts,
                                    std::size_t limit = 3);

}  // namespace pilah::text
