// From a large model to the few columns that matter, by its relaxation.
#pragma once

#include <cstdint>
#include <vector>

#include "pilah/selection/engine/model.hpp"
#include "pilah/selection/engine/relaxation.hpp"

namespace pilah::selection::engine {

// Gives a relaxation its first columns: the best `seeds` candidates by score and by
// score per use of each limited resource.
void seed(const Model& model, Column seeds, Relaxation& relaxation);

// After a solve that sifted: all columns stand where their reduced cost wants them,
// but about the `size` least certain ones stay free.
std::vector<Fixed> nearest(const Model& model, const Relaxation& relaxation, Column size);

// Decides every column whose other value would push the bound below the threshold:
// every set of at least that value has them so.
std::vector<Fixed> narrowed(const Model& model, const Relaxation& relaxation,
                            std::int64_t threshold);

}  // namespace pilah::selection::engine
