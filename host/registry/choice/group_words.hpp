// Groups and families of groups ("dimension:smart-living", "organisation:*") in
// words, as statements. Refers to what it is made of. Any thread.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "pilah/registry/choice/findings.hpp"

namespace pilah::registry {

class GroupWords {
 public:
  GroupWords(const catalogue::Taxonomy& taxonomy, const CatalogueView& view,
             const Findings& findings)
      : taxonomy_(taxonomy), view_(view), findings_(findings) {}

  boost::json::object operator()(std::string_view group) const;
  const catalogue::Taxonomy& taxonomy() const { return taxonomy_; }

 private:
  const catalogue::Taxonomy& taxonomy_;
  const CatalogueView& view_;
  const Findings& findings_;
};

}  // namespace pilah::registry
