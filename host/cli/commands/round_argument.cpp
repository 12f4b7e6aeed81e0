#include "pilah/cli/commands/round_argument.hpp"

#include <optional>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/words.hpp"

namespace pilah::cli {

using catalogue::RoundId;

RoundId round_of_argument(const registry::Environment& environment, const registry::Caller& caller,
                          const catalogue::RegionCode& region, const std::string& text) {
  if (const auto id = RoundId::parse(text)) return *id;
  const std::string wanted = catalogue::plain_words(text);
  std::optional<RoundId> found;
  bool is_several = false;
  for (const auto& entry : registry::rounds(environment, caller, region)) {
    if (catalogue::plain_words(entry.round.name) != wanted) continue;
    is_several = found.has_value();
    found = entry.round.id;
  }
  if (found && !is_several) return *found;
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{
          is_several ? "round.several_named" : "round.none_named", {{"name", text}}, ""});
}

}  // namespace pilah::cli
