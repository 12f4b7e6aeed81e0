// Innovations that say much the same as a text: by how many of its words they
// have, rare ones most.
//
// Unlike a search, no word has to be there. A word of the name that nothing has is
// taken for one that is spelt nearly so, for two words written as one ("sipedas",
// "si pedas"), or, the last one, for the beginning of one: it may be still typed.
// What comes out are candidates for a closer look, the likeliest first; an equal
// name is always among the first.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pilah/search/query.hpp"

namespace pilah::search {

struct LikeQuery {
  std::vector<Scope> scopes;  ///< each region once; archived innovations are left out
  std::string name;           ///< its words weigh most where they stand in a name; may be empty
  std::string text;           ///< summary and the like; may be empty
  std::size_t limit = 50;
};

/// So many different words of each are looked up, in their order.
inline constexpr std::size_t kMostNameWords = 16;
inline constexpr std::size_t kMostTextWords = 24;
inline constexpr std::size_t kMostLike = 200;  ///< a greater limit counts as this

}  // namespace pilah::search
