#include "pilah/registry/intake/plan_index.hpp"

#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::OrganisationId;
using catalogue::PlanItemId;
using catalogue::PlanKind;

namespace {

/// "1.02.02 Program Pemenuhan ..." begins with a code; empty when nothing like one does.
std::string_view leading_code(std::string_view text) {
  const std::string_view word = text.substr(0, text.find_first_of(" :"));
  const bool has_digit = word.find_first_of("0123456789") != std::string_view::npos;
  return has_digit && word.size() < text.size() ? word : std::string_view();
}

}  // namespace

PlanIndex::PlanIndex(const std::vector<catalogue::Plan>& plans) {
  for (const auto& plan : plans) {
    for (const auto& item : plan.items) {
      const Entry entry{item.id, plan.kind, plan.organisation, {plan.last_year, plan.edition}};
      const std::string code = text::fold(item.code);
      const std::string name = text::fold(item.name);
      if (!code.empty()) by_word_.emplace(code, entry);
      if (!name.empty() && name != code) by_word_.emplace(name, entry);
    }
  }
}

std::optional<PlanItemId> PlanIndex::find(PlanKind kind, const std::optional<OrganisationId>& owner,
                                          std::string_view text) const {
  if (by_word_.empty()) return std::nullopt;
  if (const auto item = only_one(kind, owner, text::fold(text))) return item;
  const auto code = leading_code(text);
  return code.empty() ? std::nullopt : only_one(kind, owner, text::fold(code));
}

std::optional<PlanItemId> PlanIndex::only_one(PlanKind kind,
                                              const std::optional<OrganisationId>& owner,
                                              const std::string& word) const {
  const auto [first, last] = by_word_.equal_range(word);
  for (const bool own_only : {true, false}) {
    const Entry* best = nullptr;
    bool several = false;
    for (auto at = first; at != last; ++at) {
      const Entry& entry = at->second;
      if (entry.kind != kind) continue;
      if (own_only && (!owner || entry.organisation != owner)) continue;
      if (best && entry.age < best->age) continue;
      several = best && entry.age == best->age && entry.item != best->item;
      best = &entry;
    }
    if (several) return std::nullopt;
    if (best) return best->item;
  }
  return std::nullopt;
}

std::size_t resolve_links(const PlanIndex& plans, const std::optional<OrganisationId>& owner,
                          std::vector<catalogue::PlanLink>& links) {
  std::size_t resolved = 0;
  for (auto& link : links) {
    if (link.item) continue;
    link.item = plans.find(link.kind, owner, link.text);
    if (link.item) ++resolved;
  }
  return resolved;
}

}  // namespace pilah::registry
