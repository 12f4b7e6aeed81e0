#include "pilah/registry/aggregates/registrations.hpp"

#include <chrono>
#include <map>

#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

int hours_of(catalogue::TimeZone zone) {
  switch (zone) {
    case catalogue::TimeZone::kWib:
      return 7;
    case catalogue::TimeZone::kWita:
      return 8;
    case catalogue::TimeZone::kWit:
      return 9;
  }
  return 7;
}

std::string first_day(int month) {
  const int number = month % 12 + 1;
  return std::to_string(month / 12) + (number < 10 ? "-0" : "-") + std::to_string(number) + "-01";
}

}  // namespace

int month_of(const catalogue::Uuid& uuid, int hours) {
  std::int64_t milliseconds = 0;
  for (std::size_t i = 0; i < 6; ++i) milliseconds = (milliseconds << 8) | uuid.bytes[i];
  const auto local = std::chrono::milliseconds(milliseconds) + std::chrono::hours(hours);
  const std::chrono::sys_days day(std::chrono::floor<std::chrono::days>(local));
  const std::chrono::year_month_day date(day);
  return static_cast<int>(date.year()) * 12 + static_cast<int>(unsigned{date.month()}) - 1;
}

Registrations registrations(const Environment& environment, const Caller& caller,
                            const catalogue::RegionCode& region, const InnovationFilter& filter) {
  int hours = 7;
  environment.store.read([&](store::Reader& reader) {
    if (const auto known = reader.region(region)) hours = hours_of(known->time_zone);
  });
  std::map<int, std::size_t> counts;
  Registrations answer;
  answer.revision =
      each_innovation_id(environment, caller, region, filter,
                         [&](catalogue::InnovationId id) { ++counts[month_of(id.uuid, hours)]; });
  if (counts.empty()) return answer;
  std::size_t total = 0;
  for (int month = counts.begin()->first; month <= counts.rbegin()->first; ++month) {
    const auto found = counts.find(month);
    const std::size_t count = found == counts.end() ? 0 : found->second;
    total += count;
    answer.months.push_back({first_day(month), count, total});
  }
  return answer;
}

}  // namespace pilah::registry
