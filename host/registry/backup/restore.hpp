// A backup put back, into a data folder that holds nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "pilah/registry/people/caller.hpp"
#include "pilah/registry/verify.hpp"

namespace pilah::registry {

/// Reads the backup (a folder, or the archive of one), checks every byte of it
/// against backup.json, opens the catalogue and verifies it with its signed heads,
/// and only then gives the files their places in `data_folder`, the catalogue last.
/// A restore that was cut off has left no catalogue, and begins anew.
/// Answers what the catalogue holds; it is sound.
/// Throws Refusal(kConflict) when `data_folder` holds anything, Refusal(kInvalid) when
/// the backup is not whole, each finding a message when the catalogue is not sound.
Verification restore(const Caller& caller, const std::filesystem::path& backup,
                     const std::filesystem::path& data_folder);

}  // namespace pilah::registry
