// A happening as its reader is told of it: what it is about, looked up as it is now.
#pragma once

#include <cstddef>
#include <map>
#include <optional>

#include "pilah/catalogue/happening.hpp"
#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/monitoring.hpp"
#include "pilah/registry/people/caller.hpp"

namespace pilah::store {
class Reader;
}

namespace pilah::registry {

/// For one caller within one read.
class Teller {
 public:
  Teller(store::Reader& reader, const Caller& caller);

  /// Nothing: the caller did it themselves, may not see what it is about (any more), or it
  /// is gone or, of a proposal, decided.
  std::optional<catalogue::Message> told(const catalogue::Happening& happening);

 private:
  /// Name of the entry, if the caller may see its inside.
  std::optional<std::string> name_of_entry(const catalogue::Happening& happening);
  /// Of a monitoring period, for whoever has still to report in it.
  std::optional<catalogue::Message> told_of_period(const catalogue::Happening& happening,
                                                   catalogue::Message message);
  /// Candidates of which the caller has to report in the period.
  std::size_t waiting_for_caller(const catalogue::MonitoringPeriod& period);

  store::Reader& reader_;
  Caller caller_;
  std::map<catalogue::Uuid, std::optional<std::string>> names_;
  std::map<catalogue::MonitoringPeriodId, std::size_t> waiting_;
};

}  // namespace pilah::registry
