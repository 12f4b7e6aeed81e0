#include "pilah/registry/documents/happening.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/happening_names.hpp"
#include "pilah/registry/documents/account.hpp"

namespace pilah::registry {
namespace {

/// Of what kind the thing is whose id is told.
const char* subject_of(catalogue::HappeningKind kind) {
  switch (kind) {
    case catalogue::HappeningKind::kHandedOver:
      return "account";
    case catalogue::HappeningKind::kProposed:
      return "proposal";
    case catalogue::HappeningKind::kImported:
      return "import";
    case catalogue::HappeningKind::kPeriodOpened:
    case catalogue::HappeningKind::kReportDue:
      return "monitoring_period";
    case catalogue::HappeningKind::kFollowUpRaised:
      return "follow_up";
    default:
      return "innovation";
  }
}

}  // namespace

boost::json::object happening_document(const catalogue::Happening& happening) {
  return {{"kind", catalogue::name_of(happening.kind)},
          {"subject", {{"kind", subject_of(happening.kind)}, {"id", happening.subject.text()}}},
          {"revision", happening.revision},
          {"at", instant_text(happening.at)}};
}

}  // namespace pilah::registry
