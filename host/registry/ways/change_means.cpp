#include "pilah/registry/ways/change_means.hpp"

#include <algorithm>
#include <set>

namespace pilah::registry {

namespace {

std::optional<std::int64_t> median(const std::vector<Candidate>& candidates,
                                   std::string_view resource) {
  std::vector<std::int64_t> known;
  for (const auto& candidate : candidates) {
    if (const auto amount = candidate.amounts.of(resource)) known.push_back(*amount);
  }
  if (known.empty()) return std::nullopt;
  const auto middle = known.begin() + static_cast<std::ptrdiff_t>((known.size() - 1) / 2);
  std::nth_element(known.begin(), middle, known.end());
  return *middle;
}

bool assumes(const Scenario& scenario, std::string_view resource) {
  const auto* means = scenario.unknown_means(resource);
  return means && means->assume;
}

const catalogue::Organisation* free_agency(const CatalogueView& view,
                                           const std::vector<Candidate>& candidates) {
  std::set<const catalogue::Organisation*> owners;
  for (const auto& candidate : candidates) owners.insert(candidate.owner);
  const catalogue::Organisation* first = nullptr;
  for (const auto& one : view.organisations) {
    if (one.kind != catalogue::OrganisationKind::kOpd || one.valid_to || owners.count(&one) > 0) {
      continue;
    }
    if (!first || one.code < first->code) first = &one;
  }
  return first;
}

}  // namespace

std::optional<catalogue::PlanItemId> ChangeMeans::item_of(
    catalogue::PlanKind kind, const catalogue::Innovation& entry) const {
  std::optional<catalogue::PlanItemId> found;
  int best = -1;
  for (const auto& plan : view.plans) {
    if (plan.kind != kind) continue;
    for (const auto& item : plan.items) {
      const int fits = (plan.organisation == entry.owner ? 2 : 0) +
                       (item.level == catalogue::PlanLevel::kProgramme ? 1 : 0);
      if (fits <= best) continue;
      best = fits;
      found = item.id;
    }
  }
  return found;
}

ChangeMeans means_of(const CatalogueView& view, const Scenario& scenario,
                     const catalogue::Taxonomy& taxonomy, const std::vector<Candidate>& candidates,
                     const std::string& today) {
  ChangeMeans means{view,
                    taxonomy,
                    catalogue::PartialDate::parse(today).value_or(catalogue::PartialDate()),
                    {},
                    {}};
  if (!assumes(scenario, kBudget)) means.usual_cost = median(candidates, kBudget);
  if (!assumes(scenario, kStaff)) means.usual_staff = median(candidates, kStaff);
  if (const auto most = scenario.max_duration_months; most && *most < means.most_months) {
    means.most_months = static_cast<std::int32_t>(*most);
    means.quick_months = std::min(means.quick_months, means.most_months);
  }
  means.states_duration = !assumes(scenario, kDuration);
  means.proves_claims = scenario.values == CountedValues::kVerified;
  means.names_areas = scenario.constrains("area");
  means.free_agency = free_agency(view, candidates);
  return means;
}

}  // namespace pilah::registry
