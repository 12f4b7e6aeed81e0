// How far assessors agree: Krippendorff's alpha for ordinal data, with missing values.
//
//   alpha = 1 - (n - 1) * sum_{c<k} o_ck d_ck / sum_{c<k} n_c n_k d_ck
//   o_ck  = sum over units u of (pairs of values c, k in u) / (m_u - 1)
//   d_ck  = (sum_{g=c..k} n_g - (n_c + n_k) / 2)^2
//
// with m_u the values of unit u (those with fewer than two are left out), n_c how often c
// was given in the others, n their total. K. Krippendorff (2011), Computing Krippendorff's
// Alpha-Reliability, University of Pennsylvania, section E and the ordinal metric.
// 1: they agree; 0: no better than chance. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace pilah::registry {

/// `units`: the steps that each unit was given, in any order. In millionths; nothing when no
/// unit has two values, or all values are the same: there is nothing to agree about.
std::optional<std::int64_t> ordinal_alpha(const std::vector<std::vector<std::int32_t>>& units);

}  // namespace pilah::registry
