// Links by which communities, business, media and villages propose without an account.
//
// A link is 256 random bits, told once and kept as its digest; it ends by itself, can
// be closed, and takes so many proposals in an hour, waiting at once and at all: what
// is open to everybody stays small. Whoever may moderate opens and closes links.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/proposal.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

inline constexpr std::int64_t kLongestDays = 366;
inline constexpr std::size_t kMostLinks = 50;         // of a region
inline constexpr std::int64_t kMostOfLink = 500;      // proposals that ever come through one
inline constexpr std::int64_t kMostWaiting = 300;     // of a link, not decided yet
inline constexpr std::int64_t kMostInAnHour = 60;     // of a link
inline constexpr std::size_t kLongestLinkName = 200;  // bytes
inline constexpr std::size_t kLongestAddress = 300;   // bytes

struct LinkRequest {
  catalogue::RegionCode region;
  std::optional<catalogue::RoundId> round;
  std::string name;
  std::int64_t days = 30;  ///< 1 to kLongestDays
  /// Where people reach this host, e.g. "https://pilah.solselkab.go.id"; may be empty.
  std::string address;
};

struct OpenedLink {
  catalogue::IntakeLink link;
  std::string token;   ///< told here alone
  std::string path;    ///< of the address, with the token
  std::string qr_svg;  ///< the whole address as a picture; empty without an address
};

/// Throws Refusal(kInvalid) with a message per wrong field; Refusal(kConflict) when
/// there are too many links.
OpenedLink open_link(const Environment& environment, const Caller& caller,
                     const LinkRequest& request);

/// The newest first.
std::vector<catalogue::IntakeLink> intake_links(const Environment& environment,
                                                const Caller& caller,
                                                const catalogue::RegionCode& region);

/// Takes no more proposals. Throws Refusal(kNotFound).
catalogue::IntakeLink close_link(const Environment& environment, const Caller& caller,
                                 const catalogue::RegionCode& region, catalogue::IntakeLinkId id);

/// What somebody who holds a link sees of it.
struct LinkInvitation {
  std::string region;  ///< its name
  std::string name;
  std::string round;  ///< its name; empty: none
  std::int64_t expires = 0;
};

/// Throws Refusal(kNotFound) for a link that is none, is closed or has ended: no
/// difference is told.
LinkInvitation invitation(const Environment& environment, std::string_view token);

}  // namespace pilah::registry
