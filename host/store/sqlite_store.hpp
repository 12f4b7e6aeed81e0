// The catalogue in SQLite.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "pilah/store/store.hpp"

namespace pilah::store {

struct SqliteOptions {
  /// Milliseconds since 1970, for the audit log. Callable from any thread.
  std::function<std::int64_t()> clock;
};

/// Opens the catalogue in `folder`, making both when they are not there (the
/// folder for its owner alone). Several processes may have it open at once.
/// Drops the staging that a crash left unsealed. Throws Refusal(kUnavailable)
/// when the database cannot be used: made by a newer Pilah, no database,
/// damaged, no right to it.
std::unique_ptr<Store> open_sqlite(const std::filesystem::path& folder, SqliteOptions options);

}  // namespace pilah::store
