#include "pilah/registry/workflow/submission_rules.hpp"

#include "pilah/catalogue/local_time.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

catalogue::Submission set_submission(const Environment& environment, const Caller& caller,
                                     const catalogue::RegionCode& region,
                                     const catalogue::Submission& submission) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  if (!submission.until.empty() &&
      !catalogue::end_of_minute(submission.until, catalogue::TimeZone::kWib)) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{"workflow.until_malformed", {{"found", submission.until}}, "/until"});
  }
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    auto changed = writer.region(region);
    if (!changed) {
      throw catalogue::Refusal(
          catalogue::RefusalKind::kNotFound,
          catalogue::Message{"region.not_of_this_host", {{"code", region.text()}}, ""});
    }
    changed->submission = submission;
    writer.put_region(*changed);
  });
  return submission;
}

}  // namespace pilah::registry
