#include "pilah/plugin/run/run_end.hpp"

#include <cstring>

namespace pilah::plugin {

std::string_view RunEnd::kind() const {
  switch (outcome) {
    case Outcome::kDone:
      return "plugin.done";
    case Outcome::kReportedError:
      return "plugin.reported_error";
    case Outcome::kBadParameters:
      return "plugin.bad_parameters";
    case Outcome::kBadFile:
      return "plugin.bad_file";
    case Outcome::kKilledBySignal:
      return "plugin.killed_by_signal";
    case Outcome::kForbiddenCall:
      return "plugin.forbidden_call";
    case Outcome::kExited:
      return "plugin.exited";
    case Outcome::kTimedOut:
      return "plugin.timed_out";
    case Outcome::kNoProgress:
      return "plugin.no_progress";
    case Outcome::kTooMuch:
      return "plugin.too_much";
    case Outcome::kNotConfined:
      return "plugin.not_confined";
    case Outcome::kMalformedReply:
      return "plugin.malformed_reply";
    case Outcome::kNotLoadable:
      return "plugin.not_loadable";
    case Outcome::kAltered:
      return "plugin.altered";
    case Outcome::kNotStarted:
      return "plugin.not_started";
  }
  return "plugin.done";
}

std::vector<std::pair<std::string, std::string>> RunEnd::arguments() const {
  std::vector<std::pair<std::string, std::string>> all{{"plugin", plugin}, {"detail", detail}};
  all.emplace_back("number", std::to_string(number));
  if (outcome == Outcome::kKilledBySignal) {
    const char* name = ::sigdescr_np(static_cast<int>(number));
    all.emplace_back("signal", name ? name : "?");
  }
  return all;
}

}  // namespace pilah::plugin
