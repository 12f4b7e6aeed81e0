#include "pilah/registry/relations/duplicate_pairs.hpp"

#include <unordered_map>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/relations/reason_words.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "pilah/text/common_words.hpp"
#include "pilah/text/duplicates.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kMostWordsTold = 8;

/// Every entry that is compared, and where it lies.
struct Compared {
  text::DuplicateIndex index;
  std::unordered_map<InnovationId, RegionCode> regions;
};

Compared compared(store::Reader& reader, const Environment& environment, const Caller& caller,
                  const std::vector<RegionCode>& codes) {
  const text::NameReader names(environment.lexicon.stemming());
  text::DuplicateIndex::Builder builder(names);
  Compared all;
  for (const auto& code : codes) {
    const Sight sight = sight_of(reader, caller, code);
    reader.each<Innovation>(code, [&](const store::Stored<Innovation>& stored) {
      const Innovation& entry = stored.record;
      if (entry.status == catalogue::Status::kArchived || !sees(sight, entry)) return true;
      if (all.regions.size() == kMostPaired) {
        throw Refusal(
            RefusalKind::kConflict,
            Message{"duplicates.too_many_entries", {{"most", std::to_string(kMostPaired)}}, ""});
      }
      builder.add({entry.id, entry.owner, entry.name, entry.summary});
      all.regions.emplace(entry.id, code);
      return true;
    });
  }
  all.index = std::move(builder).build();
  return all;
}

/// Tells of pairs what the index does not keep.
class PairsTold {
 public:
  PairsTold(store::Reader& reader, const Environment& environment)
      : reader_(reader), stemmer_(environment.lexicon.stemming()) {}

  DuplicatePair tell(const text::LikelyDuplicate& pair, const RegionCode& region,
                     const RegionCode& other_region, InnovationId id, InnovationId other) {
    const auto first = reader_.find<Innovation>(region, id)->record;
    const auto second = reader_.find<Innovation>(other_region, other)->record;
    const auto stems = text::telling_stems(stemmer_, second.name + " " + second.summary);
    return {
        side_of(first), side_of(second), pair.score, words_of(pair.reasons),
        text::words_with_stem(stemmer_, first.name + " " + first.summary, stems, kMostWordsTold)};
  }

 private:
  DuplicateSide side_of(const Innovation& entry) {
    DuplicateSide side{entry.region, entry.id, entry.name, ""};
    if (!entry.owner) return side;
    const auto owner = reader_.find<catalogue::Organisation>(entry.region, *entry.owner);
    if (owner) side.owner = owner->record.name;
    return side;
  }

  store::Reader& reader_;
  const text::Stemmer stemmer_;
};

}  // namespace

DuplicatePairs duplicate_pairs(const Environment& environment, const Caller& caller,
                               const RegionCode& region, const DuplicateOptions& options) {
  if (options.limit < 1 || options.limit > kMostPairs) {
    throw Refusal(RefusalKind::kInvalid, Message{"registry.bad_limit",
                                                 {{"found", std::to_string(options.limit)},
                                                  {"largest", std::to_string(kMostPairs)}},
                                                 "/limit"});
  }
  DuplicatePairs found;
  environment.store.read([&](store::Reader& reader) {
    found = {};
    std::vector<RegionCode> codes{region};
    for (const auto& [code, revision] : reader.revisions()) {
      if (options.other_regions && code != region) codes.push_back(code);
    }
    const auto all = compared(reader, environment, caller, codes);
    found.compared = all.regions.size();
    PairsTold told(reader, environment);
    for (const auto& pair : all.index.pairs(options.least)) {
      InnovationId id = pair.first;
      InnovationId other = pair.second;
      if (all.regions.at(id) != region) std::swap(id, other);
      if (all.regions.at(id) != region) continue;  // both lie elsewhere
      ++found.total;
      if (found.pairs.size() == options.limit) continue;
      found.pairs.push_back(told.tell(pair, region, all.regions.at(other), id, other));
    }
  });
  return found;
}

}  // namespace pilah::registry
