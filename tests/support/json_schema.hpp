// Whether a JSON value is what a JSON schema (2020-12) says.
//
// Knows the keywords that the API's description uses and refuses every other: what is
// not checked must not look checked. (python3-jsonschema knows all of them, but every
// answer of the contract tests is checked here, in their own process, without another
// language to install.)
#pragma once

#include <string>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace pilah::tests {

/// What is wrong with `value`, a line each with its JSON pointer; empty: nothing.
/// `root`: the document in which "$ref": "#/..." points.
std::string schema_errors(const boost::json::value& value, const boost::json::value& schema,
                          const boost::json::value& root);

}  // namespace pilah::tests
