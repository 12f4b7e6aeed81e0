#include "pilah/http/operation/request_record.hpp"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

namespace pilah::http {

std::string_view known_method(std::string_view method) {
  static constexpr std::array<std::string_view, 7> kKnown{"GET",   "HEAD",   "POST",   "PUT",
                                                          "PATCH", "DELETE", "OPTIONS"};
  const auto* found = std::find(kKnown.begin(), kKnown.end(), method);
  return found == kKnown.end() ? std::string_view("OTHER") : *found;
}

std::string request_id(std::string_view sent, const std::function<std::string()>& otherwise) {
  constexpr std::size_t kLongest = 64;
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  const bool is_taken =
      !sent.empty() && sent.size() <= kLongest && std::all_of(sent.begin(), sent.end(), is_plain);
  return is_taken ? std::string(sent) : otherwise();
}

std::string log_line(const RequestRecord& record, std::string_view time) {
  std::string line = boost::json::serialize(boost::json::object{{"time", time},
                                                                {"id", record.id},
                                                                {"method", record.method},
                                                                {"route", record.route},
                                                                {"status", record.status},
                                                                {"bytes", record.bytes}});
  // Boost.JSON would write 2E-2.
  std::string fraction = std::to_string(record.microseconds % 1000);
  fraction.insert(0, 3 - fraction.size(), '0');
  line.pop_back();
  return line + ",\"milliseconds\":" + std::to_string(record.microseconds / 1000) + '.' + fraction +
         '}';
}

}  // namespace pilah::http
