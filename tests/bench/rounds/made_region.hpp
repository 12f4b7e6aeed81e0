// A region of the size that the pages of rounds are made for: 200 entries, 40 agencies, 150
// villages, and everything that four rounds leave behind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::bench {

struct MadeRegion {
  catalogue::RegionCode code;
  std::vector<catalogue::OrganisationId> agencies;
  std::vector<catalogue::InnovationId> entries;
  std::vector<catalogue::PersonId> persons;
  std::vector<catalogue::RoundId> rounds;
  catalogue::PanelId panel;
  catalogue::QuickWinSetId set;
};

/// The region with its agencies, villages, persons and verified entries.
MadeRegion make_region(const registry::Environment& environment, const char* code,
                       std::size_t entries);

/// Rounds with who took part and minutes, the last with a dossier; plans; a closed panel of five
/// on all entries; a set with a place for each entry and 45 signatories; teams under a decree
/// with their duties.
void hold_rounds(const registry::Environment& environment, MadeRegion& region);

/// Two frozen rounds, between which every `nth` entry was changed: some in their text, some
/// mapped otherwise, some archived.
void freeze_two(const registry::Environment& environment, MadeRegion& region, std::size_t nth);

}  // namespace pilah::bench
