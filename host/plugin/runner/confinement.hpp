// Taking rights away from this process, before a plugin is loaded into it.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include "pilah/plugin/runner/configuration.hpp"
#include "pilah/plugin/wire/sandbox.hpp"

namespace pilah::plugin::runner {

/// A part of the sandbox that this machine does not give.
struct Unconfined : std::runtime_error {
  explicit Unconfined(SandboxPart missing)
      : std::runtime_error(std::string(name_of(missing))), part(missing) {}
  SandboxPart part;
};

/// Throws Unconfined unless the host said that this part may be missing.
inline void require_part(SandboxPart part, std::uint32_t may_be_missing) {
  if ((may_be_missing & static_cast<std::uint32_t>(part)) == 0) throw Unconfined(part);
}

/// Limits memory (the configuration's, beside `given_bytes` that the host maps),
/// processor time, descriptors and files, forbids core files and new processes,
/// becomes an ordinary user when it is root, dies with the host, gives up new
/// privileges and the whole file system. Throws std::system_error when one of
/// them cannot be had, Unconfined when the kernel lacks landlock.
void confine(const Configuration& configuration, std::size_t given_bytes);

}  // namespace pilah::plugin::runner
