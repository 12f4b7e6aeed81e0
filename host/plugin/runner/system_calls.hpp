// The system calls that a plugin's process may still make: a list of what is
// allowed (seccomp); any other ends the process, which tells the host its number.
#pragma once

#include <cstdint>

namespace pilah::plugin::runner {

/// Before the library is loaded: memory, code out of memory files, the socket.
/// Static initialisers already run under it. Throws std::system_error, and
/// Unconfined when the kernel has no filters and they may not be missing.
void allow_loading(std::uint32_t may_be_missing);

/// Once the plugin is made: nothing is opened any more, no memory becomes code.
/// Throws std::system_error.
void allow_computing();

}  // namespace pilah::plugin::runner
