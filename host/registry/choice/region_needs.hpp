// What the region needs, as the dossier of a round weighs it: the columns need_of_dimension
// and need_of_area. Needs and challenges count alike, and a need of an area is one of its
// dimension, too.
//
// Values; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/dossier.hpp"
#include "pilah/catalogue/round.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

class RegionNeeds {
 public:
  RegionNeeds() = default;
  /// `round`: whose dossier they stand in.
  RegionNeeds(catalogue::RoundId round, std::string name,
              const std::vector<catalogue::Need>& needs);

  /// Their share of all weights; nothing: the dossier names no need there, which is unknown.
  std::optional<double> of_dimension(std::string_view dimension) const;
  std::optional<double> of_area(std::string_view area) const;

  bool empty() const { return total_ == 0; }
  const std::optional<catalogue::RoundId>& round() const { return round_; }
  const std::string& round_name() const { return name_; }

 private:
  using Weights = std::map<std::string, std::int64_t, std::less<>>;
  std::optional<double> share(const Weights& weights, std::string_view key) const;

  std::optional<catalogue::RoundId> round_;
  std::string name_;
  Weights by_dimension_, by_area_;
  std::int64_t total_ = 0;
};

/// Of the round's dossier, which may be that of a round before it (rounds/dossier.hpp);
/// without a round those of the dossier that was changed last. None: there is no dossier.
RegionNeeds read_needs(store::Reader& reader, const catalogue::RegionCode& region,
                       const std::optional<catalogue::Round>& round);

/// Where the rules look at needs: result["dossier"], {"round", "name"} of the dossier or
/// null, and a note where it names none.
void tell_needs(const RegionNeeds& needs, const std::vector<std::string>& columns,
                boost::json::object& result);

}  // namespace pilah::registry
