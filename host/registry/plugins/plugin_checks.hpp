// The check of plugins that are installed: run by the host's administrator, told to whoever may
// read plugins, until that version is checked again.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/registry/environment.hpp"
#include "pilah/registry/plugins/check_answer.hpp"

namespace pilah::registry {

/// After so long a check of an installed plugin starts no more runs.
inline constexpr std::int64_t kMostCheckMilliseconds = 40'000;

/// Runs every test on that version, each in a sandboxed process of its own, and keeps what was
/// found. Throws Refusal(kNotFound) when it is not installed. Blocks; bounded memory.
PluginCheck check_installed_plugin(const Environment& environment, const Caller& caller,
                                   const std::string& id, const std::string& version);

}  // namespace pilah::registry
