// The one JSON form of every record: what the store keeps and what HTTP and the
// command line speak. It follows from the record's fields(): known fields in
// their order, unknown ones (empty texts, empty lists, no value) left out.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <boost/json.hpp>

#include "pilah/catalogue/action_plan.hpp"
#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/review.hpp"
#include "pilah/catalogue/survey.hpp"
#include "pilah/catalogue/weights_seal.hpp"

namespace pilah::catalogue {

/// A record or a part of one: it lists its fields.
template <class T>
concept HasFields = requires(T& record) {
  T::fields(record, [](const char*, auto&) {});
};

namespace json_detail {

template <class T>
concept Texted = requires(const T& value, std::string_view text) {
  { value.text() } -> std::convertible_to<std::string>;
  { T::parse(text) } -> std::same_as<std::optional<T>>;
};

template <class T>
concept Counted = std::same_as<T, Rupiah> || std::same_as<T, Months> || std::same_as<T, Step> ||
    std::same_as<T, Millionths>;

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

/// The number inside, const or not.
template <class T>
auto& number_of(T& value) {
  if constexpr (requires { value.amount; }) {
    return value.amount;
  } else if constexpr (requires { value.count; }) {
    return value.count;
  } else {
    return value.value;
  }
}

[[noreturn]] void refuse(const char* kind, const std::string& pointer, std::string_view expected);
std::int64_t read_integer(const boost::json::value& json, const std::string& pointer,
                          std::int64_t low, std::int64_t high);
std::string read_text(const boost::json::value& json, const std::string& pointer);
bool read_bool(const boost::json::value& json, const std::string& pointer);
const boost::json::object& read_object(const boost::json::value& json, const std::string& pointer);
const boost::json::array& read_array(const boost::json::value& json, const std::string& pointer);
[[noreturn]] void refuse_unknown_key(const std::string& pointer, std::string_view key);
[[noreturn]] void refuse_word(const std::string& pointer, std::string_view word,
                              std::string_view known);

template <class T>
bool is_unknown(const T& value) {
  if constexpr (IsOptional<T>::value) {
    return !value.has_value();
  } else if constexpr (std::same_as<T, std::string> || IsVector<T>::value ||
                       std::same_as<T, boost::json::object>) {
    return value.empty();
  } else {
    return false;
  }
}

}  // namespace json_detail

/// `storage` is where the answer's parts lie; whoever gives one keeps it as long.
template <class T>
boost::json::value to_json(const T& value, boost::json::storage_ptr storage = {}) {
  namespace detail = json_detail;
  if constexpr (detail::IsOptional<T>::value) {
    return value ? to_json(*value, storage) : boost::json::value(nullptr, storage);
  } else if constexpr (detail::IsVector<T>::value) {
    boost::json::array array(storage);
    array.reserve(value.size());
    for (const auto& element : value) array.push_back(to_json(element, storage));
    return array;
  } else if constexpr (HasFields<const T>) {
    boost::json::object object(storage);
    T::fields(value, [&](const char* key, const auto& field) {
      if (!detail::is_unknown(field)) object.emplace(key, to_json(field, storage));
    });
    return object;
  } else if constexpr (std::is_enum_v<T>) {
    return boost::json::string(name_of(value), storage);
  } else if constexpr (detail::Counted<T>) {
    return boost::json::value(detail::number_of(value), storage);
  } else if constexpr (detail::Texted<T>) {
    return boost::json::string(value.text(), storage);
  } else if constexpr (std::same_as<T, std::string>) {
    return boost::json::string(value, storage);
  } else {
    return boost::json::value(value, storage);
  }
}

/// Reads `json` into `value`, field by field. Fields that are not there keep
/// what `value` has. Throws Refusal(kInvalid) with the JSON pointer on an
/// unknown key, a wrong type, an unknown word or a number out of range.
template <class T>
void read_json(const boost::json::value& json, T& value, const std::string& pointer = {}) {
  namespace detail = json_detail;
  if constexpr (detail::IsOptional<T>::value) {
    if (json.is_null()) {
      value.reset();
    } else {
      typename T::value_type inner{};
      read_json(json, inner, pointer);
      value = std::move(inner);
    }
  } else if constexpr (detail::IsVector<T>::value) {
    value.clear();
    std::size_t index = 0;
    for (const auto& element : detail::read_array(json, pointer)) {
      read_json(element, value.emplace_back(), pointer + "/" + std::to_string(index++));
    }
  } else if constexpr (HasFields<T>) {
    const auto& object = detail::read_object(json, pointer);
    std::size_t known = 0;
    T::fields(value, [&](const char* key, auto& field) {
      if (const auto* member = object.if_contains(key)) {
        ++known;
        read_json(*member, field, pointer + "/" + key);
      }
    });
    if (known == object.size()) return;
    for (const auto& member : object) {
      bool found = false;
      T::fields(value, [&](const char* key, auto&) { found = found || member.key() == key; });
      if (!found) detail::refuse_unknown_key(pointer, member.key());
    }
  } else if constexpr (std::is_enum_v<T>) {
    const std::string word = detail::read_text(json, pointer);
    const auto named = enum_named<T>(word);
    if (!named) {
      std::string known;
      for (const auto name : EnumNames<T>::kNames) {
        known += (known.empty() ? "" : ", ") + std::string(name);
      }
      detail::refuse_word(pointer, word, known);
    }
    value = *named;
  } else if constexpr (detail::Counted<T>) {
    read_json(json, detail::number_of(value), pointer);
  } else if constexpr (std::same_as<T, bool>) {
    value = detail::read_bool(json, pointer);
  } else if constexpr (std::integral<T>) {
    value = static_cast<T>(detail::read_integer(json, pointer, std::numeric_limits<T>::min(),
                                                std::numeric_limits<T>::max()));
  } else if constexpr (std::same_as<T, std::string>) {
    value = detail::read_text(json, pointer);
  } else if constexpr (std::same_as<T, boost::json::object>) {
    value = detail::read_object(json, pointer);
  } else {
    static_assert(detail::Texted<T>);
    const std::string text = detail::read_text(json, pointer);
    const auto parsed = T::parse(text);
    if (!parsed) detail::refuse("json.malformed", pointer, text);
    value = *parsed;
  }
}

template <class T>
T from_json(const boost::json::value& json) {
  T value{};
  read_json(json, value);
  return value;
}

// The whole records are compiled once, in json_records.cpp: each costs a compiler
// seconds, and nearly every file that includes this header would pay them.
#define PILAH_JSON_RECORDS(X) \
  X(Region)                   \
  X(Organisation)             \
  X(Person)                   \
  X(Innovation)               \
  X(Relation)                 \
  X(Package)                  \
  X(Assessment)               \
  X(Plan)                     \
  X(Round)                    \
  X(Team)                     \
  X(Decree)                   \
  X(Duty)                     \
  X(ScenarioRecord)           \
  X(SelectionRecord)          \
  X(QuickWinSet)              \
  X(Signature)                \
  X(Panel)                    \
  X(ActionPlan)               \
  X(MonitoringPeriod)         \
  X(MonitoringReport)         \
  X(FollowUp)                 \
  X(SurveyValue)              \
  X(WeightsSeal)              \
  X(ImportRecord)             \
  X(Review)                   \
  X(PendingVersion)           \
  X(Dossier)                  \
  X(Account)                  \
  X(ApiToken)

#define PILAH_COMPILED_ONCE(Record)                                                    \
  extern template boost::json::value to_json(const Record&, boost::json::storage_ptr); \
  extern template void read_json(const boost::json::value&, Record&, const std::string&);
PILAH_JSON_RECORDS(PILAH_COMPILED_ONCE)
#undef PILAH_COMPILED_ONCE

/// A JSON text with bounded depth, parsed; Refusal(kInvalid) naming the place otherwise.
boost::json::value parse_json(std::string_view text);

}  // namespace pilah::catalogue
