// What the fuzz targets share. Each target is one function from bytes to nothing,
// which aborts when something that must hold does not. libFuzzer calls it with bytes
// of its own making; replay.cpp, in every build, with those of files.
#pragma once

#include <cstddef>
#include <cstdint>

// libFuzzer asks for this name. Answers 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);  // NOLINT

namespace pilah::selection::fuzz {

// Aborts, saying what does not hold, unless it does.
void must(bool holds, const char* what);

}  // namespace pilah::selection::fuzz
