// Entries that look like others of their region, or of another one of the host as far as
// whoever imports sees it: told, never joined by themselves.
//
// A list of ordinary length is compared by names and summaries
// (pilah::text::DuplicateIndex); beyond kComparedEntries only names that are the
// same but for blanks and punctuation are found ("SI-LAK" and "Silak"), so that
// no list is slowed down by it. The same holds for the entries of other regions, of which
// kEntriesReadElsewhere are looked at, by the regions' codes.
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
#include "pilah/registry/people/sight.hpp"
#include "pilah/text/duplicates.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

/// First hears every row of a list, then looks at what the catalogue has, then
/// answers. One thread at a time.
class LikelyDuplicates {
 public:
  static constexpr std::size_t kComparedEntries = 5'000;

  static constexpr int kEntriesReadElsewhere = 20'000;

  /// `caller`: whose import it is.
  LikelyDuplicates(const Environment& environment, const Caller& caller);

  /// `owner`: the name of the row's owner; empty: none.
  void hear(const StagedRow& row, const std::string& owner);
  /// Reads the entries that the regions of the rows have already, then those of the others,
  /// up to bounds that keep an import into a large region or host fast.
  void look_up_catalogue();

  /// What a new row, or a draft without an owner, looks like; nothing for any other.
  std::optional<catalogue::Message> find(const PreparedRow& row, catalogue::InnovationId id,
                                         RowFate fate) const;

 private:
  struct Entry {
    catalogue::InnovationId id;
    std::int64_t row = 0;  ///< of this list; 0: an entry of the catalogue
    std::uint32_t owner = 0;
    catalogue::RegionCode region;
  };
  struct Region {
    std::optional<text::DuplicateIndex::Builder> builder;
    std::optional<text::DuplicateIndex> index;
  };
  using Known = std::unordered_map<catalogue::InnovationId, std::pair<Entry, std::string>>;
  using Names = std::unordered_multimap<std::uint64_t, Entry>;

  /// Calls `take` with each entry of the region that the sight lets through, `left` at most.
  template <class Take>
  void each_entry(store::Reader& reader, const catalogue::RegionCode& region, const Sight& sight,
                  int& left, Take take);
  void add(const catalogue::RegionCode& region, const text::NamedEntry& named, const Entry& entry);
  void add_elsewhere(const text::NamedEntry& named, const Entry& entry);
  void stop_comparing();
  std::uint32_t owner_number(const std::string& owner);
  std::optional<catalogue::Message> find_alike(const PreparedRow& row,
                                               catalogue::InnovationId id) const;
  std::optional<catalogue::Message> find_same_name(const PreparedRow& row,
                                                   catalogue::InnovationId id) const;
  std::optional<catalogue::Message> find_elsewhere(const PreparedRow& row,
                                                   catalogue::InnovationId id) const;
  std::optional<catalogue::Message> find_in(const Region& region, const Known& known,
                                            const PreparedRow& row,
                                            catalogue::InnovationId id) const;
  catalogue::Message message_on(const PreparedRow& row, const Entry& other,
                                const std::string& name) const;

  const Environment& environment_;
  const Caller& caller_;
  text::NameReader reader_;
  bool comparing_ = true;
  std::set<catalogue::RegionCode> codes_;
  std::map<catalogue::RegionCode, Region> regions_;  // while comparing
  Known compared_;
  Region elsewhere_;  // all other regions together
  Known compared_elsewhere_;
  std::vector<std::string> owners_{""};
  std::unordered_map<std::string, std::uint32_t> owner_numbers_;
  /// By region and name; at most two of a kind, so that a row finds another than itself.
  Names by_name_;
  Names by_name_elsewhere_;
};

}  // namespace pilah::registry
