#include "varied_innovations.hpp"

#include <random>

#include "made_innovations.hpp"

namespace pilah::bench {

using namespace catalogue;

Innovation varied_innovation(std::uint64_t number, const Taxonomy& taxonomy) {
  Innovation made = innovation(number);
  std::minstd_rand random(static_cast<std::uint32_t>(number + 1));
  random.discard(3);
  const auto below = [&random](std::uint32_t bound) { return random() / 64 % bound; };
  const auto status = below(10);
  made.status = status < 6   ? Status::kVerified
                : status < 8 ? Status::kSubmitted
                : status < 9 ? Status::kDraft
                             : Status::kReturned;
  made.entry_kind = static_cast<EntryKind>(below(8) < 5 ? 0 : below(4));
  made.form = static_cast<Form>(below(3));
  made.stage = static_cast<Stage>(below(3));
  made.applied = PartialDate::from(static_cast<int>(2008 + below(18)), 0, 0);
  made.budgets.front().source = static_cast<FundingSource>(below(10) < 6 ? 0 : below(7));
  made.mappings.clear();
  const auto& areas = taxonomy.areas();
  const auto first = below(2) == 0 ? below(4) : below(static_cast<std::uint32_t>(areas.size()));
  for (std::uint32_t i = 0; i <= below(3); ++i) {
    const auto& area = areas[(first + i * 7) % areas.size()];
    made.mappings.push_back(
        {area.key, i == 0, MappedBy::kImporter, below(12) != 0, std::nullopt, ""});
  }
  return made;
}

}  // namespace pilah::bench
