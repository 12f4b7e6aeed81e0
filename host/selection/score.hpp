// The additive value model: score = floor((2 sum W q + sum W) / (2 sum W)), the
// weighted mean of the values rounded half up, computed in 128-bit integers, so
// that it is the same on every machine.
//
// Values and scores are millionths. Requires everywhere: as many weights as
// values, at most 1,024; weights 0 to 2^53, not all 0; values 0 to 1,000,000.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace pilah::selection {

inline constexpr std::int64_t kMillion = 1'000'000;

// A value in [0, 1] as millionths, half away from zero; rounded this once.
std::int64_t quantised(double value);

std::int64_t score_of(std::span<const std::int64_t> weights, std::span<const std::int64_t> values);

// What the criterion at `index` adds to the score, rounded like it. The parts
// of a score may differ from it by a few millionths in sum.
std::int64_t contribution_of(std::span<const std::int64_t> weights,
                             std::span<const std::int64_t> values, std::size_t index);

// The smallest value of that criterion, not above 1,000,000, with which the
// score would be at least `wanted`; nothing: that criterion alone cannot do it.
std::optional<std::int64_t> value_for(std::span<const std::int64_t> weights,
                                      std::span<const std::int64_t> values, std::size_t index,
                                      std::int64_t wanted);

}  // namespace pilah::selection
