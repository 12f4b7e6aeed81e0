#include "pilah/registry/choice/number_words.hpp"

#include "pilah/registry/choice/statement.hpp"

namespace pilah::registry {

std::string decimal(std::int64_t millionths, int digits, catalogue::Language language) {
  std::int64_t unit = 1'000'000;  // millionths in one of the last digit
  for (int digit = 0; digit < digits; ++digit) unit /= 10;
  const std::int64_t size = millionths < 0 ? -millionths : millionths;
  const std::int64_t rounded = (size + unit / 2) / unit;
  const std::int64_t parts = 1'000'000 / unit;
  std::string text = millionths < 0 && rounded > 0 ? "-" : "";
  text += catalogue::grouped(rounded / parts, language);
  if (digits == 0) return text;
  const std::string fraction = std::to_string(rounded % parts);
  text += language == catalogue::Language::kEnglish ? '.' : ',';
  text.append(static_cast<std::size_t>(digits) - fraction.size(), '0');
  return text + fraction;
}

boost::json::object decimal(std::int64_t millionths, int digits) {
  return both(decimal(millionths, digits, catalogue::Language::kIndonesian),
              decimal(millionths, digits, catalogue::Language::kEnglish));
}

boost::json::object percent(std::int64_t millionths) { return decimal(millionths * 100, 1); }

}  // namespace pilah::registry
