#include "pilah/plugin/package/parameters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/plugin/system/utf8.hpp"

namespace pilah::plugin {
namespace {

namespace json = boost::json;

constexpr int kDeepest = 8;
constexpr std::size_t kMostProblems = 20;
constexpr std::size_t kMostLevels = 500;
constexpr std::size_t kLongestTold = 200;
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

bool is_worded(const json::value& value) {
  if (value.is_string()) return true;
  const auto* texts = value.if_object();
  if (!texts || texts->size() != 2) return false;
  const auto* indonesian = texts->if_contains("id");
  const auto* english = texts->if_contains("en");
  return indonesian && indonesian->is_string() && english && english->is_string();
}

/// As people write it: 0.5, not 5E-1; a text without its quotes.
std::string told(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (!value.is_double()) return json::serialize(value);
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value.get_double());
  return {digits.data(), end.ptr};
}

std::string told(const json::array& values) {
  std::string all;
  for (const auto& value : values) all += (all.empty() ? "" : ", ") + told(value);
  return all;
}

bool has_type(const json::value& value, std::string_view type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_bool();
  if (type == "integer") return value.is_int64();
  return value.is_int64() || value.is_uint64() || value.is_double();
}

/// The schema of a plugin that a stranger wrote: every keyword must be what it is
/// everywhere, since the checks of parameters rely on it.
class SchemaCheck {
 public:
  void level(const json::object& schema, const std::string& pointer, int depth) {
    if (depth > kDeepest) refuse(pointer, "the schema is nested deeper than 8 levels");
    if (++levels_ > kMostLevels) refuse(pointer, "the schema has more than 500 parts");
    for (const auto& member : schema) keyword(member.key(), member.value(), pointer, depth);
    const auto* type = schema.if_contains("type");
    if (!type || !type->is_string() || !contains(kTypes, type->get_string())) {
      refuse(pointer + "/type", "must be object, array, string, integer, number or boolean");
    }
    const std::string_view name = type->get_string();
    if (name == "array" && !schema.contains("items")) {
      refuse(pointer + "/items", "an array must say what its items are");
    }
    if (const auto* words = schema.if_contains("enum")) {
      for (const auto& word : words->get_array()) {
        if (!has_type(word, name)) refuse(pointer + "/enum", "must hold values of the type");
      }
    }
    if (const auto* fallback = schema.if_contains("default")) {
      check_default(schema, *fallback, pointer + "/default");
    }
  }

 private:
  void keyword(std::string_view key, const json::value& value, const std::string& pointer,
               int depth) {
    const std::string at = pointer + "/" + std::string(key);
    if (!contains(kKeywords, key)) refuse(at, "this keyword is not allowed in a schema");
    if (key == "properties") return properties(value, at, depth);
    if (key == "items") {
      if (!value.is_object()) refuse(at, "must be an object");
      return level(value.get_object(), at, depth + 1);
    }
    if (key == "required" || key == "enum") {
      if (!value.is_array() || value.get_array().empty()) refuse(at, "must be an array");
      if (key == "enum") return;
      for (const auto& name : value.get_array()) {
        if (!name.is_string()) refuse(at, "must name properties");
      }
    } else if (key == "minimum" || key == "maximum") {
      if (!has_type(value, "number")) refuse(at, "must be a number");
    } else if (key == "minLength" || key == "maxLength" || key == "minItems" || key == "maxItems") {
      if (!value.is_int64() || value.get_int64() < 0) refuse(at, "must be an integer from 0 on");
    } else if ((key == "title" || key == "description") && !is_worded(value)) {
      refuse(at, "must be a text, or {\"id\": a text, \"en\": a text}");
    }
  }

  void properties(const json::value& value, const std::string& at, int depth) {
    if (!value.is_object()) refuse(at, "must be an object");
    for (const auto& property : value.get_object()) {
      const std::string inner = at + "/" + std::string(property.key());
      if (!property.value().is_object()) refuse(inner, "must be an object");
      level(property.value().get_object(), inner, depth + 1);
    }
  }

  static void check_default(const json::object& schema, json::value fallback,
                            const std::string& pointer);

  std::size_t levels_ = 0;
};

class Completion {
 public:
  std::vector<ParameterProblem> take() { return std::move(problems_); }

  void value(const json::object& schema, json::value& value, const std::string& pointer) {
    const std::string_view type = schema.at("type").as_string();
    if (!has_type(value, type)) {
      add(pointer, "type", std::string(type), told(value));
      return;
    }
    one_of(schema, value, pointer);
    if (value.is_object()) object(schema, value.get_object(), pointer);
    if (value.is_array()) array(schema, value.get_array(), pointer);
    if (value.is_string()) {
      size(schema, kLength, code_points(value.get_string()), pointer);
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
        add(inner, "unknown", "", std::string(member.key()));
      }
    }
    for (const auto& property : properties) {
      if (object.contains(property.key())) continue;
      const auto& described = property.value().as_object();
      if (const auto* fallback = described.if_contains("default")) {
        auto& filled = object.emplace(property.key(), *fallback).first->value();
        value(described, filled, pointer + "/" + std::string(property.key()));
      } else if (is_required(schema, property.key())) {
        add(pointer + "/" + std::string(property.key()), "missing", "", "");
      }
    }
  }

 private:
  static std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
  }

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
      add(pointer, "one_of", told(allowed), told(value));
    }
  }

  void array(const json::object& schema, json::array& array, const std::string& pointer) {
    size(schema, kItems, array.size(), pointer);
    const auto* items = schema.if_contains("items");
    if (!items) return;
    for (std::size_t i = 0; i < array.size() && problems_.size() < kMostProblems; ++i) {
      value(items->as_object(), array[i], pointer + "/" + std::to_string(i));
    }
  }

  /// The keywords that bound a size, and what is wrong with one beyond them.
  struct SizeWords {
    const char* least;
    const char* below;
    const char* most;
    const char* above;
  };
  static constexpr SizeWords kLength{"minLength", "too_short", "maxLength", "too_long"};
  static constexpr SizeWords kItems{"minItems", "too_few", "maxItems", "too_many"};

  void size(const json::object& schema, const SizeWords& words, std::size_t size,
            const std::string& pointer) {
    const auto count = static_cast<std::int64_t>(size);
    const auto* low = schema.if_contains(words.least);
    const auto* high = schema.if_contains(words.most);
    if (low && count < low->as_int64()) {
      add(pointer, words.below, told(*low), std::to_string(count));
    }
    if (high && count > high->as_int64()) {
      add(pointer, words.above, told(*high), std::to_string(count));
    }
  }

  void range(const json::object& schema, const json::value& value, const std::string& pointer) {
    const double number = value.to_number<double>();
    const auto* low = schema.if_contains("minimum");
    const auto* high = schema.if_contains("maximum");
    if (low && number < low->to_number<double>()) {
      add(pointer, "at_least", told(*low), told(value));
    }
    if (high && number > high->to_number<double>()) {
      add(pointer, "at_most", told(*high), told(value));
    }
  }

  void add(const std::string& pointer, const char* what, const std::string& limit,
           const std::string& found) {
    if (problems_.size() == kMostProblems) return;
    problems_.push_back(
        {pointer, what, readable(limit, kLongestTold), readable(found, kLongestTold)});
  }

  std::vector<ParameterProblem> problems_;
};

/// A default that the schema itself would refuse helps nobody.
void SchemaCheck::check_default(const json::object& schema, json::value fallback,
                                const std::string& pointer) {
  Completion completion;
  completion.value(schema, fallback, pointer);
  const auto problems = completion.take();
  if (!problems.empty()) {
    const auto& first = problems.front();
    refuse(first.pointer,
           "the default is not allowed by the schema: " + first.what + " " + first.limit);
  }
}

}  // namespace

void check_schema(const json::object& schema, const std::string& pointer) {
  if (schema.empty()) return;
  SchemaCheck().level(schema, pointer, 1);
  if (schema.at("type") != "object") refuse(pointer + "/type", "must be object");
}

json::object schema_in(const json::object& schema, SchemaLanguage language) {
  json::object worded;
  for (const auto& [key, value] : schema) {
    if (key == "title" || key == "description") {
      const char* const name = language == SchemaLanguage::kEnglish ? "en" : "id";
      worded[key] = value.is_object() ? value.get_object().at(name) : value;
    } else if (key == "items") {
      worded[key] = schema_in(value.as_object(), language);
    } else if (key == "properties") {
      json::object properties;
      for (const auto& [name, property] : value.as_object()) {
        properties[name] = schema_in(property.as_object(), language);
      }
      worded[key] = std::move(properties);
    } else {
      worded[key] = value;
    }
  }
  return worded;
}

std::vector<ParameterProblem> complete_parameters(const json::object& schema,
                                                  json::object& parameters) {
  Completion completion;
  completion.object(schema, parameters, "");
  return completion.take();
}

}  // namespace pilah::plugin
