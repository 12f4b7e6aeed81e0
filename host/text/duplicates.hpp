// Which entries of a catalogue are likely the same innovation, registered twice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pilah/text/comparable_entry.hpp"

namespace pilah::text {

/// A closed list of entries, indexed. Immutable once built; any thread may use
/// it, but a NameReader that is handed in must not be used by two at once.
///
/// Entries are compared only where they share something that few have: the name,
/// a word stem or pair of stems, one of the eight trigrams with the smallest
/// hashes (near-equal names share some of them almost surely: min-hash), or the
/// words of the summary. What more than 256 entries share is not followed,
/// except an equal name, which is followed to its 32 nearest by id. So time
/// grows with the list, not with its square, and the answer does not depend on
/// the order in which entries were added.
class DuplicateIndex {
 public:
  class Builder;

  /// The entries most like `entry`, best first, `limit` at most, with a score
  /// of `least` or more; the entry of the same id left out.
  std::vector<LikelyDuplicate> find(const NameReader& reader, const NamedEntry& entry,
                                    catalogue::Millionths least = kLikelyDuplicate,
                                    std::size_t limit = 10) const;

  /// All such pairs within the list, at most ten best of each entry, best first,
  /// then by ids.
  std::vector<LikelyDuplicate> pairs(catalogue::Millionths least = kLikelyDuplicate) const;

  std::size_t size() const { return entries_.size(); }

 private:
  struct Posting {
    std::uint32_t key;
    std::uint32_t entry;
    friend auto operator<=>(const Posting&, const Posting&) = default;
  };
  struct ShortForm {
    std::string letters;
    std::uint32_t entry;
    friend auto operator<=>(const ShortForm&, const ShortForm&) = default;
  };

  /// The short forms that have `size` letters in common.
  struct Prefix {
    std::size_t begin;
    std::size_t end;
    std::size_t size;
  };

  std::vector<std::uint32_t> candidates(const ComparableEntry& entry, bool spelt_out_too) const;
  void add_sharing(const ComparableEntry& entry, std::vector<std::uint32_t>& candidates) const;
  void add_same_name(const ComparableEntry& entry, std::vector<std::uint32_t>& candidates) const;
  void add_short_forms(const NamePart& part, std::vector<std::uint32_t>& candidates) const;
  void walk_short_forms(const NamePart& part, std::size_t token, Prefix prefix,
                        std::vector<std::uint32_t>& candidates) const;
  Prefix narrowed(Prefix prefix, char letter) const;
  void add_spelt_out(const NamePart& part, std::vector<std::uint32_t>& candidates) const;
  std::vector<LikelyDuplicate> best(const ComparableEntry& entry, bool spelt_out_too,
                                    catalogue::Millionths least, std::size_t limit) const;

  std::vector<ComparableEntry> entries_;  ///< by id
  std::vector<Posting> shared_;           ///< what entries may share, sorted
  std::vector<Posting> names_;            ///< hash of a reading's content, sorted
  std::vector<ShortForm> short_forms_;    ///< readings of one word, sorted
};

/// Collects the entries of a list, in any order; an id given twice counts once,
/// as it came first.
class DuplicateIndex::Builder {
 public:
  /// Keeps a reference to the reader until build().
  explicit Builder(const NameReader& reader) : reader_(reader) {}
  void add(const NamedEntry& entry) { entries_.push_back(read_entry(reader_, entry)); }
  DuplicateIndex build() &&;

 private:
  const NameReader& reader_;
  std::vector<ComparableEntry> entries_;
};

}  // namespace pilah::text
