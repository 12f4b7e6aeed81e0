#include "pilah/registry/verify.hpp"

#include "pilah/store/store.hpp"

namespace pilah::registry {

Verification verify(const Environment& environment) {
  auto report = environment.store.verify();
  Verification verification{
      report.regions,         report.records, report.revisions, report.audit_entries, {},
      std::move(report.heads)};
  for (auto& finding : report.findings) {
    verification.findings.emplace_back(std::move(finding.region), std::move(finding.message));
  }
  return verification;
}

}  // namespace pilah::registry
