// A region in a store in memory with the rules that users have, for tests of
// whole selections. Entries are added one by one, or the sample is imported.
#pragma once

#include <functional>
#include <string>

#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/choice/selections.hpp"
#include "pilah/registry/environment.hpp"
#include "unit/registry/support/memory_store.hpp"

namespace pilah::tests {

class SampleRegion {
 public:
  /// `plugins`: the folder of the rules; empty: those that users have.
  explicit SampleRegion(const std::string& plugins = {}, const char* region = "13.11");

  /// A verified entry of Dinas Kesehatan, area health, of which all is known
  /// that the rules ask for.
  catalogue::InnovationId add(const std::string& name,
                              const std::function<void(catalogue::Innovation&)>& change = {});
  /// registry-data/samples/13.11: organisations, plans and innovations.
  void import_sample();
  /// `json`: a scenario.
  registry::SelectionEntry select(const std::string& json, const std::string& as_of = {});
  /// "pointer kind" of the refusal's messages; empty: none.
  std::vector<std::string> refused(const std::string& json, const std::string& as_of = {});
  std::size_t selections();

  MemoryStore store;
  catalogue::RegionCode region;
  plugin::PluginRepository plugins;
  registry::Environment environment;

 private:
  registry::Environment make_environment();
  catalogue::Uuid next_uuid();
  int last_uuid_ = 0;
  catalogue::OrganisationId owner_;
  std::vector<catalogue::PlanLink> links_;
};

}  // namespace pilah::tests
