// The six dimensions and their 18 areas (registry-data/taxonomy.json).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pilah::catalogue {

/// A text in both languages of the pages.
struct Bilingual {
  std::string indonesian;
  std::string english;
};

struct Dimension {
  std::string key;  ///< e.g. "smart-living"
  Bilingual name;
};

struct Area {
  std::string key;        ///< e.g. "health"
  std::string dimension;  ///< key of its dimension
  Bilingual name;
};

/// What a word of a list names. `by_alias` is told on, never silently final.
struct TaxonomyMatch {
  std::string dimension;  ///< empty: the word names nothing known
  std::string area;       ///< empty: it names a dimension alone
  bool by_alias = false;  ///< true: neither the key nor an official name, e.g. "Smart People"

  explicit operator bool() const { return !dimension.empty(); }
};

/// Immutable once read; any thread may use it.
class Taxonomy {
 public:
  /// Reads taxonomy.json. Throws std::invalid_argument on another shape, an
  /// unknown dimension, or an alias with two meanings.
  static Taxonomy read(std::string_view json);

  const std::vector<Dimension>& dimensions() const { return dimensions_; }
  const std::vector<Area>& areas() const { return areas_; }
  /// Null when there is no such key.
  const Area* area(std::string_view key) const;
  const Dimension* dimension(std::string_view key) const;

  /// What `words`, as a list has it, names: a key, a name in either language or
  /// an alias, without regard to case, punctuation and a level word in front
  /// ("Dimensi Smart People", "pilar 1: smart governance").
  TaxonomyMatch find_dimension(std::string_view words) const;
  TaxonomyMatch find_area(std::string_view words) const;

 private:
  std::vector<Dimension> dimensions_;
  std::vector<Area> areas_;
  std::vector<std::string> level_words_;
  std::map<std::string, TaxonomyMatch, std::less<>> dimension_words_;
  std::map<std::string, TaxonomyMatch, std::less<>> area_words_;
};

}  // namespace pilah::catalogue
