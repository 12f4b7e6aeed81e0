#include "pilah/plugin/parameters.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

#include <boost/json.hpp>

namespace pilah::plugin {
namespace {

namespace json = boost::json;

constexpr int kDeepest = 8;
constexpr std::size_t kMostProblems = 20;
constexpr std::array<std::string_view, 14> kKeywords = {
    "type",      "properties", "required", "enum",     "items",   "minimum", "maximum",
    "minLength", "maxLength",  "minItems", "maxItems", "default", "title",   "description"};
constexpr std::array<std::string_view, 6> kTypes = {"object",  "array",  "string",
                                                    "integer", "number", "boolean"};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

[[noreturn]] void refuse(const std::string& pointer, const std::string& why) {
  throw std::invalid_argument((pointer.empty() ? "/" : pointer) + ": " + why);
}

void check_level(const json::object& schema, const std::string& pointer, int depth) {
  if (depth > kDeepest) refuse(pointer, "the schema is nested deeper than 8 levels");
  for (const auto& member : schema) {
    if (!contains(kKeywords, member.key())) {
      refuse(pointer + "/" + std::string(member.key()), "this keyword is not allowed in a schema");
    }
  }
  const auto* type = schema.if_contains("type");
  if (!type || !type->is_string() || !contains(kTypes, type->get_string())) {
    refuse(pointer + "/type", "must be object, array, string, integer, number or boolean");
  }
  if (const auto* properties = schema.if_contains("properties")) {
    if (!properties->is_object()) refuse(pointer + "/properties", "must be an object");
    for (const auto& property : properties->get_object()) {
      const std::string inner = pointer + "/properties/" + std::string(property.key());
      if (!property.value().is_object()) refuse(inner, "must be an object");
      check_level(property.value().get_object(), inner, depth + 1);
    }
  }
  if (const auto* items = schema.if_contains("items")) {
    if (!items->is_object()) refuse(pointer + "/items", "must be an object");
    check_level(items->get_object(), pointer + "/items", depth + 1);
  }
  for (const char* list : {"required", "enum"}) {
    const auto* value = schema.if_contains(list);
    if (value && !value->is_array()) refuse(pointer + "/" + list, "must be an array");
  }
}

bool has_type(const json::value& value, std::string_view type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_bool();
  if (type == "integer") return value.is_int64();
  return value.is_int64() || value.is_uint64() || value.is_double();
}

class Completion {
 public:
  std::vector<ParameterProblem> take() { return std::move(problems_); }

  void value(const json::object& schema, json::value& value, const std::string& pointer) {
    const std::string_view type = schema.at("type").as_string();
    if (!has_type(value, type)) {
      add(pointer, std::string(type), json::serialize(value));
      return;
    }
    one_of(schema, value, pointer);
    if (value.is_object()) object(schema, value.get_object(), pointer);
    if (value.is_array()) array(schema, value.get_array(), pointer);
    if (value.is_string()) {
      size(schema, "minLength", "maxLength", value.get_string().size(), pointer);
    }
    if (type == "integer" || type == "number") range(schema, value, pointer);
  }

  void object(const json::object& schema, json::object& object, const std::string& pointer) {
    static const json::object kNone;
    const auto* given = schema.if_contains("properties");
    const json::object& properties = given ? given->as_object() : kNone;
    for (auto& member : object) {
      const std::string inner = pointer + "/" + std::string(member.key());
      const auto* property = properties.if_contains(member.key());
      if (property) {
        value(property->as_object(), member.value(), inner);
      } else {
        add(inner, "no such parameter", std::string(member.key()));
      }
    }
    for (const auto& property : properties) {
      if (object.contains(property.key())) continue;
      if (const auto* fallback = property.value().as_object().if_contains("default")) {
        object.emplace(property.key(), *fallback);
      } else if (is_required(schema, property.key())) {
        add(pointer + "/" + std::string(property.key()), "a value", "nothing");
      }
    }
  }

 private:
  static bool is_required(const json::object& schema, std::string_view key) {
    const auto* required = schema.if_contains("required");
    if (!required) return false;
    const auto& names = required->as_array();
    return std::any_of(names.begin(), names.end(), [&](const json::value& name) {
      return name.is_string() && name.get_string() == key;
    });
  }

  void one_of(const json::object& schema, const json::value& value, const std::string& pointer) {
    const auto* words = schema.if_contains("enum");
    if (!words) return;
    const auto& allowed = words->as_array();
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
      add(pointer, json::serialize(allowed), json::serialize(value));
    }
  }

  void array(const json::object& schema, json::array& array, const std::string& pointer) {
    size(schema, "minItems", "maxItems", array.size(), pointer);
    const auto* items = schema.if_contains("items");
    if (!items) return;
    for (std::size_t i = 0; i < array.size() && problems_.size() < kMostProblems; ++i) {
      value(items->as_object(), array[i], pointer + "/" + std::to_string(i));
    }
  }

  void size(const json::object& schema, const char* least, const char* most, std::size_t size,
            const std::string& pointer) {
    const auto bound = [&](const char* key, std::int64_t otherwise) {
      const auto* value = schema.if_contains(key);
      return value && value->is_int64() ? value->get_int64() : otherwise;
    };
    const std::int64_t low = bound(least, 0);
    const std::int64_t high = bound(most, std::numeric_limits<std::int64_t>::max());
    const auto count = static_cast<std::int64_t>(size);
    if (count < low || count > high) {
      add(pointer, "a size of " + std::to_string(low) + " to " + std::to_string(high),
          std::to_string(count));
    }
  }

  void range(const json::object& schema, const json::value& value, const std::string& pointer) {
    const double number = value.to_number<double>();
    const auto* low = schema.if_contains("minimum");
    const auto* high = schema.if_contains("maximum");
    if (low && number < low->to_number<double>()) {
      add(pointer, "at least " + json::serialize(*low), json::serialize(value));
    }
    if (high && number > high->to_number<double>()) {
      add(pointer, "at most " + json::serialize(*high), json::serialize(value));
    }
  }

  void add(const std::string& pointer, std::string expected, const std::string& found) {
    if (problems_.size() == kMostProblems) return;
    problems_.push_back({pointer, std::move(expected), found.substr(0, 200)});
  }

  std::vector<ParameterProblem> problems_;
};

}  // namespace

void check_schema(const json::object& schema, const std::string& pointer) {
  if (!schema.empty()) check_level(schema, pointer, 1);
}

std::vector<ParameterProblem> complete_parameters(const json::object& schema,
                                                  json::object& parameters) {
  Completion completion;
  completion.object(schema, parameters, "");
  return completion.take();
}

}  // namespace pilah::plugin
