// What is kept of a choice: the scenario, the selection that came out, the adopted set.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/partial_date.hpp"
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

enum class Placing { kQuickWin, kMediumTerm, kLongTerm, kNotNow };

struct PlacedCandidate {
  std::string candidate;  ///< id of the innovation or package
  Placing placing = Placing::kNotNow;
  std::string reason;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("candidate", self.candidate);
    visit("placing", self.placing);
    visit("reason", self.reason);
  }
  friend bool operator==(const PlacedCandidate&, const PlacedCandidate&) = default;
};

/// How a quick win is carried out: what is promised, by whom, when.
struct Commitment {
  std::string candidate;
  std::optional<PersonId> person;
  std::string office;
  std::string text;
  std::optional<PartialDate> signed_on;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("candidate", self.candidate);
    visit("person", self.person);
    visit("office", self.office);
    visit("text", self.text);
    visit("signed_on", self.signed_on);
  }
  friend bool operator==(const Commitment&, const Commitment&) = default;
};

struct ActionStep {
  std::string candidate;
  std::string name;
  std::string output;
  std::optional<OrganisationId> responsible;
  std::optional<PartialDate> from;
  std::optional<PartialDate> to;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("candidate", self.candidate);
    visit("name", self.name);
    visit("output", self.output);
    visit("responsible", self.responsible);
    visit("from", self.from);
    visit("to", self.to);
  }
  friend bool operator==(const ActionStep&, const ActionStep&) = default;
};

struct MonitoringEntry {
  std::string candidate;
  PartialDate period;
  std::string stage;
  std::optional<std::int32_t> percent;
  std::string note;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("candidate", self.candidate);
    visit("period", self.period);
    visit("stage", self.stage);
    visit("percent", self.percent);
    visit("note", self.note);
  }
  friend bool operator==(const MonitoringEntry&, const MonitoringEntry&) = default;
};

/// An adopted selection; amended by a new record that names it, never edited.
struct QuickWinSet {
  QuickWinSetId id;
  RegionCode region;
  std::string name;
  SelectionId selection;
  std::optional<QuickWinSetId> amends;
  std::vector<PlacedCandidate> candidates;
  std::vector<Commitment> commitments;
  std::vector<ActionStep> action_plan;
  std::vector<MonitoringEntry> monitoring;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("name", self.name);
    visit("selection", self.selection);
    visit("amends", self.amends);
    visit("candidates", self.candidates);
    visit("commitments", self.commitments);
    visit("action_plan", self.action_plan);
    visit("monitoring", self.monitoring);
  }
  friend bool operator==(const QuickWinSet&, const QuickWinSet&) = default;
};

}  // namespace pilah::catalogue
