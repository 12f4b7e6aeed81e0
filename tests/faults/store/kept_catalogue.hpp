// A catalogue that a fault is about to hit, and what must be in it afterwards.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "pilah/store/sqlite_store.hpp"

namespace pilah::tests {

std::unique_ptr<store::Store> open_catalogue(const std::filesystem::path& folder,
                                             const std::string& vfs = {});

/// One write: the organisation with that number.
void save(store::Store& store, std::uint64_t number,
          store::Durability durability = store::Durability::kNow);

/// The numbers of the organisations that are there.
std::set<std::uint64_t> saved(store::Store& store);

/// Kinds of what verification finds, each with its region; empty: all is well.
std::string findings(store::Store& store);

}  // namespace pilah::tests
