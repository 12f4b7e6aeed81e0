// Follow-ups (tindak lanjut): one list of what reports and recommendations leave to be done,
// by whom and until when.
//
// What follows from a report is raised by whoever reports for the candidate; what a
// council, the inspectorate, the parliament or an evaluator recommends, by those who choose.
// Whoever reports for its owner answers. Who works in the region reads.
//
// Errors: catalogue::Refusal; kNotFound for what is not there, kStale for one that was
// changed since `expected_revision`, kConflict for one that is done, kInvalid with a
// message per wrong field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/follow_up.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/monitoring/supervised.hpp"

namespace pilah::registry {

inline constexpr std::size_t kMostFollowUps = 2'000;        // of a region
inline constexpr std::size_t kLongestFollowUpText = 5'000;  // bytes
inline constexpr std::size_t kLongestFollowUpFrom = 500;    // bytes

enum class FollowUpState { kLate, kLateExplained, kOpen, kDone };
std::string_view name_of(FollowUpState state);

struct FollowUpEntry {
  catalogue::FollowUp follow_up;
  std::int64_t revision = 0;
  FollowUpState state = FollowUpState::kOpen;
  std::string owner_name = {};
  std::optional<Supervised> of = {};
  std::string period_name = {};  ///< of its report
};

/// What is late first, then what is late and explained, what is open, what is done; each by
/// its due date.
std::vector<FollowUpEntry> follow_ups(const Environment& environment, const Caller& caller,
                                      const catalogue::RegionCode& region,
                                      std::optional<FollowUpState> state = {});

FollowUpEntry follow_up(const Environment& environment, const Caller& caller,
                        const catalogue::RegionCode& region, catalogue::FollowUpId id);

struct NewFollowUp {
  catalogue::FollowUpSource source = catalogue::FollowUpSource::kReport;
  std::string from;  ///< who says it, in which document; a report needs none
  /// Whose report it follows from; with kReport.
  std::optional<catalogue::MonitoringPeriodId> period;
  std::optional<catalogue::QuickWinSetId> set;
  std::string candidate;
  std::string text;
  std::optional<catalogue::OrganisationId> owner;  ///< none: the candidate's lead
  catalogue::PartialDate due;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("source", self.source);
    visit("from", self.from);
    visit("period", self.period);
    visit("set", self.set);
    visit("candidate", self.candidate);
    visit("text", self.text);
    visit("owner", self.owner);
    visit("due", self.due);
  }
};

/// Its owner is told.
FollowUpEntry raise_follow_up(const Environment& environment, const Caller& caller,
                              const catalogue::RegionCode& region, const NewFollowUp& asked);

struct FollowUpAnswer {
  std::string answer;
  std::optional<catalogue::PartialDate> done_on;  ///< a whole day, not after today
  std::string explanation;                        ///< why it is late

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("answer", self.answer);
    visit("done_on", self.done_on);
    visit("explanation", self.explanation);
  }
};

/// Notes what the answer says; what it leaves out stays. What is done says what was done.
FollowUpEntry answer_follow_up(const Environment& environment, const Caller& caller,
                               const catalogue::RegionCode& region, catalogue::FollowUpId id,
                               const FollowUpAnswer& answer, std::int64_t expected_revision);

}  // namespace pilah::registry
