// What other records tell of a candidate: plans it links to, assessments,
// earlier quick-win sets. Indexes of a CatalogueView, which must outlive them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/registry/choice/candidates.hpp"

namespace pilah::registry {

/// Steps of a scale, 0 to 4.
struct Assessed {
  double median = 0;
  double spread = 0;  ///< largest minus smallest
};

class CandidateHistory {
 public:
  explicit CandidateHistory(const CatalogueView& view);

  /// Whether it links to an item that is in a plan of that kind.
  bool linked(const Candidate& candidate, catalogue::PlanKind kind) const;
  std::optional<Assessed> assessed(const Candidate& candidate, std::string_view criterion) const;
  bool quick_win_before(const Candidate& candidate) const;
  /// Percent, as last reported of it or of one of its members.
  std::optional<double> monitored(const Candidate& candidate) const;

 private:
  struct Report {
    catalogue::PartialDate until;  // the period's last day
    double percent = 0;
  };

  std::set<catalogue::PlanItemId> rpjmd_, renstra_;
  /// Of the newest panel that judged an entry on a criterion: the step of each assessor.
  struct Judged {
    std::optional<catalogue::PanelId> panel;
    std::map<catalogue::PersonId, std::int32_t> steps;
  };

  std::map<std::pair<catalogue::InnovationId, std::string>, Judged> judged_;
  std::set<std::string> quick_wins_;       // ids of candidates
  std::map<std::string, Report> reports_;  // by id of the candidate
};

}  // namespace pilah::registry
