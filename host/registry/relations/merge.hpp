// Two entries that are one and the same innovation become one, and can be parted again.
//
// The entry that stays takes over from the other what it lacks, or the fields that
// somebody chose, and all of its evidence, relations, memberships of packages and
// rows of lists; the other is archived, and the first replaces it. A list that
// brought the other goes on updating the one that stayed; brought again
// unchanged, it changes nothing.
//
// One write; history says of every record what became of it. Parting undoes what
// nobody has changed since.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct MergeRequest {
  catalogue::InnovationId keep;
  catalogue::InnovationId gone;
  /// Names of fields that are taken from `gone`, whatever `keep` has there; nothing:
  /// those that `keep` lacks. An empty list: none.
  std::optional<std::vector<std::string>> fields;
  std::optional<std::int64_t> expected_revision;  ///< of `keep`
};

struct MergeReport {
  catalogue::Innovation kept;
  std::int64_t revision = 0;        ///< of `kept`
  std::vector<std::string> fields;  ///< taken over, or given back
  std::int64_t evidence = 0;        ///< files taken over
  std::int64_t relations = 0;       ///< that lead to the kept entry now, or back
  std::int64_t packages = 0;
  std::int64_t origins = 0;             ///< rows of lists that belong to the kept entry now
  std::vector<std::string> left_alone;  ///< parting: fields changed since, which stay as they are
};

/// Fields that a merge can take from one entry into another.
std::vector<std::string> mergeable_fields();

/// Asks for the right to verify the entries of both owners. Throws
/// Refusal(kNotFound) for an entry that is not there; Refusal(kInvalid) for one with
/// itself, of another region, archived, or an unknown field; Refusal(kStale).
MergeReport merge_entries(const Environment& environment, const Caller& caller,
                          const MergeRequest& request);

/// Takes the merge back by which `gone` was archived. Throws Refusal(kConflict) when
/// it was not, or the kept entry is archived itself; Refusal(kStale) when
/// `expected_revision` is another than that of `gone`.
MergeReport part_entries(const Environment& environment, const Caller& caller,
                         catalogue::InnovationId gone,
                         std::optional<std::int64_t> expected_revision);

}  // namespace pilah::registry
