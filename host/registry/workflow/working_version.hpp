// The version of an entry that is being worked on: the entry itself until it has been
// verified once, from then on the pending version beside the published one.
//
// For use within one read or write of the store.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/review.hpp"

namespace pilah::store {
class Reader;
class Writer;
}  // namespace pilah::store

namespace pilah::registry {

struct WorkingVersion {
  catalogue::Innovation entry;
  std::int64_t revision = 0;  ///< that the version was last changed by
  bool is_pending = false;    ///< beside a verified entry
  catalogue::Review review;
  catalogue::Innovation base = {};  ///< of a pending one: what was published when it was begun
};

/// Throws Refusal(kNotFound).
WorkingVersion working_version(store::Reader& reader, catalogue::InnovationId id);

/// The same, Refusal(kStale) unless it was last changed by `expected_revision`.
WorkingVersion working_version(store::Reader& reader, catalogue::InnovationId id,
                               std::int64_t expected_revision);

/// Throws Refusal(kConflict) that says what the status is, unless it is one of those.
void require_status(const catalogue::Innovation& entry,
                    std::initializer_list<catalogue::Status> allowed);

/// Makes of a verified entry's version the pending one that can be changed. Throws
/// Refusal(kConflict) when a pending one is submitted already.
void open_for_change(WorkingVersion& version);

/// Keeps the version where it belongs; its revision becomes the new one.
void put_entry(store::Writer& writer, WorkingVersion& version, std::string_view action);

/// The same, with what is said of it.
void put(store::Writer& writer, WorkingVersion& version, std::string_view action);

/// Takes into a pending version what has changed in the published entry since it was begun:
/// evidence, verified values, corrections. Throws Refusal(kConflict) that names the fields
/// which were changed in both.
void take_in_published(store::Reader& reader, WorkingVersion& version);

/// Publishes the version as the entry: the pending one, if it is one, is gone.
void publish(store::Writer& writer, WorkingVersion& version, std::string_view action);

}  // namespace pilah::registry
