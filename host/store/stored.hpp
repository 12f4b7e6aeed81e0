// A record together with the revision of its region that last changed it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/request_key.hpp"
#include "pilah/store/record_kind.hpp"

namespace pilah::store {

template <class Record>
struct Stored {
  Record record;
  std::int64_t revision = 0;
};

/// Who changes something: a person's id, or the name of a part of the host
/// ("command-line", "import") while there are no accounts.
struct Actor {
  std::string text;
  /// The request that asks for the change: stored with it, so that it is made once.
  std::optional<catalogue::RequestKey> request = std::nullopt;
};

/// One accepted change, as history tells it.
struct Revision {
  std::int64_t number = 0;  ///< per region, from 1, without gaps
  std::int64_t at = 0;      ///< milliseconds since 1970-01-01 UTC
  std::string actor;
  std::string action;  ///< "added", "changed", ...: what the use case called it
  RecordKind kind = RecordKind::kInnovation;
  catalogue::Uuid record;
  /// JSON: {"field": [old, new]}; empty for the first revision of a record.
  std::string change;
};

/// Which record a revision changed.
struct RecordChange {
  std::int64_t number = 0;  ///< of the revision
  RecordKind kind = RecordKind::kInnovation;
  catalogue::Uuid record;
  friend bool operator==(const RecordChange&, const RecordChange&) = default;
};

/// Which row of which list an innovation came from, and what that row said last.
struct OriginRow {
  catalogue::RegionCode region;
  std::string list;
  std::string key;  ///< the list's own identifier of the row
  catalogue::InnovationId innovation;
  std::string source;  ///< JSON object: the row's mapped cells as the list had them
};

}  // namespace pilah::store
