// Why somebody decides beside the rules, and who it is: behind each candidate that a
// scenario forces in or out, each weight that is not the rule's own, and a weighting.
//
// Values; pure.
#pragma once

#include <cstddef>
#include <string>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {

inline constexpr std::size_t kLongestScenarioText = 2000;  // bytes of a name or reason

struct Grounds {
  std::string reason;
  std::string by;  ///< a name

  friend bool operator==(const Grounds&, const Grounds&) = default;
};

/// The "reason" and "by" of `object`, which stands at `pointer` and speaks of `of`. What is
/// missing or blank is told in `wrong`; throws Refusal(kInvalid) for what is no such text.
Grounds read_grounds(const boost::json::object& object, const std::string& pointer,
                     const std::string& of, catalogue::Messages& wrong);

/// A text of at most kLongestScenarioText. Throws Refusal(kInvalid).
std::string read_scenario_text(const boost::json::value& value, const std::string& pointer);

}  // namespace pilah::registry
