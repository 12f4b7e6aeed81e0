// An innovation as one flat row, for spreadsheets and dashboards: names beside keys, the
// lists within it summed up or joined. What is unknown is left out.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <boost/json/object.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

/// What rows of one region need to know beside the innovation; a value.
class InnovationRows {
 public:
  /// Reads the organisations' names, which are open to everybody. Of the innovation a row
  /// tells what is in it: whoever may not see a field is given one without.
  InnovationRows(const Environment& environment, const catalogue::RegionCode& region);

  /// {"id", "region", "name", "short_name", "summary", "status", "entry_kind", "owner_code",
  /// "owner_name", "supporting", "dimension", "dimension_name", "primary_area", "area_name",
  /// "areas", "form", "stage", "digital", "started", "applied", "duration_months", "staff",
  /// "budget", "funding", "struktur", "infrastruktur", "suprastruktur", "sipd", "affairs",
  /// "partners", "problem", "target_group", "benefit", "uniqueness", "potential",
  /// "latitude", "longitude", "subdistrict", "village", "links", "pending", "revision"}: the
  /// primary area and `areas` are the confirmed ones, `budget` the sum when every amount is known,
  /// the place is the first one; lists are joined by "; ".
  boost::json::object row(const catalogue::Innovation& innovation, std::int64_t revision,
                          bool pending = false) const;

 private:
  struct Owner {
    std::string code;
    std::string name;
  };
  const catalogue::Taxonomy& taxonomy_;
  std::map<catalogue::OrganisationId, Owner> organisations_;
};

}  // namespace pilah::registry
