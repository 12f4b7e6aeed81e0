#include "pilah/registry/choice/grounds.hpp"

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

Grounds read_grounds(const boost::json::object& object, const std::string& pointer,
                     const std::string& of, catalogue::Messages& wrong) {
  const auto read = [&](const char* key, const char* missing) {
    const std::string at = pointer + "/" + key;
    const auto* value = object.if_contains(key);
    std::string text = value ? read_scenario_text(*value, at) : std::string();
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
      wrong.push_back({missing, {{"of", of}}, at});
    }
    return text;
  };
  Grounds grounds;
  grounds.reason = read("reason", "choice.scenario.reason_missing");
  grounds.by = read("by", "choice.scenario.by_missing");
  return grounds;
}

std::string read_scenario_text(const boost::json::value& value, const std::string& pointer) {
  std::string read = catalogue::json_detail::read_text(value, pointer);
  if (read.size() <= kLongestScenarioText) return read;
  throw Refusal(RefusalKind::kInvalid, Message{"choice.scenario.text_too_long",
                                               {{"pointer", pointer},
                                                {"size", std::to_string(read.size())},
                                                {"most", std::to_string(kLongestScenarioText)}},
                                               pointer});
}

}  // namespace pilah::registry
