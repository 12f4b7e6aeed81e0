// An index of a few innovations, written down in a line each.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pilah/search/index.hpp"

namespace pilah::tests {

const catalogue::Taxonomy& taxonomy();
const text::Stemming& stemming();

catalogue::RegionCode region(std::string_view code = "13.11");
/// The same id for the same number, ascending with it.
catalogue::InnovationId innovation_id(std::uint32_t number);
catalogue::OrganisationId organisation_id(std::uint32_t number);

/// Verified, in 13.11, with that name.
catalogue::Innovation named(std::uint32_t number, std::string name);

/// Keeps the index of 13.11 as of the last change put in.
class SmallIndex {
 public:
  SmallIndex() : index_(stemming(), taxonomy()) {}
  explicit SmallIndex(const std::vector<catalogue::Innovation>& innovations);

  void put(catalogue::Innovation innovation);
  void remove(std::uint32_t number);
  search::Index& index() { return index_; }

  search::Answer search(search::Query query) const;
  /// The names that a text finds, the most relevant first.
  std::vector<std::string> found(const std::string& text) const;
  std::vector<std::string> names(const search::Answer& answer) const;

 private:
  search::Index index_;
  std::map<catalogue::InnovationId, std::string> names_;
  std::int64_t revision_ = 0;
};

/// Of the whole of 13.11.
search::Query whole_region();

}  // namespace pilah::tests
