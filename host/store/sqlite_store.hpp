// The catalogue in SQLite.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "pilah/store/store.hpp"

namespace pilah::store {

struct SqliteOptions {
  /// Milliseconds since 1970, for the audit log. Called by any thread.
  std::function<std::int64_t()> clock;
  /// Fills with random bytes nobody can guess: the salt under which the audit
  /// chain covers a person's data. Called by one thread at a time.
  std::function<void(std::span<std::uint8_t>)> random = {};
  /// The SQLite VFS to go through; empty: the system's. Tests of faults have their own.
  std::string vfs = {};
};

/// Opens the catalogue in `folder` (its file is catalogue.sqlite), making both
/// when they are not there, for their owner alone. Several processes may have it
/// open at once. Drops the staging that nobody will read any more. Throws
/// Refusal(kUnavailable) when the database cannot be used: made by a newer
/// Pilah, no database, damaged, no right to it.
std::unique_ptr<Store> open_sqlite(const std::filesystem::path& folder, SqliteOptions options);

}  // namespace pilah::store
