// Which innovations a request asks for: the filters that all lists, counts and tables of
// innovations share.
#pragma once

#include <string_view>
#include <vector>

#include "pilah/http/exchange.hpp"
#include "pilah/registry/search/innovation_list.hpp"

namespace pilah::http {

/// Throws HttpRefusal(400) for a parameter that is none of the filter's, for one of those
/// named in `without`, or for a value that is none.
registry::InnovationFilter innovation_filter_of(const Request& request,
                                                const std::vector<std::string_view>& without = {});

}  // namespace pilah::http
