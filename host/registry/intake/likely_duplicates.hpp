// Entries that look like others of their region: told, never joined by themselves.
//
// A list of ordinary length is compared by names and summaries
// (pilah::text::DuplicateIndex); beyond kComparedEntries only names that are the
// same but for blanks and punctuation are found ("SI-LAK" and "Silak"), so that
// no list is slowed down by it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/intake/row_decision.hpp"
#include "pilah/text/duplicates.hpp"

namespace pilah::registry {

/// First hears every row of a list, then looks at what the catalogue has, then
/// answers. One thread at a time.
class LikelyDuplicates {
 public:
  static constexpr std::size_t kComparedEntries = 5'000;

  explicit LikelyDuplicates(const Environment& environment);

  /// `owner`: the name of the row's owner; empty: none.
  void hear(const StagedRow& row, const std::string& owner);
  /// Reads the entries that the regions of the rows have already, up to a bound
  /// that keeps an import into a large region fast.
  void look_up_catalogue();

  /// What a new row, or a draft without an owner, looks like; nothing for any other.
  std::optional<catalogue::Message> find(const PreparedRow& row, catalogue::InnovationId id,
                                         RowFate fate) const;

 private:
  struct Entry {
    catalogue::InnovationId id;
    std::int64_t row = 0;  ///< of this list; 0: an entry of the catalogue
    std::uint32_t owner = 0;
  };
  struct Region {
    std::optional<text::DuplicateIndex::Builder> builder;
    std::optional<text::DuplicateIndex> index;
  };
  void add(const catalogue::RegionCode& region, const text::NamedEntry& named, Entry entry);
  void stop_comparing();
  std::uint32_t owner_number(const std::string& owner);
  std::optional<catalogue::Message> find_alike(const PreparedRow& row,
                                               catalogue::InnovationId id) const;
  std::optional<catalogue::Message> find_same_name(const PreparedRow& row,
                                                   catalogue::InnovationId id) const;
  catalogue::Message message_on(const PreparedRow& row, const Entry& other,
                                const std::string& name) const;

  const Environment& environment_;
  text::NameReader reader_;
  bool comparing_ = true;
  std::set<catalogue::RegionCode> codes_;
  std::map<catalogue::RegionCode, Region> regions_;  // while comparing
  std::unordered_map<catalogue::InnovationId, std::pair<Entry, std::string>> compared_;
  std::vector<std::string> owners_{""};
  std::unordered_map<std::string, std::uint32_t> owner_numbers_;
  /// By region and name; at most two of a kind, so that a row finds another than itself.
  std::unordered_multimap<std::uint64_t, Entry> by_name_;
};

}  // namespace pilah::registry
