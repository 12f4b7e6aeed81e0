// A quick-win set within one read or write, and what may be done with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/choice.hpp"
#include "pilah/catalogue/quick_win_set.hpp"
#include "pilah/store/stored.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

using StoredSet = store::Stored<catalogue::QuickWinSet>;

/// Throws Refusal(kNotFound).
StoredSet stored_set(store::Reader& reader, const catalogue::RegionCode& region,
                     catalogue::QuickWinSetId id);

/// The set that amends it; nothing: it holds.
std::optional<catalogue::QuickWinSetId> amended_by(store::Reader& reader,
                                                   const catalogue::RegionCode& region,
                                                   catalogue::QuickWinSetId id);

/// All that were given for the set itself.
std::vector<catalogue::Signature> signatures_on(store::Reader& reader,
                                                const catalogue::RegionCode& region,
                                                catalogue::QuickWinSetId set);

/// The set, to be changed or signed as it was read. Throws Refusal(kConflict) when another
/// amends it, Refusal(kStale) when it has changed since.
StoredSet set_in_force(store::Reader& reader, const catalogue::RegionCode& region,
                       catalogue::QuickWinSetId id, std::int64_t expected_revision);

/// One of a selection's candidates, as the selection keeps it; null: it was none.
const boost::json::object* candidate_of(const catalogue::SelectionRecord& selection,
                                        std::string_view id);

/// Whether it is placed as a quick win.
bool is_quick_win(const catalogue::QuickWinSet& set, std::string_view candidate);

}  // namespace pilah::registry
