// JSON schemas (2020-12) as values, put together from a few words.
//
// Only the keywords that these functions write are used in the API's description,
// so that a small checker can hold every answer against it (tests/support).
// Objects are closed: a member that is not described is a mistake, here or there.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::http::schema {

using Schema = boost::json::object;

/// Any text; `example` is one that a reader understands at once.
Schema text(std::string_view example);
Schema uuid();
Schema date();         ///< 2017, 2017-03 or 2017-03-05
Schema region_code();  ///< 13.11
Schema yes_no();
Schema whole(std::int64_t example);                        ///< an integer of any sign
Schema count(std::int64_t example);                        ///< 0 or more
Schema millionths();                                       ///< an integer, 1,000,000 is the whole
Schema words(const std::vector<std::string_view>& known);  ///< one of these
template <class Enum>
Schema word_of() {
  const auto& names = catalogue::EnumNames<Enum>::kNames;
  return words({names.begin(), names.end()});
}

/// The schema of that name among the components.
Schema named(std::string_view name);
Schema list(Schema items);
/// An object with any keys, whose values are alike.
Schema map(std::string_view example_key, Schema values);
/// An object of which only the region or a plugin knows what is in it.
Schema open_object(boost::json::object example);
/// A value of any type.
Schema anything(boost::json::value example);
Schema or_null(Schema schema);
Schema one_of(std::vector<Schema> schemas);

struct Member {
  std::string name;
  Schema schema;
  bool always = true;  ///< whether it is there in every such object
};
inline Member maybe(std::string name, Schema schema) {
  return {std::move(name), std::move(schema), false};
}
Schema object(const std::vector<Member>& members);
/// The same with further members behind.
Schema with(Schema object, const std::vector<Member>& members);
/// An object schema of which nothing but `needed` has to be there, without the members
/// `without`: what a client sends.
Schema input(const Schema& object, const std::vector<std::string_view>& without,
             const std::vector<std::string_view>& needed);
/// What RFC 7396 takes for such an object: any member, null takes it away.
Schema merge_patch(const Schema& object, const std::vector<std::string_view>& without);

/// A value that the schema takes, out of its examples. `components`: by name.
boost::json::value example_of(const Schema& schema, const boost::json::object& components);

/// The schema of a catalogue record: it follows from the record's fields() as its JSON
/// does (catalogue/json.hpp): what may be unknown may be left out.
template <class T>
Schema of_record();

/// The example of a text field; every one has its own, a test sees to it.
std::string_view text_example(std::string_view field);

template <class T>
Schema of_value(std::string_view name) {
  namespace detail = catalogue::json_detail;
  if constexpr (detail::IsOptional<T>::value) {
    return of_value<typename T::value_type>(name);
  } else if constexpr (detail::IsVector<T>::value) {
    return list(of_value<typename T::value_type>(name));
  } else if constexpr (catalogue::HasFields<T>) {
    return of_record<T>();
  } else if constexpr (std::is_enum_v<T>) {
    return word_of<T>();
  } else if constexpr (std::same_as<T, bool>) {
    return yes_no();
  } else if constexpr (std::same_as<T, catalogue::Millionths>) {
    return millionths();
  } else if constexpr (detail::Counted<T> || std::integral<T>) {
    return count(3);
  } else if constexpr (std::same_as<T, boost::json::object>) {
    return open_object({});
  } else if constexpr (std::same_as<T, catalogue::PartialDate>) {
    return date();
  } else if constexpr (std::same_as<T, catalogue::RegionCode>) {
    return region_code();
  } else if constexpr (std::same_as<T, std::string>) {
    return text(text_example(name));
  } else {
    return uuid();  // ids are what is left
  }
}

template <class T>
Schema of_record() {
  std::vector<Member> members;
  T record{};
  T::fields(record, [&members](const char* name, auto& field) {
    using Field = std::remove_cvref_t<decltype(field)>;
    members.push_back({name, of_value<Field>(name), !catalogue::json_detail::is_unknown(Field{})});
  });
  return object(members);
}

}  // namespace pilah::http::schema
