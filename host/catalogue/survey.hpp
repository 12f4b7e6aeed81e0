// What citizens say of an area: one value of one survey.
#pragma once

#include <cstdint>
#include <string>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

struct SurveyValue {
  SurveyValueId id;
  RegionCode region;
  std::string area;   ///< key of the taxonomy
  std::string value;  ///< satisfaction, 0 to 100, a decimal text
  PartialDate date;
  std::int32_t respondents = 0;
  std::string source;  ///< who asked, in which survey

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("area", self.area);
    visit("value", self.value);
    visit("date", self.date);
    visit("respondents", self.respondents);
    visit("source", self.source);
  }
  friend bool operator==(const SurveyValue&, const SurveyValue&) = default;
};

}  // namespace pilah::catalogue
