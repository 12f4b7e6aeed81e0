// A host over a folder, with the real store: what the use cases get, without a server.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "pilah/registry/environment.hpp"
#include "support/temporary_folder.hpp"

namespace pilah::tests {

/// Opens the catalogue in `folder`, which is the caller's, and closes it at its end.
/// Its clock ticks a second on each look; today is 2026-01-31.
class FolderHost {
 public:
  explicit FolderHost(const std::filesystem::path& folder);
  ~FolderHost();
  FolderHost(const FolderHost&) = delete;
  FolderHost& operator=(const FolderHost&) = delete;

  const registry::Environment& environment() const;

 private:
  struct Rooms;
  std::unique_ptr<Rooms> rooms_;
};

/// Every row of every table of the database, one a line.
std::string rows_of(const std::filesystem::path& database);

}  // namespace pilah::tests
