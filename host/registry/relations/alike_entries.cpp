#include "pilah/registry/relations/alike_entries.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/relations/reason_words.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/registry/search/scopes.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "pilah/text/common_words.hpp"
#include "pilah/text/comparable_entry.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kCompared = 48;
constexpr std::size_t kMostWordsTold = 8;

void require_bounds(const PartialEntry& entry, const AlikeOptions& options) {
  for (const auto& [text, pointer] :
       {std::pair<const std::string&, const char*>(entry.name, "/name"),
        {entry.summary, "/summary"}}) {
    if (text.size() <= kLongestPartialText) continue;
    throw Refusal(RefusalKind::kInvalid, Message{"duplicates.text_too_long",
                                                 {{"found", std::to_string(text.size())},
                                                  {"largest", std::to_string(kLongestPartialText)}},
                                                 pointer});
  }
  if (options.limit >= 1 && options.limit <= kMostAlike) return;
  throw Refusal(RefusalKind::kInvalid, Message{"registry.bad_limit",
                                               {{"found", std::to_string(options.limit)},
                                                {"largest", std::to_string(kMostAlike)}},
                                               "/limit"});
}

/// Holds entries against the one that is typed. For one thread.
class Comparison {
 public:
  Comparison(const Environment& environment, const PartialEntry& entry)
      : reader_(environment.lexicon.stemming()),
        stemmer_(environment.lexicon.stemming()),
        entry_(entry),
        // Its own id has no part in how alike two entries are.
        comparable_(text::read_entry(reader_, {{}, entry.owner, entry.name, entry.summary})) {}

  AlikeEntry compare(const Innovation& other) const {
    const auto judged = text::judge(
        comparable_, text::read_entry(reader_, {other.id, other.owner, other.name, other.summary}));
    AlikeEntry alike;
    alike.region = other.region;
    alike.id = other.id;
    alike.name = other.name;
    alike.status = other.status;
    alike.score = judged.score;
    alike.reasons = words_of(judged.reasons);
    return alike;
  }

  std::vector<std::string> words_in_common(const Innovation& other) const {
    const auto stems = text::telling_stems(stemmer_, other.name + " " + other.summary);
    return text::words_with_stem(stemmer_, entry_.name + " " + entry_.summary, stems,
                                 kMostWordsTold);
  }

 private:
  const text::NameReader reader_;
  const text::Stemmer stemmer_;
  const PartialEntry& entry_;
  const text::ComparableEntry comparable_;
};

/// What was changed since the index has seen it may have become invisible.
bool may_show(store::Reader& reader, const Caller& caller, const Innovation& entry) {
  return entry.status != catalogue::Status::kArchived &&
         sees(sight_of(reader, caller, entry.region), entry);
}

bool comes_before(const AlikeEntry& one, const AlikeEntry& other) {
  if (one.score != other.score) return one.score > other.score;
  return one.id < other.id;
}

}  // namespace

std::vector<AlikeEntry> alike_entries(const Environment& environment, const Caller& caller,
                                      const RegionCode& region, const PartialEntry& entry,
                                      const AlikeOptions& options) {
  require_bounds(entry, options);
  search::LikeQuery query;
  query.scopes = scopes_around(environment, caller, region, options.other_regions);
  query.name = entry.name;
  query.text = entry.summary;
  query.limit = kCompared;
  const auto hits = environment.index->index().like(query);
  const Comparison comparison(environment, entry);
  std::vector<AlikeEntry> alike;
  environment.store.read([&](store::Reader& reader) {
    alike.clear();
    std::map<InnovationId, Innovation> found;
    for (const auto& hit : hits) {
      auto stored = reader.find<Innovation>(hit.region, hit.id);
      if (!stored || hit.id == entry.id || !may_show(reader, caller, stored->record)) continue;
      auto compared = comparison.compare(stored->record);
      if (compared.score < options.least) continue;
      alike.push_back(std::move(compared));
      found.emplace(hit.id, std::move(stored->record));
    }
    std::sort(alike.begin(), alike.end(), comes_before);
    if (alike.size() > options.limit) alike.resize(options.limit);
    for (auto& one : alike) {
      const Innovation& other = found.at(one.id);
      one.words = comparison.words_in_common(other);
      if (!other.owner) continue;
      const auto owner = reader.find<catalogue::Organisation>(other.region, *other.owner);
      if (owner) one.owner = owner->record.name;
    }
  });
  return alike;
}

}  // namespace pilah::registry
