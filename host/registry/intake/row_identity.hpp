// Which rows of one list are the same entry.
//
// A row is told apart by the list's own key, else by its folded name within
// owner and region. An identity that comes again is no entry of its own: equal
// cells change nothing, other cells are refused, naming the first row. Keeps 40
// bytes or so per row, not the row.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pilah/registry/intake/staged_row.hpp"

namespace pilah::registry {

struct RowRepeat {
  std::int64_t first_row = 0;  ///< 0: the row is the first with its identity
  bool equal = false;          ///< its cells are those of the first
};

/// Hears the rows of one list in their order. One thread at a time.
class RowIdentities {
 public:
  /// Looks the row up, and from then on knows it. Sets its key, when the list
  /// gives none, and first_of_name.
  RowRepeat enter(StagedRow& row, std::string_view source);

 private:
  using Fingerprint = std::array<std::uint64_t, 2>;
  struct Hash {
    std::size_t operator()(const Fingerprint& print) const noexcept {
      return static_cast<std::size_t>(print[0]);
    }
  };
  struct Seen {
    std::int64_t row = 0;
    std::uint64_t source = 0;
    bool keyed = false;
  };
  static Fingerprint fingerprint(std::string_view kind, std::string_view region,
                                 std::string_view text);

  std::unordered_map<Fingerprint, Seen, Hash> by_key_;
  std::unordered_map<Fingerprint, Seen, Hash> by_name_;
};

}  // namespace pilah::registry
