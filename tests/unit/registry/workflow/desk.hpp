// A region with two organisations and the people who work on its entries.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/workflow/steps.hpp"
#include "pilah/text/area_lexicon.hpp"
#include "unit/registry/support/memory_store.hpp"
#include "unit/registry/support/reference.hpp"

namespace pilah::tests {

class Desk {
 public:
  Desk();

  registry::Caller contributor() const;  ///< of the health agency
  registry::Caller head() const;         ///< of it
  registry::Caller verifier() const;
  registry::Caller contributor_elsewhere() const;  ///< of the education agency
  registry::Caller mentor() const;

  /// A complete draft of the health agency.
  registry::FromVersion draft(const std::string& name = "Sibatuah");
  /// The same, submitted and verified.
  registry::FromVersion verified(const std::string& name = "Sibatuah");
  /// What the version that is worked on is now made from.
  registry::FromVersion now(const registry::FromVersion& from);

  catalogue::Innovation published(const registry::FromVersion& from);
  void change_region(const std::function<void(catalogue::Region&)>& change);

  MemoryStore store;
  std::int64_t clock = 1'767'225'600'000;  ///< 2026-01-01T00:00:00Z
  registry::Environment environment;

  static const catalogue::RegionCode kRegion;
  catalogue::OrganisationId health, education;

 private:
  std::uint64_t last_uuid_ = 0;
};

/// "conflict workflow.wrong_status", or "not refused".
std::string refused(const std::function<void()>& act);

}  // namespace pilah::tests
