// An adopted selection: where every candidate is placed, how its quick wins are
// formulated, and who signs for them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/innovation_parts.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// Medium term: within the RPJMD's period.
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

/// A quick win as the region promises it (perumusan).
struct Formulation {
  std::string candidate;
  std::string name;       ///< the official one
  std::string programme;  ///< what is done, in the words of the plan
  std::string output;     ///< what there is at the end
  OrganisationId lead;
  std::vector<OrganisationId> supporters;
  std::vector<Budget> costs;          ///< by year and source of funds
  std::vector<InnovationId> sources;  ///< the entries that it comes from

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("candidate", self.candidate);
    visit("name", self.name);
    visit("programme", self.programme);
    visit("output", self.output);
    visit("lead", self.lead);
    visit("supporters", self.supporters);
    visit("costs", self.costs);
    visit("sources", self.sources);
  }
  friend bool operator==(const Formulation&, const Formulation&) = default;
};

/// In what capacity an office is held: definitif, penjabat, pelaksana tugas, pelaksana
/// harian, or signed on behalf of its holder (atas nama).
enum class Capacity { kDefinitif, kPj, kPlt, kPlh, kOnBehalf };

/// Who is to sign the set.
struct Signatory {
  PersonId person;
  std::string office;
  Capacity capacity = Capacity::kDefinitif;
  std::optional<OrganisationId> organisation;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("office", self.office);
    visit("capacity", self.capacity);
    visit("organisation", self.organisation);
  }
  friend bool operator==(const Signatory&, const Signatory&) = default;
};

/// Why a set replaces the one before, and by which decree.
struct Amendment {
  std::string reason;
  std::string decree;
  std::vector<std::string> left;      ///< candidates that are quick wins no more
  std::vector<std::string> came;      ///< candidates that are quick wins now
  std::vector<PersonId> signs_again;  ///< of the set's signatories

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("reason", self.reason);
    visit("decree", self.decree);
    visit("left", self.left);
    visit("came", self.came);
    visit("signs_again", self.signs_again);
  }
  friend bool operator==(const Amendment&, const Amendment&) = default;
};

/// Its quick wins are formulated until somebody signs; from then on it is amended by a
/// new record that names it, never edited.
struct QuickWinSet {
  QuickWinSetId id;
  RegionCode region;
  std::string name;
  SelectionId selection;
  std::optional<PartialDate> adopted_on;
  std::string decree;
  std::optional<QuickWinSetId> amends;
  std::optional<Amendment> amendment;  ///< with `amends`
  std::vector<PlacedCandidate> candidates;
  std::vector<Formulation> formulations;
  std::vector<Signatory> signatories;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("name", self.name);
    visit("selection", self.selection);
    visit("adopted_on", self.adopted_on);
    visit("decree", self.decree);
    visit("amends", self.amends);
    visit("amendment", self.amendment);
    visit("candidates", self.candidates);
    visit("formulations", self.formulations);
    visit("signatories", self.signatories);
  }
  friend bool operator==(const QuickWinSet&, const QuickWinSet&) = default;
};

/// Ink on paper, or a certified electronic signature (tanda tangan elektronik tersertifikasi).
enum class SigningManner { kInk, kCertifiedElectronic };

/// That somebody has signed a set as it stood at a revision. Apart from the set: forty
/// heads sign without waiting for one another.
struct Signature {
  SignatureId id;
  RegionCode region;
  QuickWinSetId set;
  std::int64_t set_revision = 0;
  PersonId person;
  std::string office;  ///< as it was held on that day
  Capacity capacity = Capacity::kDefinitif;
  SigningManner manner = SigningManner::kInk;
  PartialDate signed_on;
  std::optional<Evidence> scan;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("set", self.set);
    visit("set_revision", self.set_revision);
    visit("person", self.person);
    visit("office", self.office);
    visit("capacity", self.capacity);
    visit("manner", self.manner);
    visit("signed_on", self.signed_on);
    visit("scan", self.scan);
  }
  friend bool operator==(const Signature&, const Signature&) = default;
};

}  // namespace pilah::catalogue
