// Words and phrases that speak for an area, weighed (registry-data/area_lexicon.json).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/quantity.hpp"
#include "pilah/text/phrase_table.hpp"
#include "pilah/text/stemming.hpp"

namespace pilah::catalogue {
class Taxonomy;
}

namespace pilah::text {

/// The fields of an entry that are read, as the lexicon weighs them.
enum class TextField { kName, kSummary, kBenefit, kProblem, kOwner, kAffairs };
inline constexpr std::size_t kTextFields = 6;

/// What one phrase says: how strongly it speaks for which area.
struct PhraseMeaning {
  std::size_t area = 0;  ///< place in AreaLexicon::areas()
  std::int64_t weight = 0;
};

/// The lexicon, its phrases stemmed. Immutable once read; any thread may use it.
///
/// The document: {"areas": {area: [{"phrase", "weight"}]}, "neutral": [phrase],
/// "owners": [{"phrase", "areas": {area: weight}}], "affairs": likewise,
/// "fields": {field: weight}, "doubt": weight, "calibration": [[share, confidence]]}.
/// Weights are 1 to 20. A phrase may speak for several areas. A neutral phrase
/// keeps its words from speaking ("rumah tangga" is no housing).
class AreaLexicon {
 public:
  struct AreaName {
    std::string area;
    std::string dimension;
  };

  /// Reads area_lexicon.json; `stemming` is copied. Throws std::invalid_argument
  /// that names the place on another shape, an area that the taxonomy does not
  /// know, a phrase of stop words alone, a weight out of range or a calibration
  /// that falls.
  static AreaLexicon read(std::string_view json, const Stemming& stemming,
                          const catalogue::Taxonomy& taxonomy);

  const std::vector<AreaName>& areas() const { return areas_; }  ///< the taxonomy's order
  const Stemming& stemming() const { return stemming_; }
  std::int64_t field_weight(TextField field) const {
    return field_weights_[static_cast<std::size_t>(field)];
  }
  /// Evidence that must be outweighed before a suggestion counts as sure.
  std::int64_t doubt() const { return doubt_; }

  /// The table to look phrases of `field` up in: owners and affairs have their own.
  const PhraseTable& phrases(TextField field) const { return tables_[table_of(field)].phrases; }
  const std::vector<PhraseMeaning>& meanings(TextField field, PhraseTable::PhraseId phrase) const {
    return tables_[table_of(field)].meanings[phrase];
  }

  /// How often a suggestion with this share of the evidence is right, by the
  /// table of the data, straight lines between its points.
  catalogue::Millionths confidence(catalogue::Millionths share) const;

 private:
  struct Table {
    PhraseTable phrases;
    std::vector<std::vector<PhraseMeaning>> meanings;  ///< by phrase id
  };
  struct CalibrationPoint {
    std::int64_t share = 0;
    std::int64_t confidence = 0;
  };
  friend class AreaLexiconReader;

  static std::size_t table_of(TextField field) {
    if (field == TextField::kOwner) return 1;
    return field == TextField::kAffairs ? 2 : 0;
  }

  std::vector<AreaName> areas_;
  Stemming stemming_;
  Table tables_[3];
  std::int64_t field_weights_[kTextFields] = {};
  std::int64_t doubt_ = 0;
  std::vector<CalibrationPoint> calibration_;
};

}  // namespace pilah::text
