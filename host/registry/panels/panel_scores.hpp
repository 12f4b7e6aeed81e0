// The scores of one panel, as they lie in the store.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/store/stored.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

/// Throws Refusal(kNotFound).
store::Stored<catalogue::Panel> stored_panel(store::Reader& reader,
                                             const catalogue::RegionCode& region,
                                             catalogue::PanelId id);

/// Under which the score of that member, entry and criterion lies: it follows from them, so
/// that a score is found, and replaced, without looking through all. It begins with the
/// panel's time: ids of a later panel are larger.
catalogue::AssessmentId assessment_id(const catalogue::Panel& panel, catalogue::PersonId assessor,
                                      catalogue::InnovationId entry, std::string_view criterion);

/// All of the panel, by id.
std::vector<catalogue::Assessment> scores_of(store::Reader& reader,
                                             const catalogue::RegionCode& region,
                                             catalogue::PanelId panel);

}  // namespace pilah::registry
