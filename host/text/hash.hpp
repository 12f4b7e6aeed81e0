// A small hash that is the same on every machine (FNV-1a, 32 bits).
#pragma once

#include <cstdint>
#include <string_view>

namespace pilah::text {

inline std::uint32_t hash_of(std::string_view bytes, std::uint32_t seed = 2166136261U) {
  std::uint32_t hash = seed;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// Of two hashes in their order.
inline std::uint32_t hash_of(std::uint32_t first, std::uint32_t second) {
  std::uint32_t hash = first * 2654435761U ^ (second + 0x9E3779B9U + (first << 6) + (first >> 2));
  hash ^= hash >> 15;
  return hash * 0x85EBCA6BU;
}

}  // namespace pilah::text
