// Every address of the API held against everybody who may ask: with their own token, of
// their own account, as programs do. An address that is added without a row fails here.
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "contract/http/authorisation_host.hpp"
#include "contract/http/authorisation_table.hpp"
#include "support/catch.hpp"

using namespace pilah::tests;

namespace {

/// "GET /api/v1/regions/{}/organisations/{}": whatever its places are called; a row may
/// have a value where the route has a place.
bool is_row_of(const Row& row, const pilah::http::Route& route) {
  const auto parts = [](const std::string& text) {
    std::vector<std::string> all;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, '/');) all.push_back(part);
    return all;
  };
  const std::string address = row.route;
  const auto of_row = parts(address.substr(0, address.find('?'))),
             of_route = parts(route.method + ' ' + route.pattern);
  if (of_row.size() != of_route.size()) return false;
  for (std::size_t i = 0; i < of_row.size(); ++i) {
    const bool is_place = !of_route[i].empty() && of_route[i].front() == '{';
    if (!is_place && of_row[i] != of_route[i]) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("Every address allows whom the table says, and refuses all others") {
  AuthorisationHost matrix;
  const auto everybody = words(kEverybody);
  for (const auto& row : authorisation_table()) {
    const auto allowed = words(row.allowed);
    for (const auto& who : everybody) {
      const int status = matrix.status(row, who);
      const bool was_refused = status == 401 || status == 403 || status == 404;
      const bool was_taken = status < 400;
      CAPTURE(row.route, who, status, matrix.last());
      CHECK((allowed.contains(who) ? was_taken : was_refused));
    }
  }
}

TEST_CASE("Every address has a row in the table of rights") {
  AuthorisationHost matrix;
  for (const auto& route : matrix.routes().routes()) {
    CAPTURE(route.method, route.pattern);
    CHECK(std::ranges::count_if(authorisation_table(),
                                [&](const Row& row) { return is_row_of(row, route); }) == 1);
  }
}
