// Parameters of a plugin: checked against the schema of its manifest, defaults filled in.
//
// The schema language is small on purpose: type, properties, required, enum,
// items, minimum, maximum, minLength, maxLength, minItems, maxItems, default,
// title, description. Nothing else: the host must not run a stranger's regular
// expression or recursion. Title and description are a text, or one in each language:
// {"id": "Horison", "en": "Horizon"}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

namespace pilah::plugin {

/// Throws std::invalid_argument, naming the pointer from `pointer` on, unless
/// `schema` uses only the keywords above, at most 8 levels deep.
void check_schema(const boost::json::object& schema, const std::string& pointer);

enum class SchemaLanguage { kIndonesian, kEnglish };

/// A schema that was checked, with each title and description as a text of that language.
boost::json::object schema_in(const boost::json::object& schema, SchemaLanguage language);

/// Where parameters do not meet their schema.
struct ParameterProblem {
  std::string pointer;  ///< into the parameters
  /// What is wrong: "type", "one_of", "unknown", "missing", "at_least", "at_most", "too_short",
  /// "too_long", "too_few", "too_many".
  std::string what;
  std::string limit;  ///< that type, those values, that bound
  std::string found;
};

/// Everything wrong with `parameters`, at most 20 problems; empty: they are
/// fine, and every default that they lack has been filled in.
std::vector<ParameterProblem> complete_parameters(const boost::json::object& schema,
                                                  boost::json::object& parameters);

}  // namespace pilah::plugin
