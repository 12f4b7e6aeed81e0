#include "pilah/catalogue/publication.hpp"

#include <algorithm>

namespace pilah::catalogue {
namespace {

template <class Values, class Value>
bool has(const Values& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

Publication Publication::usual() {
  return {{Status::kVerified}, {kUsuallyPublic.begin(), kUsuallyPublic.end()}, {}};
}

bool Publication::shows(Status status) const { return has(statuses, status); }

bool Publication::shows_field(std::string_view field) const {
  return has(kAlwaysPublic, field) || has(open_fields, field);
}

bool Publication::shows_of_sets(PublicPart part) const { return has(quick_win_sets, part); }

}  // namespace pilah::catalogue
