#include "pilah/registry/verify.hpp"

#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

Verification verification_of(store::VerifyReport report) {
  Verification verification{
      report.regions,         report.records, report.revisions, report.audit_entries, {},
      std::move(report.heads)};
  for (auto& finding : report.findings) {
    verification.findings.emplace_back(std::move(finding.region), std::move(finding.message));
  }
  return verification;
}

}  // namespace

Verification verify(const Environment& environment) {
  return verification_of(environment.store.verify());
}

Verification verify(const Environment& environment, const Caller& caller,
                    const std::vector<catalogue::ChainHead>& outside) {
  require(caller, Deed::kAdministerHost, {});
  return verification_of(environment.store.verify(outside));
}

}  // namespace pilah::registry
