#include "pilah/registry/intake/vouched_fields.hpp"

#include <algorithm>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {
namespace {

using catalogue::Evidence;
using catalogue::Indicator;
using catalogue::Innovation;

[[noreturn]] void refuse(const char* kind, const std::string& pointer) {
  throw catalogue::Refusal(catalogue::RefusalKind::kInvalid, catalogue::Message{kind, {}, pointer});
}

bool same_file(Evidence a, const Evidence& b) {
  a.field = b.field;
  return a == b;
}

bool was_found(const Innovation& before, const Indicator& indicator) {
  return std::any_of(before.indicators.begin(), before.indicators.end(), [&](const auto& each) {
    return each.definition == indicator.definition && each.verified == indicator.verified;
  });
}

}  // namespace

void require_vouched(const Innovation& before, const Innovation& after) {
  if (!std::is_permutation(before.evidence.begin(), before.evidence.end(), after.evidence.begin(),
                           after.evidence.end(), same_file)) {
    refuse("evidence.not_by_document", "/evidence");
  }
  for (std::size_t i = 0; i < after.indicators.size(); ++i) {
    const Indicator& indicator = after.indicators[i];
    if (indicator.verified.empty() || was_found(before, indicator)) continue;
    refuse("evidence.verified_not_by_document", "/indicators/" + std::to_string(i) + "/verified");
  }
}

}  // namespace pilah::registry
