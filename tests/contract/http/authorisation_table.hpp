// Who may ask for what: a row for every address of the API.
#pragma once

#include <set>
#include <span>
#include <string>

namespace pilah::tests {

/// Everybody who may ask, each a name (authorisation_host.hpp has their accounts). What is
/// asked for lies in 13.11 and, where it has an owner, belongs to DINKES.
extern const char* const kEverybody;
extern const char* const kRegister;  ///< those who register entries of DINKES

/// The names.
std::set<std::string> words(const char* text);

struct Row {
  const char* route;
  const char* allowed;    // all others are refused: 401, 403, or 404 where it is hidden
  const char* body = "";  // with the same {places} as the route
};

std::span<const Row> authorisation_table();

}  // namespace pilah::tests
