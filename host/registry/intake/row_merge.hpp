// What a list says anew, brought together with what people changed in between.
//
// Three versions per field: what the list said last (base), what the catalogue
// holds (current), what the list says now (fresh). A field whose base and fresh
// agree stays as people left it; one that nobody touched takes the fresh value;
// one that both changed keeps the current value and is pending. An empty cell
// says nothing: it never empties a field.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"

namespace pilah::registry {

struct MergedInnovation {
  catalogue::Innovation innovation;
  std::vector<std::string> pending;  ///< names of the fields that both sides changed
};

/// Id, region, status and origin are those of `current`. A field of
/// `still_pending` waits on until both sides agree.
MergedInnovation merge_row(const catalogue::Innovation& base, const catalogue::Innovation& current,
                           const catalogue::Innovation& fresh,
                           const std::vector<std::string>& still_pending);

}  // namespace pilah::registry
