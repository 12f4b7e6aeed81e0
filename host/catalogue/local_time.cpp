#include "pilah/catalogue/local_time.hpp"

#include <charconv>
#include <chrono>

#include "pilah/catalogue/partial_date.hpp"

namespace pilah::catalogue {
namespace {

std::optional<int> two_digits(std::string_view text, int most) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text[0] == '-' || read.ptr != text.data() + text.size() || value > most) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::int64_t> end_of_minute(std::string_view text, TimeZone zone) {
  constexpr std::size_t kDate = 10;  // "2026-12-31"
  if (text.size() != kDate + 6 || text[kDate] != 'T' || text[kDate + 3] != ':') {
    return std::nullopt;
  }
  const auto date = PartialDate::parse(text.substr(0, kDate));
  const auto hour = two_digits(text.substr(kDate + 1, 2), 23);
  const auto minute = two_digits(text.substr(kDate + 4, 2), 59);
  if (!date || date->day == 0 || !hour || !minute) return std::nullopt;
  using namespace std::chrono;
  const sys_days day = year(date->year) / month(static_cast<unsigned>(date->month)) /
                       std::chrono::day(static_cast<unsigned>(date->day));
  const hours ahead_of_utc{7 + static_cast<int>(zone)};
  const milliseconds since =
      day.time_since_epoch() + hours(*hour) + minutes(*minute + 1) - ahead_of_utc - milliseconds(1);
  return since.count();
}

}  // namespace pilah::catalogue
