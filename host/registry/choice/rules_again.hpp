// The rules of a scenario, to be asked again about other rows than its candidates.
//
// A value, handed to whoever asks; what it calls must outlive it.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/plugin/wire/column_table.hpp"
#include "pilah/registry/choice/findings.hpp"

namespace pilah::registry {

struct RulesAgain {
  /// Row by row what the rules find, or a statement why that cannot be told.
  using Answer = std::variant<Findings, boost::json::object>;

  std::vector<std::string> columns;  ///< all that the rules look at
  std::string as_of;                 ///< the day that they take for today
  /// None: they are not asked.
  std::function<Answer(const plugin::ColumnTable&)> ask;
};

}  // namespace pilah::registry
