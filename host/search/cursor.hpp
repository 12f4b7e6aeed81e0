// Where a page ended: a place in the order, whatever comes or goes around it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pilah/catalogue/id.hpp"
#include "pilah/search/query.hpp"

namespace pilah::search {

/// What an innovation is sorted by, and its id, which decides between equals.
struct Place {
  std::string name_key;                ///< Sort::kName
  std::optional<std::int64_t> number;  ///< the others, a score too; none: unknown
  catalogue::InnovationId id;

  friend bool operator==(const Place&, const Place&) = default;
};

/// Whether `first` comes before `second`.
bool comes_before(const Place& first, const Place& second, Sort sort);

/// As text that fits into an address. A place by name is written as the store
/// writes its own, so that a list goes on where the other one ended.
std::string written(const Place& place, Sort sort);
/// Throws Refusal(kInvalid) for anything that written() does not write for that order.
Place read_place(std::string_view text, Sort sort);

}  // namespace pilah::search
