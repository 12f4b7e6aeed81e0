// What a dossier must be to be stored.
#pragma once

#include "pilah/catalogue/dossier.hpp"
#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/taxonomy.hpp"

namespace pilah::registry {

/// Writes its numbers in their canonical form; answers all that is wrong, each with its
/// pointer. Its steps are left alone.
catalogue::Messages put_right(catalogue::Dossier& dossier, const catalogue::Taxonomy& taxonomy);

}  // namespace pilah::registry
