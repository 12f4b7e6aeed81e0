#include "pilah/cli/commands/choice_printing.hpp"

#include <boost/json.hpp>

#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/choice/number_words.hpp"
#include "pilah/registry/choice/statement.hpp"

namespace pilah::cli {

std::string decimal(std::int64_t millionths, const Session& session) {
  return registry::decimal(millionths, 3, session.language());
}

std::string percent(std::int64_t millionths, const Session& session) {
  return registry::decimal(millionths * 100, 1, session.language()) + "%";
}

std::string rupiah(const std::optional<std::int64_t>& amount, const Session& session) {
  return amount ? session.grouped(*amount) : "?";
}

std::string names(const boost::json::array& candidates, std::size_t width) {
  constexpr std::size_t kNamed = 2;
  std::string all;
  for (std::size_t i = 0; i < candidates.size() && i < kNamed; ++i) {
    const std::string name(candidates[i].at("name").as_string());
    all += (i == 0 ? "" : "; ") + shortened(name, width);
  }
  if (candidates.size() > kNamed) all += " +" + std::to_string(candidates.size() - kNamed);
  return all.empty() ? "-" : all;
}

void print_said(const Session& session, const registry::Said& said, std::size_t blanks) {
  for (const auto& each : said) {
    session.print_line(std::string(blanks, ' ') + "- " +
                       registry::say(each, session.sentences, session.language()));
  }
}

}  // namespace pilah::cli
