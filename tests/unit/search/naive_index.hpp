// What the index must answer, told the simplest way: every innovation looked at
// for every query, straight from the rules of query.hpp.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/search/cursor.hpp"
#include "pilah/search/query.hpp"

namespace pilah::tests {

class NaiveIndex {
 public:
  void put(const catalogue::Innovation& innovation, std::int64_t revision);
  void remove(catalogue::InnovationId id) { entries_.erase(id); }
  std::size_t size() const { return entries_.size(); }

  /// For one region; current_to is left empty, and `next` is the last one's id
  /// when there are more.
  search::Answer search(const search::Query& query,
                        const std::optional<search::Place>& after) const;

 private:
  struct Entry {
    catalogue::Innovation innovation;
    std::int64_t revision = 0;
    std::vector<std::set<std::string>> words;  ///< of each level, folded, none that says nothing
  };
  struct Wanted {
    std::string word;
    std::string stem;
    bool unfinished = false;
  };

  static int weight(const Entry& entry, const Wanted& wanted);
  static bool fulfils(const Entry& entry, const search::Condition& condition);
  std::vector<const Entry*> visible(const search::Visibility& visibility) const;
  static std::optional<std::string> nearest(const Wanted& wanted,
                                            const std::vector<const Entry*>& visible);

  std::map<catalogue::InnovationId, Entry> entries_;
};

}  // namespace pilah::tests
