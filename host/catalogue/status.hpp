// How far an entry of a region's catalogue has come.
#pragma once

namespace pilah::catalogue {

/// draft -> submitted -> verified | returned -> archived.
enum class Status { kDraft, kSubmitted, kVerified, kReturned, kArchived };

}  // namespace pilah::catalogue
