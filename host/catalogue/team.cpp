#include "pilah/catalogue/team.hpp"

namespace pilah::catalogue {

// ISO 8601 sorts as text, and a reduced date is the beginning of each of its days.

bool has_begun(const Term& term, std::string_view day) {
  if (!term.from) return true;
  const std::string first = term.from->text();
  return day.substr(0, first.size()) >= first;
}

bool is_over(const Term& term, std::string_view day) {
  if (!term.to) return false;
  const std::string last = term.to->text();
  return day.substr(0, last.size()) > last;
}

}  // namespace pilah::catalogue
