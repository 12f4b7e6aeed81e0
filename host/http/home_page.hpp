// The page at /: what this is, and where the API's resources lie.
#pragma once

#include <string_view>

namespace pilah::http {

/// HTML; needs no script, no style and no other file. {addresses} stands where
/// the list of addresses goes.
std::string_view home_page();

}  // namespace pilah::http
