// The page that a one-time link opens: where somebody sets the password of an account.
#pragma once

#include <string_view>

namespace pilah::http {

std::string_view set_password_page();
/// What the page runs: a file of its own, so that no script may stand in a page.
std::string_view set_password_script();

}  // namespace pilah::http
