// The items of a region's plans by the code or name with which a list links to them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pilah/catalogue/plan.hpp"

namespace pilah::registry {

/// A value; const use from any thread.
class PlanIndex {
 public:
  PlanIndex() = default;
  explicit PlanIndex(const std::vector<catalogue::Plan>& plans);

  /// The item of a plan of that kind whose code or name is `text`, or whose code
  /// begins it ("1.02.02 Program ..."); that of `owner`'s own Renstra first, then
  /// the plan of the latest period and edition. Nothing when none or several fit.
  std::optional<catalogue::PlanItemId> find(catalogue::PlanKind kind,
                                            const std::optional<catalogue::OrganisationId>& owner,
                                            std::string_view text) const;

 private:
  struct Entry {
    catalogue::PlanItemId item;
    catalogue::PlanKind kind;
    std::optional<catalogue::OrganisationId> organisation;
    std::pair<std::int32_t, std::int32_t> age;  ///< last year of the plan, edition
  };
  std::optional<catalogue::PlanItemId> only_one(
      catalogue::PlanKind kind, const std::optional<catalogue::OrganisationId>& owner,
      const std::string& word) const;

  std::unordered_multimap<std::string, Entry> by_word_;
};

/// Resolves the links that name an item by now; answers how many.
std::size_t resolve_links(const PlanIndex& plans,
                          const std::optional<catalogue::OrganisationId>& owner,
                          std::vector<catalogue::PlanLink>& links);

}  // namespace pilah::registry
