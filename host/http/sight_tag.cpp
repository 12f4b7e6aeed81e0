#include "pilah/http/sight_tag.hpp"

#include <functional>

#include "pilah/http/entity_tag.hpp"

namespace pilah::http {

std::string sight_tag(std::int64_t revision, const registry::Sight& sight) {
  std::string seen = sight.whole_region ? "all" : "public";
  for (const auto& organisation : sight.organisations) seen += ' ' + organisation.text();
  constexpr std::size_t kPositive = 0x7fff'ffff'ffff;
  return revision_tag(revision,
                      static_cast<std::int64_t>(std::hash<std::string>{}(seen)&kPositive));
}

}  // namespace pilah::http
