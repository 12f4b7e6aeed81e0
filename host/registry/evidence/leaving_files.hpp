// Files of evidence that a change may leave named by nobody: noted before the change, so
// that a crash leaves nothing behind, and removed once it is stored.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// Belongs to one change. Throws as EvidenceFiles does.
class LeavingFiles {
 public:
  LeavingFiles(const Environment& environment, std::vector<std::string> files);
  /// Those that one of the entry's versions names and the other does not: the published
  /// one, or the one that waits. None when nothing waits.
  static LeavingFiles of_versions(const Environment& environment, catalogue::InnovationId id);

  /// Removes those that no entry of the host names any more.
  void remove_unnamed() const;

 private:
  const Environment& environment_;
  std::vector<std::string> files_;
};

}  // namespace pilah::registry
