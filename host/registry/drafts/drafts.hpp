// Working copies: what somebody types is kept every few seconds, before it is saved.
//
// One for each account and innovation, outside history and audit. It may be
// incomplete, so it is not checked but for being a JSON object of bounded size; saving
// the innovation (change_innovation) removes the working copy of who saved it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

inline constexpr std::size_t kLargestDraft = std::size_t{256} * 1024;  ///< bytes, as JSON
inline constexpr std::size_t kMostDrafts = 100;  ///< of one account in one region

struct Draft {
  catalogue::RegionCode region;
  catalogue::InnovationId innovation;  ///< of a new entry: the id that it will have
  std::int64_t base = 0;     ///< the entry's revision that it was begun from; 0: a new entry
  std::int64_t version = 0;  ///< rises with each autosave
  std::int64_t at = 0;       ///< of the last one, milliseconds since 1970
  std::string document;      ///< JSON object; empty in a list
  // What tells one from the other in a list, as far as it was typed so far.
  std::string name;  ///< its beginning where it is longer than kLongestDraftName
  std::optional<catalogue::OrganisationId> owner;
};
inline constexpr std::size_t kLongestDraftName = 500;  // bytes

/// Throws Refusal(kNotFound) when the caller has none of that innovation.
Draft draft(const Environment& environment, const Caller& caller, catalogue::InnovationId id);
/// The caller's own in the region, the last first, with name and owner in place of their
/// documents.
std::vector<Draft> drafts(const Environment& environment, const Caller& caller,
                          const catalogue::RegionCode& region);

/// Begins a working copy of a new entry. Throws Refusal(kForbidden) for who may not
/// register for that owner (none yet: for any), Refusal(kInvalid) when it is too large or
/// there are too many.
Draft begin_draft(const Environment& environment, const Caller& caller,
                  const catalogue::RegionCode& region, const boost::json::object& document);

/// Keeps what was typed. `expected_version`: of the copy that it was typed into; none:
/// there is none yet. Throws Refusal(kStale) when there is another one by now (of the
/// same account, in another window).
Draft put_draft(const Environment& environment, const Caller& caller, catalogue::InnovationId id,
                const boost::json::object& document, std::optional<std::int64_t> expected_version);

/// None: nothing to do.
void drop_draft(const Environment& environment, const Caller& caller, catalogue::InnovationId id);

}  // namespace pilah::registry
