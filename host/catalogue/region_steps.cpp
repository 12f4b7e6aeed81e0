#include "pilah/catalogue/region_steps.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include <boost/json.hpp>

namespace pilah::catalogue {
namespace {

constexpr std::string_view kOthers = "*";

[[noreturn]] void refuse(const std::string& why) {
  throw std::invalid_argument("region_steps.json: " + why);
}

std::vector<RegionStep> read_steps(const boost::json::array& array, std::string_view region) {
  std::vector<RegionStep> steps;
  for (const auto& value : array) {
    const auto& name = value.at("name").as_object();
    RegionStep step{
        std::string(value.at("key").as_string()),
        {std::string(name.at("id").as_string()), std::string(name.at("en").as_string())}};
    const bool is_twice = std::any_of(steps.begin(), steps.end(),
                                      [&](const auto& other) { return other.key == step.key; });
    if (is_twice) refuse(std::string(region) + " has the step " + step.key + " twice");
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace

RegionSteps RegionSteps::read(std::string_view json) {
  RegionSteps all;
  try {
    const auto document = boost::json::parse({json.data(), json.size()});
    for (const auto& [key, steps] : document.at("regions").as_object()) {
      if (key == kOthers) {
        all.others_ = read_steps(steps.as_array(), key);
        continue;
      }
      const auto code = RegionCode::parse({key.data(), key.size()});
      if (!code) refuse(std::string(key) + " is no region's code");
      all.own_[*code] = read_steps(steps.as_array(), key);
    }
  } catch (const boost::system::system_error& failure) {
    refuse(failure.what());
  } catch (const std::out_of_range& failure) {
    refuse(failure.what());
  }
  return all;
}

const std::vector<RegionStep>& RegionSteps::of(const RegionCode& region) const {
  const auto own = own_.find(region);
  return own == own_.end() ? others_ : own->second;
}

}  // namespace pilah::catalogue
