#include "pilah/registry/quick_wins/sets.hpp"

#include <algorithm>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/quick_wins/stored_set.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::PersonId;
using catalogue::QuickWinSet;
using catalogue::QuickWinSetId;
using catalogue::RegionCode;
using catalogue::Signature;

namespace {

/// What is read of all sets at once, for each of them.
class Sets {
 public:
  Sets(store::Reader& reader, const RegionCode& region) : reader_(reader), region_(region) {
    reader.each<QuickWinSet>(region, [&](const StoredSet& stored) {
      sets_.emplace(stored.record.id, stored);
      return true;
    });
    reader.each<Signature>(region, [&](const store::Stored<Signature>& stored) {
      signatures_.insert_or_assign({stored.record.set, stored.record.person}, stored.record);
      return true;
    });
  }

  const std::map<QuickWinSetId, StoredSet>& all() const { return sets_; }

  QuickWinSetEntry told(const StoredSet& stored) {
    QuickWinSetEntry entry;
    entry.set = stored.record;
    entry.revision = stored.revision;
    for (const auto& [id, other] : sets_) {
      if (other.record.amends == stored.record.id) entry.amended_by = id;
    }
    name_candidates(entry);
    name_organisations(entry);
    for (const auto& signatory : entry.set.signatories) {
      const auto person = reader_.find<catalogue::Person>(region_, signatory.person);
      entry.signatories.push_back({person ? person->record.name : std::string(),
                                   signature_of(stored.record, signatory.person)});
    }
    return entry;
  }

 private:
  std::optional<Signature> signature_of(const QuickWinSet& set, const PersonId& person) const {
    const auto given = signatures_.find({set.id, person});
    if (given != signatures_.end()) return given->second;
    if (!set.amends || !set.amendment) return std::nullopt;
    const auto& again = set.amendment->signs_again;
    if (std::find(again.begin(), again.end(), person) != again.end()) return std::nullopt;
    const auto before = sets_.find(*set.amends);
    return before == sets_.end() ? std::nullopt : signature_of(before->second.record, person);
  }

  void name_candidates(QuickWinSetEntry& entry) {
    const auto selection = reader_.find<catalogue::SelectionRecord>(region_, entry.set.selection);
    if (!selection) return;
    entry.selection_name = selection->record.name;
    for (const auto& candidate : selection->record.result.at("candidates").as_array()) {
      entry.candidates.emplace(candidate.at("id").as_string(), candidate.at("name").as_string());
    }
  }

  void name_organisations(QuickWinSetEntry& entry) {
    const auto name = [&](const catalogue::OrganisationId& id) {
      const auto stored = reader_.find<catalogue::Organisation>(region_, id);
      if (stored) entry.organisations.emplace(id, stored->record.name);
    };
    for (const auto& formulation : entry.set.formulations) {
      name(formulation.lead);
      for (const auto& supporter : formulation.supporters) name(supporter);
    }
    for (const auto& signatory : entry.set.signatories) {
      if (signatory.organisation) name(*signatory.organisation);
    }
  }

  store::Reader& reader_;
  const RegionCode& region_;
  std::map<QuickWinSetId, StoredSet> sets_;
  std::map<std::pair<QuickWinSetId, PersonId>, Signature> signatures_;
};

}  // namespace

std::vector<QuickWinSetEntry> quick_win_sets(const Environment& environment, const Caller& caller,
                                             const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<QuickWinSetEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    Sets sets(reader, region);
    for (const auto& [id, stored] : sets.all()) entries.push_back(sets.told(stored));
  });
  std::reverse(entries.begin(), entries.end());  // ids rise with time
  return entries;
}

QuickWinSetEntry quick_win_set(const Environment& environment, const Caller& caller,
                               const RegionCode& region, QuickWinSetId id) {
  require_somewhere(caller, Deed::kReadInternal, region);
  QuickWinSetEntry entry;
  environment.store.read([&](store::Reader& reader) {
    entry = Sets(reader, region).told(stored_set(reader, region, id));
  });
  return entry;
}

}  // namespace pilah::registry
