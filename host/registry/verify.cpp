#include "pilah/registry/verify.hpp"

#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

Verification verify(const Environment& environment, const Caller& caller,
                    const std::vector<catalogue::ChainHead>& outside) {
  require(caller, Deed::kAdministerHost, {});
  auto report = environment.store.verify(outside);
  Verification verification{
      report.regions,         report.records, report.revisions, report.audit_entries, {},
      std::move(report.heads)};
  for (auto& finding : report.findings) {
    verification.findings.emplace_back(std::move(finding.region), std::move(finding.message));
  }
  return verification;
}

}  // namespace pilah::registry
