#include "pilah/registry/monitoring/evaluation_schemes.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

using catalogue::PartialDate;
using catalogue::RegionCode;

namespace {

bool says_something(const catalogue::Wording& words) {
  return !words.id.empty() && !words.en.empty();
}

void require_whole(const EvaluationScheme& scheme) {
  std::set<std::string> keys;
  bool is_whole = says_something(scheme.name) && scheme.scale > 0 && !scheme.parts.empty();
  for (const auto& part : scheme.parts) {
    is_whole = is_whole && !part.key.empty() && says_something(part.title) && part.weight > 0 &&
               keys.insert(part.key).second;
  }
  if (!is_whole) throw std::invalid_argument("the scheme \"" + scheme.key + "\" is not whole");
}

std::vector<EvaluationScheme> read_schemes(const boost::json::value& json) {
  auto schemes = catalogue::from_json<std::vector<EvaluationScheme>>(json);
  std::set<std::string> keys;
  for (const auto& scheme : schemes) {
    require_whole(scheme);
    if (scheme.key.empty() || !keys.insert(scheme.key).second) {
      throw std::invalid_argument("the scheme \"" + scheme.key + "\" stands twice");
    }
  }
  return schemes;
}

}  // namespace

EvaluationSchemes EvaluationSchemes::read(std::string_view json) {
  try {
    const auto document = catalogue::parse_json(json);
    EvaluationSchemes schemes;
    schemes.usual_ = read_schemes(document.at("schemes"));
    for (const auto& [code, own] : document.at("regions").as_object()) {
      const auto region = RegionCode::parse(code);
      if (!region) throw std::invalid_argument("no region " + std::string(code));
      schemes.own_[*region] = read_schemes(own);
    }
    return schemes;
  } catch (const std::exception& failure) {
    throw std::invalid_argument(std::string("evaluation_schemes.json: ") + failure.what());
  }
}

std::vector<EvaluationScheme> EvaluationSchemes::of(const RegionCode& region) const {
  std::vector<EvaluationScheme> schemes;
  if (const auto own = own_.find(region); own != own_.end()) schemes = own->second;
  for (const auto& usual : usual_) {
    const bool is_there = std::any_of(schemes.begin(), schemes.end(),
                                      [&](const auto& each) { return each.key == usual.key; });
    if (!is_there) schemes.push_back(usual);
  }
  return schemes;
}

std::optional<EvaluationScheme> EvaluationSchemes::find(const RegionCode& region,
                                                        std::string_view key,
                                                        const PartialDate& today) const {
  std::optional<EvaluationScheme> found;
  for (auto& scheme : of(region)) {
    if (!key.empty()) {
      if (scheme.key == key) return scheme;
      continue;
    }
    if (!scheme.valid_from || today < *scheme.valid_from) continue;
    if (!found || *found->valid_from < *scheme.valid_from) found = scheme;
  }
  return found;
}

}  // namespace pilah::registry
