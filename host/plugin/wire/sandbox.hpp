// What confines a plugin's process, as far as a machine may lack it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pilah::plugin {

/// A part of the sandbox that not every kernel gives. All else is always there.
enum class SandboxPart : std::uint32_t {
  kLandlock = 1,     ///< nothing in the file system can be opened
  kSystemCalls = 2,  ///< only listed system calls can be made (seccomp)
};

/// "landlock", "seccomp".
constexpr std::string_view name_of(SandboxPart part) {
  return part == SandboxPart::kLandlock ? "landlock" : "seccomp";
}

constexpr std::optional<SandboxPart> sandbox_part(std::string_view name) {
  for (const auto part : {SandboxPart::kLandlock, SandboxPart::kSystemCalls}) {
    if (name_of(part) == name) return part;
  }
  return std::nullopt;
}

/// The parts that may be missing; empty, as it should be: a plugin does not run
/// unless all of them hold.
using MayBeMissing = std::vector<SandboxPart>;

inline std::uint32_t bits_of(const MayBeMissing& parts) {
  std::uint32_t bits = 0;
  for (const auto part : parts) bits |= static_cast<std::uint32_t>(part);
  return bits;
}

}  // namespace pilah::plugin
