// Commitment: who is to sign a quick-win set, in what capacity, and who has signed.
//
// Planners note what was signed, on paper or with a certified electronic signature, and
// keep its scan among the evidence files. A set is signed as it was read: one that has
// changed or was amended meanwhile is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/registry/evidence/evidence.hpp"
#include "pilah/registry/quick_wins/sets.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostSignatories = 200;

struct NewSignatory {
  std::string name;
  std::string office;
  catalogue::Capacity capacity = catalogue::Capacity::kDefinitif;
  std::optional<catalogue::OrganisationId> organisation;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("office", self.office);
    visit("capacity", self.capacity);
    visit("organisation", self.organisation);
  }
};

/// Adds those who are to sign. Throws Refusal(kInvalid) with a message per wrong field.
QuickWinSetEntry add_signatories(const Environment& environment, const Caller& caller,
                                 const catalogue::RegionCode& region, catalogue::QuickWinSetId set,
                                 const std::vector<NewSignatory>& signatories,
                                 std::int64_t expected_revision);

struct NewSignature {
  catalogue::PersonId person;
  catalogue::SigningManner manner = catalogue::SigningManner::kInk;
  catalogue::PartialDate signed_on;             ///< a whole day, not after today
  std::string office;                           ///< empty: as the set has it
  std::optional<catalogue::Capacity> capacity;  ///< likewise

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("person", self.person);
    visit("manner", self.manner);
    visit("signed_on", self.signed_on);
    visit("office", self.office);
    visit("capacity", self.capacity);
  }
};

/// Notes the signature. Throws Refusal(kConflict) for a set that was amended, for who has
/// signed it, and while a quick win is not formulated; Refusal(kStale) for a set that has
/// changed since `expected_revision`; Refusal(kInvalid) for who is no signatory, or a day
/// that is none.
QuickWinSetEntry sign(const Environment& environment, const Caller& caller,
                      const catalogue::RegionCode& region, catalogue::QuickWinSetId set,
                      const NewSignature& signature, std::int64_t expected_revision);

/// Keeps the scan of what was signed, once. Throws as add_evidence() does of the file, and
/// Refusal(kConflict) when there is a scan.
QuickWinSetEntry add_scan(const Environment& environment, const Caller& caller,
                          const catalogue::RegionCode& region, catalogue::SignatureId signature,
                          const EvidenceUpload& upload);

/// For whoever sees the whole region: it shows a person's hand. Throws Refusal(kNotFound).
EvidenceFile scan_of(const Environment& environment, const Caller& caller,
                     const catalogue::RegionCode& region, catalogue::SignatureId signature);

}  // namespace pilah::registry
