// The organisations of one region by the names that lists use for them.
//
// An agency is found by its code, name or an alias on folded text, with or
// without the region's own name behind it: "Dinas Kesehatan Kota Bogor" is the
// "Dinas Kesehatan" of Kota Bogor. A value; const use from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/registry/list_words.hpp"

namespace pilah::registry {

class OrganisationIndex {
 public:
  OrganisationIndex(catalogue::Region region, std::vector<catalogue::Organisation> organisations);

  struct Finding {
    const catalogue::Organisation* organisation = nullptr;
    bool several = false;  ///< more than one fits: none is taken
  };
  Finding find(std::string_view name) const;
  const catalogue::Organisation* find(catalogue::OrganisationId id) const;
  const catalogue::Organisation* find_code(std::string_view code) const;

  /// A new organisation of that name, with a code made from it that no other
  /// has; not in the index yet. Its kind follows the first word ("Kecamatan ...").
  catalogue::Organisation make(catalogue::OrganisationId id, std::string_view name,
                               const ListWords& words) const;
  void add(catalogue::Organisation organisation);
  /// In place of the one with its id. Requires: there is one.
  void replace(catalogue::Organisation organisation);

  const std::vector<catalogue::Organisation>& organisations() const { return organisations_; }

 private:
  std::vector<std::string> keys_of(std::string_view name) const;
  void index(std::size_t number);
  void index_word(const std::string& word, std::size_t number);

  static constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);

  catalogue::Region region_;
  std::string region_words_;  // folded full name
  std::vector<catalogue::Organisation> organisations_;
  std::unordered_map<std::string, std::size_t> by_word_;
  std::unordered_map<catalogue::OrganisationId, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_code_;  // as text::fold has them
};

}  // namespace pilah::registry
