#include "pilah/registry/quick_wins/placing.hpp"

#include <set>

#include "pilah/registry/quick_wins/stored_set.hpp"

namespace pilah::registry {

using catalogue::PlacedCandidate;

void check_placings(const catalogue::SelectionRecord& selection,
                    const std::vector<PlacedCandidate>& placed, catalogue::Messages& wrong) {
  std::set<std::string> named;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const auto& one = placed[i];
    const std::string place = "/candidates/" + std::to_string(i);
    if (!candidate_of(selection, one.candidate) || !named.insert(one.candidate).second) {
      wrong.push_back({"quick_win.no_such_candidate",
                       {{"id", one.candidate}, {"selection", selection.name}},
                       place + "/candidate"});
    }
    if (one.reason.empty() || one.reason.size() > kLongestReason) {
      wrong.push_back({"quick_win.reason_missing",
                       {{"most", std::to_string(kLongestReason)}},
                       place + "/reason"});
    }
  }
}

std::vector<std::string> quick_wins_in(const std::vector<PlacedCandidate>& placed) {
  std::vector<std::string> ids;
  for (const auto& one : placed) {
    if (one.placing == catalogue::Placing::kQuickWin) ids.push_back(one.candidate);
  }
  return ids;
}

}  // namespace pilah::registry
