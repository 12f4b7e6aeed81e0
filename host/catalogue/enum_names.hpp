// The words by which enumerations are written in JSON and in the database.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "pilah/catalogue/account.hpp"
#include "pilah/catalogue/choice.hpp"
#include "pilah/catalogue/dossier.hpp"
#include "pilah/catalogue/follow_up.hpp"
#include "pilah/catalogue/import_record.hpp"
#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/monitoring.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/plan.hpp"
#include "pilah/catalogue/proposal.hpp"
#include "pilah/catalogue/publication.hpp"
#include "pilah/catalogue/quick_win_set.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/catalogue/relation.hpp"
#include "pilah/catalogue/role.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/catalogue/team.hpp"

namespace pilah::catalogue {

/// EnumNames<E>::kNames[static_cast<size_t>(e)] is the word for e.
template <class Enum>
struct EnumNames;

#define PILAH_ENUM_NAMES(Enum, ...)                                                      \
  template <>                                                                            \
  struct EnumNames<Enum> {                                                               \
    static constexpr std::array kNames = std::to_array<std::string_view>({__VA_ARGS__}); \
  }

PILAH_ENUM_NAMES(RegionKind, "province", "regency", "city", "unknown");
PILAH_ENUM_NAMES(TimeZone, "WIB", "WITA", "WIT");
PILAH_ENUM_NAMES(OrganisationKind, "opd", "subdistrict", "village", "community", "business",
                 "academia", "media");
PILAH_ENUM_NAMES(EntryKind, "existing", "idea", "flagship", "potential");
PILAH_ENUM_NAMES(Form, "governance", "public_service", "other");
PILAH_ENUM_NAMES(Stage, "initiative", "trial", "applied");
PILAH_ENUM_NAMES(PublicPart, "reasons", "judgements");
PILAH_ENUM_NAMES(Status, "draft", "submitted", "verified", "returned", "archived");
PILAH_ENUM_NAMES(ApplicationUse, "builds", "extends", "reuses");
PILAH_ENUM_NAMES(PlanKind, "rpjmd", "renstra");
PILAH_ENUM_NAMES(PlanLevel, "vision", "mission", "goal", "target", "programme", "activity");
PILAH_ENUM_NAMES(FundingSource, "apbd", "apbn", "csr", "community", "village_fund", "grant",
                 "other");
PILAH_ENUM_NAMES(MappedBy, "person", "importer", "suggestion");
PILAH_ENUM_NAMES(RelationKind, "needs", "variant-of", "replaces", "continues");
PILAH_ENUM_NAMES(TeamKind, "council", "executing-team", "working-group", "panel");
PILAH_ENUM_NAMES(Capacity, "definitif", "pj", "plt", "plh", "an");
PILAH_ENUM_NAMES(SigningManner, "ink", "certified-electronic");
PILAH_ENUM_NAMES(Placing, "quick-win", "medium-term", "long-term", "not-now");
PILAH_ENUM_NAMES(Role, "reader", "contributor", "head-of-organisation", "verifier", "planner",
                 "assessor", "mentor", "national-evaluator", "region-administrator",
                 "host-administrator");
PILAH_ENUM_NAMES(TokenScope, "read", "write", "administer");
PILAH_ENUM_NAMES(ImportState, "applying", "done");
PILAH_ENUM_NAMES(RoundState, "planned", "open", "closed");
PILAH_ENUM_NAMES(PeriodState, "planned", "open", "closed");
PILAH_ENUM_NAMES(FollowUpSource, "report", "council", "inspectorate", "parliament", "evaluator");
PILAH_ENUM_NAMES(Presence, "present", "online", "absent");
PILAH_ENUM_NAMES(MinuteKind, "decision", "contribution");
PILAH_ENUM_NAMES(NeedKind, "need", "challenge");
PILAH_ENUM_NAMES(ReadinessPart, "struktur", "infrastruktur", "suprastruktur");
PILAH_ENUM_NAMES(SwotSide, "strength", "weakness", "opportunity", "threat");
PILAH_ENUM_NAMES(StepState, "not-begun", "under-way", "done");
PILAH_ENUM_NAMES(ProposalState, "received", "accepted", "declined", "withdrawn");

#undef PILAH_ENUM_NAMES

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return EnumNames<Enum>::kNames[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> enum_named(std::string_view name) {
  const auto& names = EnumNames<Enum>::kNames;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace pilah::catalogue
