// Where an entry stands on its way from draft to verified, and what is said of it.
#pragma once

#include <string>
#include <string_view>

#include "pilah/catalogue/message.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/workflow/working_version.hpp"

namespace pilah::registry {

struct ReviewEntry {
  WorkingVersion version;
  catalogue::Messages lacking;  ///< what keeps it from being submitted, each with its pointer
};

/// For whoever sees the entry's internal fields. Throws Refusal(kNotFound).
ReviewEntry review(const Environment& environment, const Caller& caller,
                   catalogue::InnovationId id);

/// Adds a comment on the field at `pointer` (empty: on the whole); 200 an entry at most.
/// Refusal(kInvalid) for an unknown field, or no text.
ReviewEntry comment(const Environment& environment, const Caller& caller,
                    catalogue::InnovationId id, std::string_view pointer, std::string_view text);

/// Marks comment `number` as settled; for whoever may comment.
ReviewEntry settle_comment(const Environment& environment, const Caller& caller,
                           catalogue::InnovationId id, std::int64_t number);

/// Throws Refusal(kInvalid) at `place` unless `pointer` is empty or begins with a field of
/// an innovation.
void require_field(std::string_view pointer, const std::string& place);

/// What a person may say in one comment or reason: 1 to 2,000 bytes.
void require_text(std::string_view text, const std::string& place);

}  // namespace pilah::registry
