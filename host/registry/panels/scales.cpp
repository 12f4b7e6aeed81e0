#include "pilah/registry/panels/scales.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/quantity.hpp"

namespace pilah::registry {

using catalogue::PanelCriterion;
using catalogue::RegionCode;

namespace {

constexpr std::size_t kLongestKey = 40;

bool says_something(const catalogue::Wording& wording) {
  return !wording.id.empty() && !wording.en.empty();
}

std::vector<PanelCriterion> read_criteria(const boost::json::value& json) {
  auto criteria = catalogue::from_json<std::vector<PanelCriterion>>(json);
  for (const auto& criterion : criteria) {
    if (!is_whole(criterion)) {
      throw std::invalid_argument("scales.json: \"" + criterion.key + "\" is not described");
    }
  }
  return criteria;
}

}  // namespace

bool is_whole(const PanelCriterion& criterion) {
  const auto& key = criterion.key;
  const bool is_key = !key.empty() && key.size() <= kLongestKey &&
                      std::all_of(key.begin(), key.end(), [](char letter) {
                        return (letter >= 'a' && letter <= 'z') || letter == '_';
                      });
  return is_key && says_something(criterion.title) &&
         criterion.steps.size() == catalogue::kMaxStep + 1 &&
         std::all_of(criterion.steps.begin(), criterion.steps.end(), says_something);
}

Scales Scales::read(std::string_view json) {
  try {
    const auto document = catalogue::parse_json(json);
    Scales scales;
    scales.criteria_ = read_criteria(document.at("criteria"));
    scales.far_apart_ = boost::json::value_to<std::int32_t>(document.at("far_apart"));
    scales.agreement_ = {document.at("agreement").at("reliable").as_int64(),
                         document.at("agreement").at("tentative").as_int64()};
    for (const auto& [code, region] : document.at("regions").as_object()) {
      const auto parsed = RegionCode::parse(code);
      if (!parsed) throw std::invalid_argument("scales.json: no region " + std::string(code));
      scales.regions_[*parsed] = read_criteria(region.at("criteria"));
    }
    return scales;
  } catch (const std::exception& failure) {
    throw std::invalid_argument(std::string("scales.json: ") + failure.what());
  }
}

std::vector<PanelCriterion> Scales::criteria(const RegionCode& region) const {
  auto criteria = criteria_;
  const auto own = regions_.find(region);
  if (own == regions_.end()) return criteria;
  for (const auto& criterion : own->second) {
    const auto there = std::find_if(criteria.begin(), criteria.end(),
                                    [&](const auto& each) { return each.key == criterion.key; });
    if (there == criteria.end()) {
      criteria.push_back(criterion);
    } else {
      *there = criterion;
    }
  }
  return criteria;
}

}  // namespace pilah::registry
