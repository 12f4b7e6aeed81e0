// The kinds of records that a store keeps, and the C++ type of each.
#pragma once

#include <cstdint>

#include "pilah/catalogue/action_plan.hpp"
#include "pilah/catalogue/choice.hpp"
#include "pilah/catalogue/dossier.hpp"
#include "pilah/catalogue/follow_up.hpp"
#include "pilah/catalogue/import_record.hpp"
#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/monitoring.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/plan.hpp"
#include "pilah/catalogue/quick_win_set.hpp"
#include "pilah/catalogue/relation.hpp"
#include "pilah/catalogue/review.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/catalogue/survey.hpp"
#include "pilah/catalogue/team.hpp"
#include "pilah/catalogue/weights_seal.hpp"

namespace pilah::store {

/// The numbers are written into databases: append, never renumber.
enum class RecordKind : std::int32_t {
  kOrganisation = 1,
  kPerson = 2,
  kInnovation = 3,
  kRelation = 4,
  kPackage = 5,
  kAssessment = 6,
  kPlan = 7,
  kRound = 8,
  kTeam = 9,
  kScenario = 10,
  kSelection = 11,
  kQuickWinSet = 12,
  kImport = 13,
  kReview = 14,
  kPendingVersion = 15,
  kDossier = 16,
  kPanel = 17,
  kSignature = 18,
  kActionPlan = 19,
  kMonitoringPeriod = 20,
  kMonitoringReport = 21,
  kFollowUp = 22,
  kSurveyValue = 23,
  kWeightsSeal = 24,
  kDecree = 25,
  kDuty = 26,
};

/// KindOf<Record>::value is the kind under which Record is kept.
template <class Record>
struct KindOf;

#define PILAH_RECORD_KIND(Record, kind)                   \
  template <>                                             \
  struct KindOf<catalogue::Record> {                      \
    static constexpr RecordKind value = RecordKind::kind; \
  }

PILAH_RECORD_KIND(Organisation, kOrganisation);
PILAH_RECORD_KIND(Person, kPerson);
PILAH_RECORD_KIND(Innovation, kInnovation);
PILAH_RECORD_KIND(Relation, kRelation);
PILAH_RECORD_KIND(Package, kPackage);
PILAH_RECORD_KIND(Assessment, kAssessment);
PILAH_RECORD_KIND(Plan, kPlan);
PILAH_RECORD_KIND(Round, kRound);
PILAH_RECORD_KIND(Team, kTeam);
PILAH_RECORD_KIND(ScenarioRecord, kScenario);
PILAH_RECORD_KIND(SelectionRecord, kSelection);
PILAH_RECORD_KIND(QuickWinSet, kQuickWinSet);
PILAH_RECORD_KIND(ImportRecord, kImport);
PILAH_RECORD_KIND(Review, kReview);
PILAH_RECORD_KIND(PendingVersion, kPendingVersion);
PILAH_RECORD_KIND(Dossier, kDossier);
PILAH_RECORD_KIND(Panel, kPanel);
PILAH_RECORD_KIND(Signature, kSignature);
PILAH_RECORD_KIND(ActionPlan, kActionPlan);
PILAH_RECORD_KIND(MonitoringPeriod, kMonitoringPeriod);
PILAH_RECORD_KIND(MonitoringReport, kMonitoringReport);
PILAH_RECORD_KIND(FollowUp, kFollowUp);
PILAH_RECORD_KIND(SurveyValue, kSurveyValue);
PILAH_RECORD_KIND(Decree, kDecree);
PILAH_RECORD_KIND(Duty, kDuty);
PILAH_RECORD_KIND(WeightsSeal, kWeightsSeal);

#undef PILAH_RECORD_KIND

/// Whether records of that type can be taken away again: no other record names one.
template <class Record>
inline constexpr bool kRemovable = false;
template <>
inline constexpr bool kRemovable<catalogue::Relation> = true;
template <>
inline constexpr bool kRemovable<catalogue::Package> = true;
template <>
inline constexpr bool kRemovable<catalogue::PendingVersion> = true;

}  // namespace pilah::store
