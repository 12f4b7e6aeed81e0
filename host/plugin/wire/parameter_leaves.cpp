#include "pilah/plugin/wire/parameter_leaves.hpp"

#include <string>

#include <boost/json.hpp>

#include "pilah/plugin.h"

namespace pilah::plugin {
namespace {

std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (const char c : key) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

struct Leaves {
  wire::Sink bytes;
  std::uint32_t count = 0;

  void add(std::uint32_t kind, const std::string& pointer, std::string_view text,
           std::int64_t integer, double number) {
    ++count;
    bytes.number(kind);
    bytes.text(pointer);
    bytes.text(text);
    bytes.number(integer);
    bytes.number(number);
  }

  // Depth is bounded by the schema that the parameters have met.
  void visit(const boost::json::value& value, const std::string& pointer) {
    if (const auto* object = value.if_object()) {
      for (const auto& member : *object)
        visit(member.value(), pointer + pointer_step(member.key()));
    } else if (const auto* array = value.if_array()) {
      std::size_t index = 0;
      for (const auto& element : *array) visit(element, pointer + "/" + std::to_string(index++));
    } else if (const auto* text = value.if_string()) {
      add(PILAH_PARAMETER_TEXT, pointer, *text, 0, 0);
    } else if (value.is_bool()) {
      add(PILAH_PARAMETER_BOOL, pointer, "", value.get_bool() ? 1 : 0, 0);
    } else if (value.is_int64()) {
      add(PILAH_PARAMETER_INTEGER, pointer, "", value.get_int64(),
          static_cast<double>(value.get_int64()));
    } else if (value.is_double()) {
      add(PILAH_PARAMETER_NUMBER, pointer, "", 0, value.get_double());
    }
  }
};

}  // namespace

void write_leaves(const boost::json::object& parameters, wire::Sink& sink) {
  Leaves leaves;
  leaves.visit(parameters, "");
  sink.number(leaves.count);
  sink.raw(leaves.bytes.bytes().data(), leaves.bytes.size());
}

}  // namespace pilah::plugin
