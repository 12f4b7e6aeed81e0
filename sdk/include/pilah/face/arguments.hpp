// What an instance of a plugin is made with.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "pilah/face/text.hpp"
#include "pilah/plugin.h"

namespace pilah {

/// Throw it for parameters that the schema allows but that make no sense.
class BadParameters : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What an instance is made with. Parameters are found by their JSON pointer;
/// the host has checked them against the schema and filled in the defaults.
class Arguments {
 public:
  explicit Arguments(const pilah_create_arguments& raw) : raw_(&raw) {}

  std::optional<std::string_view> text(std::string_view pointer) const {
    const auto* found = find(pointer, PILAH_PARAMETER_TEXT);
    return found ? std::optional(view(found->text)) : std::nullopt;
  }
  std::optional<std::int64_t> integer(std::string_view pointer) const {
    const auto* found = find(pointer, PILAH_PARAMETER_INTEGER);
    return found ? std::optional(found->integer) : std::nullopt;
  }
  std::optional<double> number(std::string_view pointer) const {
    const auto* found = find(pointer, PILAH_PARAMETER_NUMBER);
    if (!found) found = find(pointer, PILAH_PARAMETER_INTEGER);
    return found ? std::optional(found->number) : std::nullopt;
  }
  std::optional<bool> boolean(std::string_view pointer) const {
    const auto* found = find(pointer, PILAH_PARAMETER_BOOL);
    return found ? std::optional(found->integer != 0) : std::nullopt;
  }
  /// The bytes of a data file of the package; nothing when plugin.json names none so.
  /// They live as long as the library.
  std::optional<std::string_view> data_file(std::string_view name) const {
    // NOLINTNEXTLINE(bugprone-sizeof-expression): the size of the pointer is meant
    if (!PILAH_HAS_FIELD(raw_, pilah_create_arguments, data_files)) return std::nullopt;
    for (std::uint32_t i = 0; i < raw_->data_file_count; ++i) {
      const auto* file = PILAH_ELEMENT(raw_->data_files, pilah_data_file, i);
      if (view(file->name) == name) return view(file->bytes);
    }
    return std::nullopt;
  }
  /// What the plugin takes for today, ISO 8601.
  std::string_view as_of() const { return view(raw_->as_of); }
  bool english() const { return view(raw_->language) == "en"; }

 private:
  const pilah_parameter* find(std::string_view pointer, std::uint32_t kind) const {
    for (std::uint32_t i = 0; i < raw_->parameter_count; ++i) {
      const auto* parameter = PILAH_ELEMENT(raw_->parameters, pilah_parameter, i);
      if (parameter->kind == kind && view(parameter->pointer) == pointer) return parameter;
    }
    return nullptr;
  }
  const pilah_create_arguments* raw_;
};

}  // namespace pilah
