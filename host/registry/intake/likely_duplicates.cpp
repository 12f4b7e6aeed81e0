#include "pilah/registry/intake/likely_duplicates.hpp"

#include <algorithm>

#include <sodium/crypto_shorthash.h>

#include "pilah/text/area_lexicon.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::RegionCode;

namespace {

constexpr int kMostEntriesRead = 20'000;

std::uint64_t fingerprint(const RegionCode& region, std::string_view name) {
  static constexpr unsigned char kKey[crypto_shorthash_KEYBYTES] = {};
  std::string text = text::fold(name);
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  text += '\n' + region.text();
  std::uint64_t print = 0;
  crypto_shorthash(reinterpret_cast<unsigned char*>(&print),
                   reinterpret_cast<const unsigned char*>(text.data()), text.size(), kKey);
  return print;
}

}  // namespace

LikelyDuplicates::LikelyDuplicates(const Environment& environment)
    : environment_(environment), reader_(environment.lexicon.stemming()) {}

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

void LikelyDuplicates::add(const RegionCode& region, const text::NamedEntry& named, Entry entry) {
  const auto print = fingerprint(region, named.name);
  if (by_name_.count(print) < 2) by_name_.emplace(print, entry);
  if (!comparing_) return;
  if (compared_.size() == kComparedEntries) return stop_comparing();
  auto& builder = regions_[region].builder;
  if (!builder) builder.emplace(reader_);
  builder->add(named);
  compared_.emplace(entry.id, std::pair(entry, std::string(named.name)));
}

void LikelyDuplicates::hear(const StagedRow& row, const std::string& owner) {
  codes_.insert(row.region);
  std::optional<catalogue::OrganisationId> owner_id;
  if (row.owner) owner_id = row.owner->id;
  add(row.region, {row.id, owner_id, row.cells[Field::kName], row.cells[Field::kSummary]},
      {row.id, row.row, owner_number(owner)});
}

void LikelyDuplicates::look_up_catalogue() {
  environment_.store.read([&](store::Reader& reader) {
    int left = kMostEntriesRead;
    for (const auto& region : codes_) {
      if (left <= 0 || !reader.region(region)) continue;
      std::unordered_map<catalogue::OrganisationId, std::uint32_t> owners;
      for (const auto& stored : reader.all<catalogue::Organisation>(region)) {
        owners[stored.record.id] = owner_number(stored.record.name);
      }
      reader.each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
        const Innovation& entry = stored.record;
        if (entry.status == catalogue::Status::kArchived) return true;
        const auto owner = entry.owner ? owners.find(*entry.owner) : owners.end();
        add(region, {entry.id, entry.owner, entry.name, entry.summary},
            {entry.id, 0, owner == owners.end() ? 0 : owner->second});
        return --left > 0;
      });
    }
  });
  for (auto& [code, region] : regions_) region.index = std::move(*region.builder).build();
}

std::optional<Message> LikelyDuplicates::find(const PreparedRow& row, InnovationId id,
                                              RowFate fate) const {
  const bool ownerless_draft = fate == RowFate::kUpdated && !row.innovation.owner;
  if (fate != RowFate::kAdded && !ownerless_draft) return std::nullopt;
  return comparing_ ? find_alike(row, id) : find_same_name(row, id);
}

std::optional<Message> LikelyDuplicates::find_alike(const PreparedRow& row, InnovationId id) const {
  const auto region = regions_.find(row.staged.region);
  if (region == regions_.end() || !region->second.index) return std::nullopt;
  const Innovation& entry = row.innovation;
  // Two of the answers may be the row itself: as staged, and as it is in the catalogue.
  for (const auto& alike : region->second.index->find(
           reader_, {id, entry.owner, entry.name, entry.summary}, text::kLikelyDuplicate, 3)) {
    const InnovationId other = alike.first == id ? alike.second : alike.first;
    if (other == row.staged.id) continue;
    const auto known = compared_.find(other);
    if (known == compared_.end()) continue;
    return message_on(row, known->second.first, known->second.second);
  }
  return std::nullopt;
}

std::optional<Message> LikelyDuplicates::find_same_name(const PreparedRow& row,
                                                        InnovationId id) const {
  const auto [first, last] =
      by_name_.equal_range(fingerprint(row.staged.region, row.innovation.name));
  const auto other = std::find_if(first, last, [&](const auto& entry) {
    return entry.second.id != id && entry.second.row != row.staged.row;
  });
  if (other == last) return std::nullopt;
  return message_on(row, other->second, row.innovation.name);
}

Message LikelyDuplicates::message_on(const PreparedRow& row, const Entry& other,
                                     const std::string& name) const {
  Message message{other.row != 0 ? "intake.likely_duplicate_row" : "intake.likely_duplicate_entry",
                  {{"name", row.innovation.name},
                   {"other", name},
                   {"owner", other.owner == 0 ? std::string("-") : owners_[other.owner]}},
                  ""};
  if (other.row != 0) {
    message.arguments.emplace_back("other_row", std::to_string(other.row));
  } else {
    message.arguments.emplace_back("id", other.id.text());
  }
  return message;
}

}  // namespace pilah::registry
