#include "pilah/registry/intake/likely_duplicates.hpp"

#include <algorithm>

#include <sodium/crypto_shorthash.h>

#include "pilah/store/store.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::RegionCode;

namespace {

constexpr int kMostEntriesRead = 20'000;

/// `region`: its code; empty: wherever.
std::uint64_t fingerprint(const std::string& region, std::string_view name) {
  static constexpr unsigned char kKey[crypto_shorthash_KEYBYTES] = {};
  std::string text = text::fold(name);
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  text += '\n' + region;
  std::uint64_t print = 0;
  crypto_shorthash(reinterpret_cast<unsigned char*>(&print),
                   reinterpret_cast<const unsigned char*>(text.data()), text.size(), kKey);
  return print;
}

}  // namespace

LikelyDuplicates::LikelyDuplicates(const Environment& environment, const Caller& caller)
    : environment_(environment), caller_(caller), reader_(environment.lexicon.stemming()) {}

std::uint32_t LikelyDuplicates::owner_number(const std::string& owner) {
  if (owner.empty()) return 0;
  const auto [entry, added] =
      owner_numbers_.emplace(owner, static_cast<std::uint32_t>(owners_.size()));
  if (added) owners_.push_back(owner);
  return entry->second;
}

void LikelyDuplicates::stop_comparing() {
  comparing_ = false;
  regions_.clear();
  compared_.clear();
}

void LikelyDuplicates::add(const RegionCode& region, const text::NamedEntry& named,
                           const Entry& entry) {
  const auto print = fingerprint(region.text(), named.name);
  if (by_name_.count(print) < 2) by_name_.emplace(print, entry);
  if (!comparing_) return;
  if (compared_.size() == kComparedEntries) return stop_comparing();
  auto& builder = regions_[region].builder;
  if (!builder) builder.emplace(reader_);
  builder->add(named);
  compared_.emplace(entry.id, std::pair(entry, std::string(named.name)));
}

void LikelyDuplicates::add_elsewhere(const text::NamedEntry& named, const Entry& entry) {
  const auto print = fingerprint({}, named.name);
  if (by_name_elsewhere_.count(print) == 0) by_name_elsewhere_.emplace(print, entry);
  if (!comparing_ || compared_elsewhere_.size() == kComparedEntries) return;
  auto& builder = elsewhere_.builder;
  if (!builder) builder.emplace(reader_);
  builder->add(named);
  compared_elsewhere_.emplace(entry.id, std::pair(entry, std::string(named.name)));
}

void LikelyDuplicates::hear(const StagedRow& row, const std::string& owner) {
  codes_.insert(row.region);
  std::optional<catalogue::OrganisationId> owner_id;
  if (row.owner) owner_id = row.owner->id;
  add(row.region, {row.id, owner_id, row.cells[Field::kName], row.cells[Field::kSummary]},
      {row.id, row.row, owner_number(owner), row.region});
}

template <class Take>
void LikelyDuplicates::each_entry(store::Reader& reader, const RegionCode& region,
                                  const Sight& sight, int& left, Take take) {
  if (left <= 0) return;
  std::unordered_map<catalogue::OrganisationId, std::uint32_t> owners;
  for (const auto& stored : reader.all<catalogue::Organisation>(region)) {
    owners[stored.record.id] = owner_number(stored.record.name);
  }
  reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
    const Innovation& entry = stored.record;
    if (entry.status == catalogue::Status::kArchived || !sees(sight, entry)) return true;
    const auto owner = entry.owner ? owners.find(*entry.owner) : owners.end();
    take(text::NamedEntry{entry.id, entry.owner, entry.name, entry.summary},
         Entry{entry.id, 0, owner == owners.end() ? 0 : owner->second, region});
    return --left > 0;
  });
}

void LikelyDuplicates::look_up_catalogue() {
  environment_.store.read([&](store::Reader& reader) {
    int left = kMostEntriesRead;
    for (const auto& region : codes_) {
      if (!reader.region(region)) continue;
      each_entry(reader, region, {true, {}, {}}, left,
                 [&](const auto& named, const Entry& entry) { add(region, named, entry); });
    }
    left = kEntriesReadElsewhere;
    for (const auto& region : reader.regions()) {
      if (codes_.contains(region.code)) continue;
      each_entry(reader, region.code, sight_of(reader, caller_, region.code), left,
                 [&](const auto& named, const Entry& entry) { add_elsewhere(named, entry); });
    }
  });
  for (auto& [code, region] : regions_) region.index = std::move(*region.builder).build();
  if (elsewhere_.builder) elsewhere_.index = std::move(*elsewhere_.builder).build();
}

std::optional<Message> LikelyDuplicates::find(const PreparedRow& row, InnovationId id,
                                              RowFate fate) const {
  const bool ownerless_draft = fate == RowFate::kUpdated && !row.innovation.owner;
  if (fate != RowFate::kAdded && !ownerless_draft) return std::nullopt;
  auto found = comparing_ ? find_alike(row, id) : find_same_name(row, id);
  return found ? found : find_elsewhere(row, id);
}

std::optional<Message> LikelyDuplicates::find_alike(const PreparedRow& row, InnovationId id) const {
  const auto region = regions_.find(row.staged.region);
  return region == regions_.end() ? std::nullopt : find_in(region->second, compared_, row, id);
}

std::optional<Message> LikelyDuplicates::find_in(const Region& region, const Known& known,
                                                 const PreparedRow& row, InnovationId id) const {
  if (!region.index) return std::nullopt;
  const Innovation& entry = row.innovation;
  // Two of the answers may be the row itself: as staged, and as it is in the catalogue.
  for (const auto& alike : region.index->find(reader_, {id, entry.owner, entry.name, entry.summary},
                                              text::kLikelyDuplicate, 3)) {
    const InnovationId other = alike.first == id ? alike.second : alike.first;
    if (other == row.staged.id) continue;
    const auto found = known.find(other);
    if (found == known.end()) continue;
    return message_on(row, found->second.first, found->second.second);
  }
  return std::nullopt;
}

/// In the other regions of the list, then in those of the host.
std::optional<Message> LikelyDuplicates::find_elsewhere(const PreparedRow& row,
                                                        InnovationId id) const {
  for (const auto& [code, region] : regions_) {
    if (code == row.staged.region) continue;
    if (auto found = find_in(region, compared_, row, id)) return found;
  }
  if (auto found = find_in(elsewhere_, compared_elsewhere_, row, id)) return found;
  const auto same = by_name_elsewhere_.find(fingerprint({}, row.innovation.name));
  if (same == by_name_elsewhere_.end()) return std::nullopt;
  return message_on(row, same->second, row.innovation.name);
}

std::optional<Message> LikelyDuplicates::find_same_name(const PreparedRow& row,
                                                        InnovationId id) const {
  const auto [first, last] =
      by_name_.equal_range(fingerprint(row.staged.region.text(), row.innovation.name));
  const auto other = std::find_if(first, last, [&](const auto& entry) {
    return entry.second.id != id && entry.second.row != row.staged.row;
  });
  if (other == last) return std::nullopt;
  return message_on(row, other->second, row.innovation.name);
}

Message LikelyDuplicates::message_on(const PreparedRow& row, const Entry& other,
                                     const std::string& name) const {
  const bool elsewhere = other.region != row.staged.region;
  const char* kind = elsewhere        ? "intake.likely_duplicate_elsewhere"
                     : other.row != 0 ? "intake.likely_duplicate_row"
                                      : "intake.likely_duplicate_entry";
  Message message{kind,
                  {{"name", row.innovation.name},
                   {"other", name},
                   {"owner", other.owner == 0 ? std::string("-") : owners_[other.owner]}},
                  ""};
  if (elsewhere) message.arguments.emplace_back("region", other.region.text());
  if (other.row != 0) {
    message.arguments.emplace_back("other_row", std::to_string(other.row));
  } else {
    message.arguments.emplace_back("id", other.id.text());
  }
  return message;
}

}  // namespace pilah::registry
