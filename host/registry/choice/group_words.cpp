#include "pilah/registry/choice/group_words.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/registry/choice/statement.hpp"

namespace pilah::registry {

boost::json::object GroupWords::operator()(std::string_view group) const {
  const std::string prefix(group_prefix(group));
  const std::string key(group_key(group));
  if (is_group_family(group)) return statement("choice.family." + prefix);
  const std::string kind = "choice.group." + prefix;
  if (prefix == "dimension") {
    if (const auto* dimension = taxonomy_.dimension(key)) {
      return statement(kind, {{"name", both(dimension->name)}});
    }
  } else if (prefix == "area") {
    if (const auto* area = taxonomy_.area(key)) {
      return statement(kind, {{"name", both(area->name)}});
    }
  } else if (prefix == "organisation") {
    const auto found =
        std::find_if(view_.organisations.begin(), view_.organisations.end(),
                     [&](const catalogue::Organisation& one) { return one.code == key; });
    if (found != view_.organisations.end()) return statement(kind, {{"name", found->name}});
  } else if (prefix == "rule") {
    const auto found = std::find_if(findings_.groups.begin(), findings_.groups.end(),
                                    [&](const FoundGroup& one) { return one.id == group; });
    if (found != findings_.groups.end()) return statement(kind, {{"name", both(found->title)}});
  }
  return statement(kind, {{"name", key}});
}

}  // namespace pilah::registry
