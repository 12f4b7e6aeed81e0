// The innovation that somebody asks for by its id alone.
#pragma once

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/people/caller.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

/// Throws Refusal(kNotFound).
store::Stored<catalogue::Innovation> stored_innovation(store::Reader& reader,
                                                       catalogue::InnovationId id);

/// The same, of those that the caller sees: one that is hidden is not found either.
store::Stored<catalogue::Innovation> visible_innovation(store::Reader& reader, const Caller& caller,
                                                        catalogue::InnovationId id);

/// Throws Refusal(kStale) unless it is still that revision.
void require_revision(const store::Stored<catalogue::Innovation>& stored,
                      std::int64_t expected_revision);

}  // namespace pilah::registry
