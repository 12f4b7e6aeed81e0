// What is late, and what was late: steps whose month is over, reports that are missing or
// came after their day, follow-ups that are not done, each with its explanation where there
// is one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/registry/environment.hpp"
#include "pilah/registry/monitoring/supervised.hpp"

namespace pilah::registry {

enum class LateKind { kStep, kReport, kFollowUp };
std::string_view name_of(LateKind kind);

struct LateThing {
  LateKind kind = LateKind::kStep;
  std::optional<Supervised> of;  ///< none: a follow-up of no single candidate
  std::string what;              ///< the step's name, the period's, or what is to be done
  std::optional<catalogue::OrganisationId> owner;
  std::string owner_name;
  catalogue::PartialDate due;
  std::optional<catalogue::PartialDate> done_on;  ///< nothing: it is late now
  std::string explanation;                        ///< empty: nobody has said why
};

/// Of all candidates that are supervised, and of all follow-ups: what is late and not explained
/// first, then what is late and explained, then what was late; each by its due date. Who works in
/// the region reads.
std::vector<LateThing> late_things(const Environment& environment, const Caller& caller,
                                   const catalogue::RegionCode& region);

/// The same within a read. Requires: `today` is a whole day.
std::vector<LateThing> late_things(store::Reader& reader, const catalogue::RegionCode& region,
                                   const catalogue::PartialDate& today);

}  // namespace pilah::registry
