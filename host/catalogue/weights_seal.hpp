// Weights that were settled before the scores were seen: sealed first, opened later.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// What was sealed is not in it before it is opened: its digest alone. Sealed once, opened
/// once, never changed otherwise.
struct WeightsSeal {
  WeightsSealId id;
  RegionCode region;
  RoundId round;
  std::string scenario;  ///< its name
  std::string digest;    ///< SHA-256 of the salt and the canonical content, hexadecimal
  PartialDate sealed_on;
  std::string by;  ///< a name
  /// Panels of the round that were closed already, so that their scores could be seen.
  std::vector<PanelId> closed_before;
  std::optional<PartialDate> opened_on;  ///< none: still sealed
  std::string salt;
  boost::json::object content;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("round", self.round);
    visit("scenario", self.scenario);
    visit("digest", self.digest);
    visit("sealed_on", self.sealed_on);
    visit("by", self.by);
    visit("closed_before", self.closed_before);
    visit("opened_on", self.opened_on);
    visit("salt", self.salt);
    visit("content", self.content);
  }
  friend bool operator==(const WeightsSeal&, const WeightsSeal&) = default;
};

}  // namespace pilah::catalogue
