#include "pilah/text/duplicates.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "pilah/text/hash.hpp"
#include "pilah/text/similarity.hpp"

namespace pilah::text {
namespace {

constexpr std::size_t kSketch = 8;       // trigrams per reading that are indexed
constexpr std::size_t kTooCommon = 256;  // entries that share a key, beyond which it tells nothing
constexpr std::size_t kSameNameNear = 32;
constexpr std::size_t kMostCompared = 32;
constexpr std::size_t kMostOfEach = 10;

/// The keys by which entries with a similar name find one another.
void append_name_keys(const NamePart& part, std::vector<std::uint32_t>& keys) {
  constexpr std::uint32_t kStemKey = 0x5EED0001U;
  constexpr std::uint32_t kTrigramKey = 0x5EED0002U;
  const NameToken* before = nullptr;
  for (const auto& token : part.tokens) {
    if (token.light) continue;
    keys.push_back(hash_of(kStemKey, token.stem));
    if (before != nullptr) keys.push_back(hash_of(before->stem, token.stem));
    before = &token;
  }
  std::vector<std::uint32_t> sketch = trigrams(part.content);
  for (auto& trigram : sketch) trigram = hash_of(kTrigramKey, trigram);
  std::sort(sketch.begin(), sketch.end());
  sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
  if (sketch.size() > kSketch) sketch.resize(kSketch);
  keys.insert(keys.end(), sketch.begin(), sketch.end());
}

std::vector<std::uint32_t> shared_keys(const ComparableName& name,
                                       const std::vector<std::uint32_t>& summary) {
  constexpr std::uint32_t kSummaryKey = 0x5EED0003U;
  std::vector<std::uint32_t> keys;
  for (const auto& part : name.parts) append_name_keys(part, keys);
  if (summary.size() >= kTellingSummary) {
    std::uint32_t key = kSummaryKey;
    for (const auto stem : summary) key = hash_of(key, stem);
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

template <class Postings>
auto range_of(const Postings& postings, std::uint32_t key) {
  const auto less = [](const auto& posting, std::uint32_t wanted) { return posting.key < wanted; };
  const auto more = [](std::uint32_t wanted, const auto& posting) { return wanted < posting.key; };
  const auto first = std::lower_bound(postings.begin(), postings.end(), key, less);
  return std::pair(first, std::upper_bound(first, postings.end(), key, more));
}

bool better(const LikelyDuplicate& a, const LikelyDuplicate& b) {
  if (a.score != b.score) return a.score > b.score;
  return std::tie(a.first, a.second) < std::tie(b.first, b.second);
}

}  // namespace

void DuplicateIndex::add_sharing(const ComparableEntry& entry,
                                 std::vector<std::uint32_t>& candidates) const {
  std::vector<std::uint32_t> sharing;
  for (const std::uint32_t key : shared_keys(entry.name, entry.summary)) {
    const auto [first, last] = range_of(shared_, key);
    if (static_cast<std::size_t>(last - first) > kTooCommon) continue;
    for (auto posting = first; posting != last; ++posting) sharing.push_back(posting->entry);
  }
  std::sort(sharing.begin(), sharing.end());
  std::vector<std::pair<std::size_t, std::uint32_t>>
      counted;  // how much is shared, negated by sort
  for (std::size_t i = 0; i < sharing.size();) {
    std::size_t end = i;
    while (end < sharing.size() && sharing[end] == sharing[i]) ++end;
    counted.emplace_back(end - i, sharing[i]);
    i = end;
  }
  const auto most_shared = [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  };
  const std::size_t kept = std::min(kMostCompared, counted.size());
  std::partial_sort(counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(kept),
                    counted.end(), most_shared);
  for (std::size_t i = 0; i < kept; ++i) candidates.push_back(counted[i].second);
}

/// The nearest by id on both sides of the entry's own place.
void DuplicateIndex::add_same_name(const ComparableEntry& entry,
                                   std::vector<std::uint32_t>& candidates) const {
  const auto place = static_cast<std::uint32_t>(
      std::lower_bound(entries_.begin(), entries_.end(), entry.id,
                       [](const ComparableEntry& a, const auto& id) { return a.id < id; }) -
      entries_.begin());
  for (const auto& part : entry.name.parts) {
    const std::uint32_t key = hash_of(part.content);
    const auto middle = std::lower_bound(names_.begin(), names_.end(), Posting{key, place});
    auto before = middle;
    for (std::size_t i = 0; i < kSameNameNear / 2 && before != names_.begin(); ++i) {
      --before;
      if (before->key != key) break;
      candidates.push_back(before->entry);
    }
    auto after = middle;
    for (std::size_t i = 0; i < kSameNameNear / 2 && after != names_.end() && after->key == key;
         ++i, ++after) {
      candidates.push_back(after->entry);
    }
  }
}

/// Readings of one word that may be short for `part`.
void DuplicateIndex::add_short_forms(const NamePart& part,
                                     std::vector<std::uint32_t>& candidates) const {
  if (part.tokens.size() < 2 || part.tokens.size() > kMostSpeltOut) return;
  walk_short_forms(part, 0, {0, short_forms_.size(), 0}, candidates);
}

/// Follows the sorted short forms letter by letter, as far as the beginnings of
/// the words of `part` from `token` on lead.
void DuplicateIndex::walk_short_forms(const NamePart& part, std::size_t token, Prefix prefix,
                                      std::vector<std::uint32_t>& candidates) const {
  if (token == part.tokens.size()) {
    for (std::size_t i = prefix.begin; i < prefix.end; ++i) {
      if (short_forms_[i].letters.size() != prefix.size) break;  // shorter ones sort first
      if (abbreviates(short_forms_[i].letters, part)) candidates.push_back(short_forms_[i].entry);
    }
    return;
  }
  if (part.tokens[token].light) walk_short_forms(part, token + 1, prefix, candidates);
  for (const char letter : part.word(part.tokens[token]).substr(0, kMaxBeginning)) {
    prefix = narrowed(prefix, letter);
    if (prefix.begin == prefix.end) return;
    walk_short_forms(part, token + 1, prefix, candidates);
  }
}

DuplicateIndex::Prefix DuplicateIndex::narrowed(Prefix prefix, char letter) const {
  const auto first = short_forms_.begin() + static_cast<std::ptrdiff_t>(prefix.begin);
  const auto last = short_forms_.begin() + static_cast<std::ptrdiff_t>(prefix.end);
  const auto at = [size = prefix.size](const ShortForm& form) {
    return form.letters.size() > size ? int{static_cast<unsigned char>(form.letters[size])} : -1;
  };
  const int wanted = static_cast<unsigned char>(letter);
  const auto low =
      std::partition_point(first, last, [&](const ShortForm& form) { return at(form) < wanted; });
  const auto high =
      std::partition_point(low, last, [&](const ShortForm& form) { return at(form) == wanted; });
  return {static_cast<std::size_t>(low - short_forms_.begin()),
          static_cast<std::size_t>(high - short_forms_.begin()), prefix.size + 1};
}

void DuplicateIndex::add_spelt_out(const NamePart& part,
                                   std::vector<std::uint32_t>& candidates) const {
  if (!part.is_one_word()) return;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    for (const auto& other : entries_[i].name.parts) {
      if (abbreviates(part.letters, other)) candidates.push_back(i);
    }
  }
}

std::vector<std::uint32_t> DuplicateIndex::candidates(const ComparableEntry& entry,
                                                      bool spelt_out_too) const {
  std::vector<std::uint32_t> candidates;
  add_sharing(entry, candidates);
  add_same_name(entry, candidates);
  for (const auto& part : entry.name.parts) {
    add_short_forms(part, candidates);
    if (spelt_out_too) add_spelt_out(part, candidates);
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return candidates;
}

std::vector<LikelyDuplicate> DuplicateIndex::best(const ComparableEntry& entry, bool spelt_out_too,
                                                  catalogue::Millionths least,
                                                  std::size_t limit) const {
  std::vector<LikelyDuplicate> found;
  if (entry.name.empty()) return found;
  for (const std::uint32_t candidate : candidates(entry, spelt_out_too)) {
    if (entries_[candidate].id == entry.id) continue;
    LikelyDuplicate pair = judge(entry, entries_[candidate]);
    if (pair.score >= least) found.push_back(std::move(pair));
  }
  std::sort(found.begin(), found.end(), better);
  if (found.size() > limit) found.resize(limit);
  return found;
}

std::vector<LikelyDuplicate> DuplicateIndex::find(const NameReader& reader, const NamedEntry& entry,
                                                  catalogue::Millionths least,
                                                  std::size_t limit) const {
  return best(read_entry(reader, entry), true, least, limit);
}

std::vector<LikelyDuplicate> DuplicateIndex::pairs(catalogue::Millionths least) const {
  std::vector<LikelyDuplicate> all;
  for (const auto& entry : entries_) {
    // A short form is found from the side of the name that it stands for.
    for (auto& pair : best(entry, false, least, kMostOfEach)) all.push_back(std::move(pair));
  }
  std::sort(all.begin(), all.end(), better);
  const auto same = [](const LikelyDuplicate& a, const LikelyDuplicate& b) {
    return a.first == b.first && a.second == b.second;
  };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

DuplicateIndex DuplicateIndex::Builder::build() && {
  DuplicateIndex index;
  const auto by_id = [](const ComparableEntry& a, const ComparableEntry& b) { return a.id < b.id; };
  std::stable_sort(entries_.begin(), entries_.end(), by_id);
  entries_.erase(
      std::unique(entries_.begin(), entries_.end(),
                  [](const ComparableEntry& a, const ComparableEntry& b) { return a.id == b.id; }),
      entries_.end());
  index.entries_ = std::move(entries_);
  for (std::uint32_t i = 0; i < index.entries_.size(); ++i) {
    const ComparableEntry& entry = index.entries_[i];
    for (const auto key : shared_keys(entry.name, entry.summary)) index.shared_.push_back({key, i});
    for (const auto& part : entry.name.parts) {
      index.names_.push_back({hash_of(part.content), i});
      if (part.is_one_word()) index.short_forms_.push_back({part.letters, i});
    }
  }
  std::sort(index.shared_.begin(), index.shared_.end());
  std::sort(index.names_.begin(), index.names_.end());
  std::sort(index.short_forms_.begin(), index.short_forms_.end());
  return index;
}

}  // namespace pilah::text
