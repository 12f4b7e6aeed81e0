// Records that lie beside the catalogue: without revision, history and audit, found by
// their id or by a secret's digest, and gone without a trace once they are replaced.
#pragma once

#include <cstdint>

#include "pilah/catalogue/proposal.hpp"

namespace pilah::store {

/// The numbers are written into databases: append, never renumber.
enum class AsideKind : std::int32_t { kIntakeLink = 1, kProposal = 2 };

/// AsideKindOf<Record>::value is the kind under which Record is kept.
template <class Record>
struct AsideKindOf;
template <>
struct AsideKindOf<catalogue::IntakeLink> {
  static constexpr AsideKind value = AsideKind::kIntakeLink;
};
template <>
struct AsideKindOf<catalogue::Proposal> {
  static constexpr AsideKind value = AsideKind::kProposal;
};

}  // namespace pilah::store
