// Records of every kind for tests of the store, valid and easily told apart.
#pragma once

#include <string>
#include <string_view>

#include "pilah/store/store.hpp"

namespace pilah::tests {

inline const store::Actor kActor{"tester"};

catalogue::RegionCode code(std::string_view text);
/// The id with that number; ids rise with their numbers.
catalogue::Uuid uuid(std::uint64_t number);
template <class AnyId>
AnyId id(std::uint64_t number) {
  return AnyId{uuid(number)};
}

catalogue::Region solok_selatan();
catalogue::Region buleleng();
catalogue::Organisation organisation(std::uint64_t number, std::string_view region = "13.11");
catalogue::Person person(std::uint64_t number);
/// A draft without an owner.
catalogue::Innovation innovation(std::uint64_t number, std::string_view name,
                                 std::string_view region = "13.11");

/// One record of each kind in 13.11, each naming others as far as its kind can.
/// The ids are as RecordKind counts, from 1 (organisation) on; the dossier has its round's.
struct EveryKind {
  EveryKind();
  catalogue::Organisation organisation;
  catalogue::Person person;
  catalogue::Innovation innovation;
  catalogue::Innovation other;  ///< number 103
  catalogue::Relation relation;
  catalogue::Package package;
  catalogue::Assessment assessment;
  catalogue::Plan plan;
  catalogue::Round round;
  catalogue::Dossier dossier;
  catalogue::Decree decree;
  catalogue::Team team;
  catalogue::Duty duty;
  catalogue::ScenarioRecord scenario;
  catalogue::SelectionRecord selection;
  catalogue::QuickWinSet quick_win_set;
  catalogue::Signature signature;
  catalogue::Panel panel;
  catalogue::ActionPlan action_plan;
  catalogue::MonitoringPeriod monitoring_period;
  catalogue::MonitoringReport monitoring_report;
  catalogue::FollowUp follow_up;
  catalogue::SurveyValue survey_value;
  catalogue::WeightsSeal seal;
  catalogue::ImportRecord import;

  /// In an order in which each record finds those that it names.
  void put(store::Writer& writer) const;
};

/// Runs one write that puts the regions 13.11 and 51.08.
void put_regions(store::Store& store);

template <class Record>
std::int64_t put(store::Store& store, const Record& record, std::string_view action = "changed") {
  std::int64_t revision = 0;
  store.write(kActor, [&](store::Writer& writer) { revision = writer.put(record, action); });
  return revision;
}

template <class Record>
std::optional<store::Stored<Record>> find(store::Store& store, const Record& like) {
  std::optional<store::Stored<Record>> found;
  store.read([&](store::Reader& reader) { found = reader.find<Record>(like.region, like.id); });
  return found;
}

}  // namespace pilah::tests
