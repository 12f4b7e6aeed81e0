#include "pilah/text/comparable_entry.hpp"

#include <algorithm>

#include "pilah/text/similarity.hpp"

namespace pilah::text {
namespace {

constexpr std::int64_t kWhole = 1'000'000;
constexpr std::size_t kSummaryStems = 24;
constexpr std::int64_t kAlikeSummary = 300'000;
constexpr std::int64_t kOtherSummary = 100'000;
constexpr std::int64_t kEqualSummary = 900'000;
constexpr std::int64_t kSomeLikeness = 300'000;  // of names, from which on a summary can add to it
constexpr std::int64_t kAlikeName = 600'000;
constexpr std::int64_t kCopied = 800'000;  // an equal summary under a name that is alike

}  // namespace

ComparableEntry read_entry(const NameReader& reader, const NamedEntry& entry) {
  return {entry.id, entry.owner, reader.read(entry.name, entry.summary),
          reader.stems(entry.summary, kSummaryStems)};
}

LikelyDuplicate judge(const ComparableEntry& first, const ComparableEntry& second) {
  LikelyDuplicate pair{std::min(first.id, second.id), std::max(first.id, second.id), {}, {}};
  const NameSimilarity names = similarity(first.name, second.name);
  std::int64_t score = names.score.value;
  if (names.likeness == NameLikeness::kSame) pair.reasons.push_back(DuplicateReason::kSameName);
  if (names.likeness == NameLikeness::kAbbreviation) {
    pair.reasons.push_back(DuplicateReason::kAbbreviation);
  }
  if (names.likeness == NameLikeness::kSimilar && score >= kWhole / 2) {
    pair.reasons.push_back(DuplicateReason::kSimilarName);
  }
  const bool summaries_tell =
      first.summary.size() >= kTellingSummary && second.summary.size() >= kTellingSummary;
  const std::int64_t alike = summaries_tell ? dice(first.summary, second.summary) : 0;
  if (summaries_tell && alike >= kAlikeSummary) {
    pair.reasons.push_back(DuplicateReason::kSimilarSummary);
    const bool alike_names = names.score.value >= kAlikeName;
    if (score >= kSomeLikeness) score += (kWhole - score) * alike / kWhole / (alike_names ? 2 : 4);
    if (alike_names && alike >= kEqualSummary) score = std::max(score, kCopied);
  } else if (summaries_tell && alike < kOtherSummary) {
    const bool one_word = !first.name.empty() && first.name.parts.front().is_one_word();
    score -= one_word ? 150'000 : 80'000;
  }
  if (first.owner && first.owner == second.owner) {
    pair.reasons.push_back(DuplicateReason::kSameOwner);
    if (score >= kWhole / 2) score += (kWhole - score) / 10;
  }
  pair.score.value = std::clamp<std::int64_t>(score, 0, kWhole);
  return pair;
}

}  // namespace pilah::text
