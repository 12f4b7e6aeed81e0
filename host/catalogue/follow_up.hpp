// Follow-ups (tindak lanjut): what is to be done after a report, or because a council, the
// inspectorate, the parliament or an evaluator recommends it.
#pragma once

#include <optional>
#include <string>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

enum class FollowUpSource { kReport, kCouncil, kInspectorate, kParliament, kEvaluator };

/// Open until it is done. All dates are whole days.
struct FollowUp {
  FollowUpId id;
  RegionCode region;
  FollowUpSource source = FollowUpSource::kReport;
  std::string from;                          ///< "Inspektorat, LHP 12/2026"; empty: its report
  std::optional<MonitoringReportId> report;  ///< with kReport
  std::optional<QuickWinSetId> set;          ///< none: it is of no single candidate
  std::string candidate;                     ///< with `set`
  std::string text;
  OrganisationId owner;  ///< who is to do it
  PartialDate raised_on;
  PartialDate due;
  std::optional<PartialDate> done_on;
  std::string answer;       ///< what was done, or is under way
  std::string explanation;  ///< why it is, or was, late

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("source", self.source);
    visit("from", self.from);
    visit("report", self.report);
    visit("set", self.set);
    visit("candidate", self.candidate);
    visit("text", self.text);
    visit("owner", self.owner);
    visit("raised_on", self.raised_on);
    visit("due", self.due);
    visit("done_on", self.done_on);
    visit("answer", self.answer);
    visit("explanation", self.explanation);
  }
  friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

}  // namespace pilah::catalogue
