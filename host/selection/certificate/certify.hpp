// Makes the certificate of an answer.
#pragma once

#include <optional>

#include "pilah/selection/certificate/certificate.hpp"
#include "pilah/selection/solve.hpp"

namespace pilah::selection {

// The most that can be claimed within the options' limits: for kOptimal the order,
// else the score alone (with very many ties), else a bound; for kLimit a bound.
// Nothing: not even that, or no proof of infeasibility, within the limits.
// Requires: the answer is that of this problem.
std::optional<Certificate> certify(const Problem& problem, const Answer& answer,
                                   const SolveOptions& options = {});

}  // namespace pilah::selection
