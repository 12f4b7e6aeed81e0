// A list of innovations of any length, the same on every machine.
#pragma once

#include <cstdint>
#include <filesystem>

namespace pilah::bench {

/// Writes a CSV list of `rows` innovations of one region, about 1 KB each: 60
/// agencies, money, dates, durations and areas in the writings that lists have,
/// and some cells that cannot be read. Answers its size in bytes.
std::uint64_t write_sample_list(const std::filesystem::path& file, std::int64_t rows);

}  // namespace pilah::bench
