#include "pilah/text/phrase_table.hpp"

namespace pilah::text {
namespace {

std::uint64_t step_key(std::uint32_t node, std::uint32_t stem) {
  return std::uint64_t{node} << 32 | stem;
}

}  // namespace

PhraseTable::PhraseId PhraseTable::add(const std::vector<std::string>& stems) {
  Node node = 0;
  for (const auto& stem : stems) {
    const auto number = static_cast<std::uint32_t>(stems_.size());
    const std::uint32_t known = stems_.emplace(stem, number).first->second;
    const auto next = static_cast<Node>(ends_.size());
    const auto [entry, added] = steps_.emplace(step_key(node, known), next);
    if (added) ends_.push_back(kNone);
    node = entry->second;
  }
  if (ends_[node] == kNone) ends_[node] = phrases_++;
  return ends_[node];
}

std::optional<PhraseTable::Node> PhraseTable::step(Node node, const std::string& stem) const {
  const auto known = stems_.find(stem);
  if (known == stems_.end()) return std::nullopt;
  const auto next = steps_.find(step_key(node, known->second));
  if (next == steps_.end()) return std::nullopt;
  return next->second;
}

std::optional<PhraseTable::Match> PhraseTable::longest(const std::vector<std::string>& stems,
                                                       std::size_t at) const {
  std::optional<Match> found;
  Node node = 0;
  for (std::size_t i = at; i < stems.size(); ++i) {
    const auto next = step(node, stems[i]);
    if (!next) break;
    node = *next;
    if (ends_[node] != kNone) found = Match{ends_[node], i + 1 - at};
  }
  return found;
}

}  // namespace pilah::text
