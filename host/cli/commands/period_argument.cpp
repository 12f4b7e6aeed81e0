#include "pilah/cli/commands/period_argument.hpp"

#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/words.hpp"

namespace pilah::cli {

registry::PeriodEntry period_of_argument(const registry::Environment& environment,
                                         const registry::Caller& caller,
                                         const catalogue::RegionCode& region,
                                         const std::string& text) {
  const std::string wanted = catalogue::plain_words(text);
  std::string known;
  for (auto& entry : registry::periods(environment, caller, region)) {
    if (entry.period.id.text() == text || catalogue::plain_words(entry.period.name) == wanted) {
      return std::move(entry);
    }
    known += (known.empty() ? "" : ", ") + entry.period.name;
  }
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"monitoring.none_named", {{"name", text}, {"known", known}}, ""});
}

}  // namespace pilah::cli
