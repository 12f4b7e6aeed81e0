// Packages (paket): entries of a region joined into one candidate, with one lead.
//
// What a selection makes of one is told with it: the candidate's areas, cost,
// duration and staff (choice/candidates.hpp), of the members that are not archived.
// Whoever may relate the entries of the lead and of every member may make, change
// and dissolve it; whoever sees all members sees it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/relation.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

struct PackageMember {
  catalogue::InnovationId id;
  std::string name;
  std::string owner;  ///< its name; empty: nobody
  bool archived = false;
};

struct PackageEntry {
  catalogue::Package package;
  std::string lead;                    ///< the organisation's name
  std::vector<PackageMember> members;  ///< in the package's order
  std::vector<std::string> areas;      ///< keys, confirmed, in the taxonomy's order
  std::string primary_area;            ///< of the leading member; empty: none
  std::optional<std::int64_t> budget;  ///< rupiah, all members together; none: one is unknown
  std::optional<std::int64_t> duration_months;  ///< the longest
  std::optional<std::int64_t> staff;            ///< persons, all together
  std::int64_t revision = 0;
};

inline constexpr std::size_t kFewestMembers = 2;
inline constexpr std::size_t kMostMembers = 50;
inline constexpr std::size_t kMostPackages = 1'000;  // of a region

/// By name, then id.
std::vector<PackageEntry> packages(const Environment& environment, const Caller& caller,
                                   const catalogue::RegionCode& region);

/// Throws Refusal(kNotFound).
PackageEntry package(const Environment& environment, const Caller& caller,
                     const catalogue::RegionCode& region, catalogue::PackageId id);

/// Adds it under a new id. Throws Refusal(kInvalid) with a message per wrong field:
/// no name, too few or too many members, one twice, archived or not of the region,
/// a lead that is no organisation of the region.
PackageEntry add_package(const Environment& environment, const Caller& caller,
                         catalogue::Package package);

struct IntersectionPackage {
  std::string name;
  std::string summary;
  catalogue::OrganisationId lead;
  std::vector<catalogue::InnovationId> without;  ///< of those in the intersection

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("summary", self.summary);
    visit("lead", self.lead);
    visit("without", self.without);
  }
};

/// Adds a package of the entries between two dimensions (irisan): those that touch both
/// (mapping/intersections.hpp), by name. Throws as add_package() does, Refusal(kInvalid)
/// for one dimension twice, and for `without` what is not among them.
PackageEntry package_intersection(const Environment& environment, const Caller& caller,
                                  const catalogue::RegionCode& region, const std::string& first,
                                  const std::string& second, const IntersectionPackage& asked);

/// Changes the fields that `patch` names (RFC 7396: name, summary, lead, members).
/// `expected_revision`: the one that the change was made from; Refusal(kStale)
/// when it has been changed since.
PackageEntry change_package(const Environment& environment, const Caller& caller,
                            const catalogue::RegionCode& region, catalogue::PackageId id,
                            const boost::json::object& patch,
                            std::optional<std::int64_t> expected_revision);

/// Its members stand for themselves again.
void dissolve_package(const Environment& environment, const Caller& caller,
                      const catalogue::RegionCode& region, catalogue::PackageId id,
                      std::optional<std::int64_t> expected_revision);

}  // namespace pilah::registry
