// A backup of the whole host, taken while it works: catalogue, evidence, plugin
// packages and keys, and the signed ends of the audit chains.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "pilah/catalogue/chain_head.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct BackupReport {
  std::filesystem::path place;
  std::int64_t files = 0;
  std::int64_t bytes = 0;
  std::vector<catalogue::ChainHead> heads;
  std::string key;  ///< the host's, that signed them: 64 hexadecimal digits
};

/// Writes the backup to `target`: one tar archive when its name ends in .tar, else a
/// folder. It has that name only once all of it is on the disk; a backup that was cut
/// off leaves .NAME.partial beside it, which the next one to that name removes. Makes
/// the host's key (host.key in the data folder) where there is none yet.
/// Throws Refusal(kConflict) when `target` is there, Refusal(kUnavailable) when the
/// disk does not take it: then nothing is left of it.
BackupReport back_up(const Environment& environment, const Caller& caller,
                     const std::filesystem::path& target);

}  // namespace pilah::registry
