#include "pilah/registry/monitoring/stages.hpp"

#include <set>
#include <stdexcept>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

using catalogue::RegionCode;

namespace {

constexpr std::int32_t kWhole = 100;
constexpr std::int64_t kMillionthsPerPercentOfPercent = 100;

std::vector<MonitoringStage> read_stages(const boost::json::value& json) {
  auto stages = catalogue::from_json<std::vector<MonitoringStage>>(json);
  std::set<std::string> keys;
  std::int32_t reached = 0;
  for (const auto& stage : stages) {
    const bool is_described =
        !stage.key.empty() && !stage.name.id.empty() && !stage.name.en.empty();
    if (!is_described || !keys.insert(stage.key).second) {
      throw std::invalid_argument("the stage \"" + stage.key + "\" is not described, or twice");
    }
    if (stage.start != reached || stage.width <= 0) {
      throw std::invalid_argument("the stage \"" + stage.key + "\" does not follow the one before");
    }
    reached += stage.width;
  }
  if (reached != kWhole) throw std::invalid_argument("the stages do not end at 100 percent");
  return stages;
}

}  // namespace

catalogue::Millionths progress_in(const MonitoringStage& stage, std::int32_t percent) {
  const std::int64_t reached = std::int64_t{stage.start} * kWhole + stage.width * percent;
  return {reached * kMillionthsPerPercentOfPercent};
}

Stages Stages::read(std::string_view json) {
  try {
    const auto document = catalogue::parse_json(json);
    Stages stages;
    stages.usual_ = read_stages(document.at("stages"));
    for (const auto& [code, own] : document.at("regions").as_object()) {
      const auto region = RegionCode::parse(code);
      if (!region) throw std::invalid_argument("no region " + std::string(code));
      stages.own_[*region] = read_stages(own);
    }
    return stages;
  } catch (const std::exception& failure) {
    throw std::invalid_argument(std::string("stages.json: ") + failure.what());
  }
}

const std::vector<MonitoringStage>& Stages::of(const RegionCode& region) const {
  const auto own = own_.find(region);
  return own == own_.end() ? usual_ : own->second;
}

}  // namespace pilah::registry
