#include "pilah/registry/intake/sipd_code.hpp"

#include <array>
#include <charconv>
#include <string>

namespace pilah::registry {
namespace {

/// How many digits each segment has (domain: Permendagri 90/2019 and its successors).
constexpr std::array<std::size_t, 6> kWidths = {1, 2, 2, 1, 2, 4};

}  // namespace

CellReading<catalogue::SipdCode> read_sipd_code(std::string_view text) {
  const auto refused = [&] {
    return CellReading<catalogue::SipdCode>{std::nullopt,
                                            unreadable("intake.sipd_unreadable", text)};
  };
  std::string_view code = text.substr(0, text.find_first_of(" :-"));
  while (code.ends_with('.')) code.remove_suffix(1);
  std::string canonical;
  std::size_t segment = 0;
  std::size_t from = 0;
  while (from <= code.size()) {
    if (segment == kWidths.size()) return refused();
    const std::size_t end = std::min(code.find('.', from), code.size());
    int number = 0;
    const char* last = code.data() + end;
    const auto [stopped, error] = std::from_chars(code.data() + from, last, number);
    if (error != std::errc{} || stopped != last || number < 0) return refused();
    std::string digits = std::to_string(number);
    if (digits.size() > kWidths[segment]) return refused();
    if (segment > 0) canonical += '.';
    canonical.append(kWidths[segment] - digits.size(), '0');
    canonical += digits;
    ++segment;
    from = end + 1;
  }
  return {catalogue::SipdCode{std::move(canonical), ""}, std::nullopt};
}

}  // namespace pilah::registry
