// The folder that the store lives in.
#pragma once

#include <filesystem>

namespace pilah::store {

/// Makes `folder` and `folder`/staging where they are missing, for their owner
/// alone and surviving a power cut. Throws Refusal(kUnavailable).
void make_folder(const std::filesystem::path& folder);

/// Makes the names in the folder survive a power cut. False, with errno, when it cannot.
bool sync_folder(const std::filesystem::path& folder);

}  // namespace pilah::store
