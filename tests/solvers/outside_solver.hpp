// General solvers as programs of their own: glpsol (GLPK) and cbc (COIN-OR). They
// compute in floating point, so what they answer is compared, never believed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pilah::selection::solvers {

// A program that ran to its end or its limit.
struct Ran {
  bool finished = false;    // with exit code 0, before the limit
  double seconds = 0;       // wall clock
  long peak_megabytes = 0;  // resident
};

// Runs a program with its output thrown away (or into `output`), for at most so many
// seconds of CPU. A program that does not exist does not finish.
Ran run_program(const std::vector<std::string>& arguments, unsigned most_seconds,
                const std::filesystem::path& output = {});

enum class Solver { kGlpsol, kCbc };

const char* program(Solver solver);
bool installed(Solver solver);

struct Solved {
  Ran ran;
  // Nothing: it found that there is none, or did not finish.
  std::optional<std::int64_t> score;
};

// With gaps of 0. Requires: installed. folder: for its files.
Solved solve_outside(Solver solver, const std::filesystem::path& lp,
                     const std::filesystem::path& folder, unsigned most_seconds);

}  // namespace pilah::selection::solvers
