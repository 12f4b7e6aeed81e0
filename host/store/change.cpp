#include "pilah/store/change.hpp"

#include <stdexcept>

#include <boost/json.hpp>

namespace pilah::store {

boost::json::object difference(const boost::json::object& older, const boost::json::object& newer) {
  boost::json::object change;
  for (const auto& member : newer) {
    const auto* before = older.if_contains(member.key());
    if (before && *before == member.value()) continue;
    change.emplace(member.key(),
                   boost::json::array{before ? *before : boost::json::value(), member.value()});
  }
  for (const auto& member : older) {
    if (!newer.contains(member.key())) {
      change.emplace(member.key(), boost::json::array{member.value(), nullptr});
    }
  }
  return change;
}

boost::json::object undone(boost::json::object newer, const boost::json::object& change) {
  for (const auto& member : change) {
    const auto* pair = member.value().if_array();
    if (!pair || pair->size() != 2) throw std::invalid_argument("no change of a document");
    const auto* present = newer.if_contains(member.key());
    if ((present ? *present : boost::json::value()) != (*pair)[1]) {
      throw std::invalid_argument("member " + std::string(member.key()) +
                                  " is not what the change made of it");
    }
    if ((*pair)[0].is_null()) {
      newer.erase(member.key());
    } else {
      newer.insert_or_assign(member.key(), (*pair)[0]);
    }
  }
  return newer;
}

}  // namespace pilah::store
