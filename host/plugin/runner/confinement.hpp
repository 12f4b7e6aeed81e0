// Taking rights away from this process, before a plugin is loaded into it.
#pragma once

#include <cstdint>

namespace pilah::plugin::runner {

/// Limits memory, processor time and descriptors, forbids core files and new
/// files, becomes an ordinary user when it is root, dies with the host, gives up
/// new privileges and, where the kernel has landlock, the whole file system.
/// Throws std::system_error when one of them cannot be had.
void confine(std::uint64_t memory_bytes, std::uint64_t cpu_seconds);

}  // namespace pilah::plugin::runner
