#include "pilah/registry/relations/similar.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/search/catalogue_index.hpp"
#include "pilah/registry/search/scopes.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "pilah/text/common_words.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr std::size_t kCompared = 100;
constexpr std::size_t kMostWordsTold = 8;
constexpr std::size_t kMostResults = 5;
constexpr std::size_t kFewestWords = 2;
constexpr std::int64_t kWhole = 1'000'000;

std::string what_it_does(const Innovation& entry) {
  return entry.name + " " + entry.summary + " " + entry.problem + " " + entry.benefit;
}

std::vector<std::string> common_areas(const Innovation& one, const Innovation& other) {
  std::vector<std::string> areas;
  for (const auto& mapping : one.mappings) {
    const bool common =
        mapping.confirmed &&
        std::any_of(other.mappings.begin(), other.mappings.end(), [&](const auto& theirs) {
          return theirs.confirmed && theirs.area == mapping.area;
        });
    if (common) areas.push_back(mapping.area);
  }
  return areas;
}

bool same_primary_area(const Innovation& one, const Innovation& other) {
  const auto* ours = catalogue::primary_mapping(one);
  const auto* theirs = catalogue::primary_mapping(other);
  return ours && theirs && ours->confirmed && theirs->confirmed && ours->area == theirs->area;
}

std::vector<IndicatorResult> results_of(const Innovation& entry) {
  std::vector<IndicatorResult> results;
  for (const auto& indicator : entry.indicators) {
    IndicatorResult result{
        indicator.definition, indicator.unit, indicator.baseline, indicator.target, "", ""};
    if (!indicator.measured.empty()) {
      result.measured = indicator.measured.back().value;
      result.measured_on = indicator.measured.back().date.text();
    }
    results.push_back(std::move(result));
  }
  std::stable_partition(results.begin(), results.end(),
                        [](const IndicatorResult& result) { return !result.measured.empty(); });
  if (results.size() > kMostResults) results.resize(kMostResults);
  return results;
}

/// Holds entries against ours. For one thread.
class Likeness {
 public:
  Likeness(const Environment& environment, const Innovation& ours)
      : stemmer_(environment.lexicon.stemming()),
        ours_(ours),
        stems_(text::telling_stems(stemmer_, what_it_does(ours))) {}

  /// Without what lies outside the entry.
  SimilarInnovation compare(const Innovation& theirs) const {
    SimilarInnovation similar;
    similar.id = theirs.id;
    similar.name = theirs.name;
    similar.summary = theirs.summary;
    similar.benefit = theirs.benefit;
    similar.stage = theirs.stage;
    similar.applied = theirs.applied;
    similar.results = results_of(theirs);
    const auto stems = text::telling_stems(stemmer_, what_it_does(theirs));
    std::vector<std::string> common;
    std::set_intersection(stems_.begin(), stems_.end(), stems.begin(), stems.end(),
                          std::back_inserter(common));
    similar.words = text::words_with_stem(stemmer_, what_it_does(ours_), common, kMostWordsTold);
    similar.areas = common_areas(ours_, theirs);
    const auto all = static_cast<std::int64_t>(stems_.size() + stems.size());
    if (all == 0) return similar;
    auto& score = similar.score.value;
    score = 2 * kWhole * static_cast<std::int64_t>(common.size()) / all;
    if (same_primary_area(ours_, theirs)) score += (kWhole - score) / 4;
    return similar;
  }

 private:
  const text::Stemmer stemmer_;
  const Innovation& ours_;
  const std::vector<std::string> stems_;
};

void add_who_to_ask(store::Reader& reader, const Caller& caller, const Innovation& theirs,
                    SimilarInnovation& similar) {
  if (theirs.owner) {
    const auto owner = reader.find<catalogue::Organisation>(theirs.region, *theirs.owner);
    if (owner) similar.owner = owner->record.name;
  }
  const bool known = theirs.proposer && theirs.proposer->person;
  if (!known || !sight_of(reader, caller, theirs.region).whole_region) return;
  const auto person = reader.find<catalogue::Person>(theirs.region, *theirs.proposer->person);
  if (person) similar.contact = person->record.contact;
}

bool comes_before(const SimilarInnovation& one, const SimilarInnovation& other) {
  if (one.score != other.score) return one.score > other.score;
  return one.id < other.id;
}

}  // namespace

std::vector<SimilarInnovation> similar_elsewhere(const Environment& environment,
                                                 const Caller& caller, InnovationId id,
                                                 std::size_t limit) {
  if (limit < 1 || limit > kMostSimilar) {
    throw Refusal(RefusalKind::kInvalid, Message{"registry.bad_limit",
                                                 {{"found", std::to_string(limit)},
                                                  {"largest", std::to_string(kMostSimilar)}},
                                                 "/limit"});
  }
  Innovation ours;
  environment.store.read(
      [&](store::Reader& reader) { ours = visible_innovation(reader, caller, id).record; });
  search::LikeQuery query;
  query.scopes = scopes_around(environment, caller, ours.region, true);
  query.scopes.erase(query.scopes.begin());
  query.text = what_it_does(ours);
  query.limit = kCompared;
  const auto hits = environment.index->index().like(query);
  const Likeness likeness(environment, ours);
  std::vector<SimilarInnovation> similar;
  environment.store.read([&](store::Reader& reader) {
    similar.clear();
    std::map<InnovationId, Innovation> theirs;
    for (const auto& hit : hits) {
      auto stored = reader.find<Innovation>(hit.region, hit.id);
      if (!stored || stored->record.status == catalogue::Status::kArchived ||
          !sees(sight_of(reader, caller, hit.region), stored->record)) {
        continue;
      }
      auto compared = likeness.compare(stored->record);
      if (compared.words.size() < kFewestWords) continue;
      similar.push_back(std::move(compared));
      theirs.emplace(hit.id, std::move(stored->record));
    }
    std::sort(similar.begin(), similar.end(), comes_before);
    if (similar.size() > limit) similar.resize(limit);
    for (auto& one : similar) {
      const Innovation& entry = theirs.at(one.id);
      if (auto region = reader.region(entry.region)) one.region = *std::move(region);
      add_who_to_ask(reader, caller, entry, one);
    }
  });
  return similar;
}

}  // namespace pilah::registry
