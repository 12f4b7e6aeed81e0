#include "pilah/search/indexed_innovation.hpp"

namespace pilah::search {

using catalogue::Innovation;

std::vector<std::string_view> texts_of(const Innovation& innovation, TextLevel level) {
  switch (level) {
    case TextLevel::kName:
      return {innovation.name};
    case TextLevel::kShortName:
      return {innovation.short_name};
    case TextLevel::kSummary:
      return {innovation.summary};
    case TextLevel::kOther:
      break;
  }
  std::vector<std::string_view> texts = {innovation.problem,    innovation.benefit,
                                         innovation.uniqueness, innovation.target_group,
                                         innovation.potential,  innovation.strategy};
  if (innovation.application) texts.emplace_back(innovation.application->name);
  texts.insert(texts.end(), innovation.partners.begin(), innovation.partners.end());
  return texts;
}

std::optional<std::int64_t> number_of(const Innovation& innovation, std::int64_t revision,
                                      Number number) {
  switch (number) {
    case Number::kChanged:
      return revision;
    case Number::kBudget:
      if (const auto total = catalogue::total_budget(innovation)) return total->amount;
      return std::nullopt;
    case Number::kApplied:
      break;
  }
  const auto& date = innovation.applied ? innovation.applied : innovation.started;
  if (!date) return std::nullopt;
  return std::int64_t{date->year} * 10'000 + date->month * 100 + date->day;
}

}  // namespace pilah::search
