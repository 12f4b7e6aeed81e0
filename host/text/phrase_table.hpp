// Phrases of word stems, found in a row of stems, the longest first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace pilah::text {

/// A tree of phrases, a stem per step. Filled once, then only read; then any
/// thread may use it.
class PhraseTable {
 public:
  using PhraseId = std::uint32_t;

  struct Match {
    PhraseId phrase = 0;
    std::size_t size = 0;  ///< stems
  };

  /// The id of the phrase, the same when it was added before; ids count from 0.
  /// Requires: at least one stem.
  PhraseId add(const std::vector<std::string>& stems);

  /// The longest phrase that begins at stems[at].
  std::optional<Match> longest(const std::vector<std::string>& stems, std::size_t at) const;

  std::size_t size() const { return phrases_; }

 private:
  using Node = std::uint32_t;
  static constexpr PhraseId kNone = UINT32_MAX;

  std::optional<Node> step(Node node, const std::string& stem) const;

  std::unordered_map<std::string, std::uint32_t> stems_;
  std::unordered_map<std::uint64_t, Node> steps_;  ///< node and stem -> node
  std::vector<PhraseId> ends_{kNone};              ///< per node; node 0 is the root
  PhraseId phrases_ = 0;
};

}  // namespace pilah::text
