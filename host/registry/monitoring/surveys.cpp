#include "pilah/registry/monitoring/surveys.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/decimal.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::SurveyValue;

namespace {

constexpr std::int64_t kLargestValue = 100;
constexpr std::int64_t kMillion = 1'000'000;

/// In canonical form; nothing for what is none of 0 to 100.
std::optional<std::string> canonical(const std::string& text) {
  const auto value = Decimal::parse(text, LoneSeparator::kDecimal);
  if (!value || value->negative) return std::nullopt;
  const auto millionths = value->rounded_up(kMillion);
  if (!millionths || *millionths > kLargestValue * kMillion) return std::nullopt;
  return value->text();
}

void put_right(SurveyValue& value, const Environment& environment) {
  Messages wrong;
  if (!environment.taxonomy.area(value.area)) {
    wrong.push_back({"survey.no_such_area", {{"area", value.area}}, "/area"});
  }
  if (auto text = canonical(value.value)) {
    value.value = *std::move(text);
  } else {
    wrong.push_back({"survey.no_value", {{"found", value.value}}, "/value"});
  }
  const auto today = today_of(environment);
  if (value.date.year == 0 || today < value.date) {
    wrong.push_back(
        {"survey.no_date", {{"day", value.date.text()}, {"today", today.text()}}, "/date"});
  }
  if (value.respondents < 1 || value.respondents > kMostRespondents) {
    wrong.push_back({"survey.no_respondents", {}, "/respondents"});
  }
  if (value.source.empty() || value.source.size() > kLongestSurveySource) {
    wrong.push_back(
        {"survey.no_source", {{"largest", std::to_string(kLongestSurveySource)}}, "/source"});
  }
  if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
}

std::size_t place_of(const catalogue::Taxonomy& taxonomy, const std::string& area) {
  const auto& all = taxonomy.areas();
  return static_cast<std::size_t>(
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.key == area; }) -
      all.begin());
}

}  // namespace

std::vector<SurveyValue> survey_values(const Environment& environment, const Caller& caller,
                                       const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<SurveyValue> values;
  environment.store.read([&](store::Reader& reader) {
    values.clear();
    reader.each<SurveyValue>(region, [&](const store::Stored<SurveyValue>& stored) {
      values.push_back(stored.record);
      return true;
    });
  });
  std::sort(values.begin(), values.end(), [&](const SurveyValue& one, const SurveyValue& other) {
    const auto first = place_of(environment.taxonomy, one.area);
    const auto second = place_of(environment.taxonomy, other.area);
    return std::tie(first, other.date, other.id) < std::tie(second, one.date, one.id);
  });
  return values;
}

SurveyValue add_survey_value(const Environment& environment, const Caller& caller,
                             SurveyValue value) {
  require(caller, Deed::kChoose, {value.region, {}});
  put_right(value, environment);
  value.id = {environment.new_uuid()};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    if (writer.all<SurveyValue>(value.region).size() >= kMostSurveyValues) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"survey.too_many", {{"most", std::to_string(kMostSurveyValues)}}, ""});
    }
    writer.put(value, "added");
  });
  return value;
}

std::map<std::string, SurveyValue> newest_survey_values(store::Reader& reader,
                                                        const RegionCode& region) {
  std::map<std::string, SurveyValue> newest;
  // Ids rise with time: of one date the last one noted counts.
  reader.each<SurveyValue>(region, [&](const store::Stored<SurveyValue>& stored) {
    const auto& value = stored.record;
    const auto [there, is_new] = newest.emplace(value.area, value);
    if (!is_new && there->second.date <= value.date) there->second = value;
    return true;
  });
  return newest;
}

}  // namespace pilah::registry
