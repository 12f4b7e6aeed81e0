// What a region publishes, as HTTP and the command line tell of it.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/catalogue/publication.hpp"
#include "pilah/registry/people/published_numbers.hpp"

namespace pilah::registry {

/// {"statuses", "fields", "quick_win_sets", "always"}; an empty list says that nothing is shown.
boost::json::object publication_document(const catalogue::Publication& publication);

/// [{"innovation", "name", "field", "kind", "beginning"}].
boost::json::array published_numbers_document(const std::vector<PublishedNumber>& numbers);

}  // namespace pilah::registry
