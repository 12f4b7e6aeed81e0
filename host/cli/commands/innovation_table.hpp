// Innovations as a table for a person at a terminal.
#pragma once

#include <map>
#include <string>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::cli {

/// Refers to the session.
class InnovationTable {
 public:
  InnovationTable(const Session& session, const registry::Environment& environment,
                  const catalogue::RegionCode& region);

  void add(const registry::InnovationList::Entry& entry);
  bool is_empty() const { return is_empty_; }
  void print() const;

  /// The owner's code, or what it is called while the region does not know it.
  std::string owner(const std::string& id) const;

 private:
  const Session& session_;
  std::map<std::string, std::string> owner_codes_;  // by id
  Table table_;
  bool is_empty_ = true;
};

}  // namespace pilah::cli
