#include "pilah/registry/quick_wins/costs.hpp"

#include <cstdint>
#include <set>
#include <utility>

#include "pilah/catalogue/quantity.hpp"

namespace pilah::registry {
namespace {

constexpr std::int32_t kFirstYear = 2000;
constexpr std::int32_t kLastYear = 2100;

}  // namespace

void check_costs(const std::vector<catalogue::Budget>& costs, const std::string& pointer,
                 catalogue::Messages& wrong) {
  if (costs.size() > kMostCosts) {
    wrong.push_back({"quick_win.too_many", {{"most", std::to_string(kMostCosts)}}, pointer});
    return;
  }
  std::set<std::pair<std::int32_t, std::optional<catalogue::FundingSource>>> named;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    const auto& cost = costs[i];
    const std::string place = pointer + "/" + std::to_string(i);
    if (cost.year < kFirstYear || cost.year > kLastYear) {
      wrong.push_back(
          {"quick_win.no_year", {{"year", std::to_string(cost.year)}}, place + "/year"});
    }
    if (cost.amount && (cost.amount->amount < 0 || cost.amount->amount > catalogue::kMaxRupiah)) {
      wrong.push_back({"quick_win.no_amount", {}, place + "/amount"});
    }
    if (!named.insert({cost.year, cost.source}).second) {
      wrong.push_back({"quick_win.cost_twice", {{"year", std::to_string(cost.year)}}, place});
    }
  }
}

}  // namespace pilah::registry
