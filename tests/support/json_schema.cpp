#include "support/json_schema.hpp"

// With a sanitizer GCC 12 takes the states of std::regex for uninitialized (GCC PR 105562).
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <algorithm>
#include <regex>
#include <string_view>

#include <boost/json.hpp>

namespace pilah::tests {
namespace {

namespace json = boost::json;

class Checker {
 public:
  explicit Checker(const json::value& root) : root_(root) {}

  void check(const json::value& value, const json::value& schema, const std::string& at) {
    for (const auto& [keyword, expected] : schema.as_object()) {
      check_keyword(value, schema.as_object(), keyword, expected, at);
    }
  }

  const std::string& errors() const { return errors_; }

 private:
  void say(const std::string& at, const std::string& what) {
    errors_ += (at.empty() ? "/" : at) + ": " + what + '\n';
  }

  void check_keyword(const json::value& value, const json::object& schema, std::string_view keyword,
                     const json::value& expected, const std::string& at) {
    if (keyword == "description" || keyword == "examples" || keyword == "title") return;
    if (keyword == "$ref") return check(value, pointed(expected.as_string()), at);
    if (keyword == "type") return check_type(value, expected, at);
    if (keyword == "enum") return check_enum(value, expected.as_array(), at);
    if (keyword == "minimum") {
      if (value.is_int64() && value.get_int64() < expected.as_int64()) say(at, "is too small");
      return;
    }
    if (keyword == "anyOf") return check_any(value, expected.as_array(), at);
    if (keyword == "format" || keyword == "pattern") return check_text(value, expected, at);
    if (keyword == "items") return check_items(value, expected, at);
    if (keyword == "required") return check_required(value, expected.as_array(), at);
    if (keyword == "properties") return check_properties(value, expected.as_object(), at);
    if (keyword == "additionalProperties") return check_others(value, schema, expected, at);
    say(at, "the schema has a keyword that this checker does not know: " + std::string(keyword));
  }

  const json::value& pointed(std::string_view reference) {
    return root_.at_pointer(reference.substr(1));
  }

  static bool is_of_type(const json::value& value, std::string_view type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
  }

  void check_type(const json::value& value, const json::value& expected, const std::string& at) {
    bool fits = false;
    if (expected.is_string()) {
      fits = is_of_type(value, expected.get_string());
    } else {
      for (const auto& type : expected.as_array()) {
        fits = fits || is_of_type(value, type.as_string());
      }
    }
    if (!fits) say(at, json::serialize(value) + " is not of type " + json::serialize(expected));
  }

  void check_enum(const json::value& value, const json::array& known, const std::string& at) {
    if (std::find(known.begin(), known.end(), value) != known.end()) return;
    say(at, json::serialize(value) + " is none of " + json::serialize(known));
  }

  void check_any(const json::value& value, const json::array& schemas, const std::string& at) {
    std::string why;
    for (const auto& schema : schemas) {
      Checker one(root_);
      one.check(value, schema, at);
      if (one.errors().empty()) return;
      why += one.errors();
    }
    say(at, "is none of what it may be:\n" + why);
  }

  void check_text(const json::value& value, const json::value& expected, const std::string& at) {
    if (!value.is_string()) return;
    std::string pattern(expected.as_string());
    if (pattern == "uuid") pattern = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
    if (pattern.front() != '^') return say(at, "the schema has an unknown format: " + pattern);
    if (!std::regex_match(std::string(value.get_string()), std::regex(pattern))) {
      say(at, json::serialize(value) + " does not have the form " + pattern);
    }
  }

  void check_items(const json::value& value, const json::value& schema, const std::string& at) {
    if (!value.is_array()) return;
    std::size_t index = 0;
    for (const auto& item : value.get_array()) {
      check(item, schema, at + "/" + std::to_string(index++));
    }
  }

  void check_required(const json::value& value, const json::array& names, const std::string& at) {
    if (!value.is_object()) return;
    for (const auto& name : names) {
      if (!value.get_object().contains(name.as_string())) {
        say(at, "lacks " + json::serialize(name));
      }
    }
  }

  void check_properties(const json::value& value, const json::object& properties,
                        const std::string& at) {
    if (!value.is_object()) return;
    for (const auto& [name, schema] : properties) {
      if (const auto* member = value.get_object().if_contains(name)) {
        check(*member, schema, at + "/" + std::string(name));
      }
    }
  }

  void check_others(const json::value& value, const json::object& schema,
                    const json::value& expected, const std::string& at) {
    if (!value.is_object()) return;
    const auto* properties = schema.if_contains("properties");
    for (const auto& [name, member] : value.get_object()) {
      if (properties && properties->as_object().contains(name)) continue;
      const std::string place = at + "/" + std::string(name);
      if (expected.is_object()) {
        check(member, expected, place);
      } else if (!expected.as_bool()) {
        say(place, "is not described");
      }
    }
  }

  const json::value& root_;
  std::string errors_;
};

}  // namespace

std::string schema_errors(const json::value& value, const json::value& schema,
                          const json::value& root) {
  Checker checker(root);
  checker.check(value, schema, "");
  return checker.errors();
}

}  // namespace pilah::tests
