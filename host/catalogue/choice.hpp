// What is kept of a choice: the scenario, and the selection that came out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// A scenario document (docs/planner.md) under its name.
struct ScenarioRecord {
  ScenarioId id;
  RegionCode region;
  std::string name;
  boost::json::object document;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("name", self.name);
    visit("document", self.document);
  }
  friend bool operator==(const ScenarioRecord&, const ScenarioRecord&) = default;
};

/// The exact plugin that a selection used.
struct PluginUse {
  std::string id;
  std::string version;
  std::string digest;  ///< SHA-256 of the library, hexadecimal

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("version", self.version);
    visit("digest", self.digest);
  }
  friend bool operator==(const PluginUse&, const PluginUse&) = default;
};

/// An immutable run. Run again on the same inputs, a proven one gives the same bytes.
struct SelectionRecord {
  SelectionId id;
  RegionCode region;
  std::string name;                     ///< the scenario's
  std::int64_t catalogue_revision = 0;  ///< of the region, before this record
  std::string as_of;                    ///< ISO 8601 date that the rules were given
  std::vector<PluginUse> plugins;
  boost::json::object scenario;  ///< the document, defaults filled in
  boost::json::object problem;   ///< as `pilah solve` takes it
  boost::json::object result;    ///< selected, score, bound, proof; candidates with reasons

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("name", self.name);
    visit("catalogue_revision", self.catalogue_revision);
    visit("as_of", self.as_of);
    visit("plugins", self.plugins);
    visit("scenario", self.scenario);
    visit("problem", self.problem);
    visit("result", self.result);
  }
  friend bool operator==(const SelectionRecord&, const SelectionRecord&) = default;
};

}  // namespace pilah::catalogue
