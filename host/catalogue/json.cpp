#include "pilah/catalogue/json.hpp"

namespace pilah::catalogue {
namespace json_detail {
namespace {

std::string_view kind_name(const boost::json::value& json) {
  switch (json.kind()) {
    case boost::json::kind::null:
      return "null";
    case boost::json::kind::bool_:
      return "true/false";
    case boost::json::kind::int64:
    case boost::json::kind::uint64:
    case boost::json::kind::double_:
      return "number";
    case boost::json::kind::string:
      return "text";
    case boost::json::kind::array:
      return "array";
    case boost::json::kind::object:
      return "object";
  }
  return "value";
}

[[noreturn]] void refuse_type(const boost::json::value& json, const std::string& pointer,
                              const char* expected) {
  throw Refusal(RefusalKind::kInvalid, Message{"json.wrong_type",
                                               {{"pointer", pointer.empty() ? "/" : pointer},
                                                {"expected", expected},
                                                {"found", std::string(kind_name(json))}},
                                               pointer});
}

}  // namespace

void refuse(const char* kind, const std::string& pointer, std::string_view found) {
  throw Refusal(RefusalKind::kInvalid,
                Message{kind, {{"pointer", pointer}, {"found", std::string(found)}}, pointer});
}

void refuse_unknown_key(const std::string& pointer, std::string_view key) {
  throw Refusal(RefusalKind::kInvalid, Message{"json.unknown_key",
                                               {{"pointer", pointer}, {"key", std::string(key)}},
                                               pointer + "/" + std::string(key)});
}

void refuse_word(const std::string& pointer, std::string_view word, std::string_view known) {
  throw Refusal(
      RefusalKind::kInvalid,
      Message{"json.unknown_word",
              {{"pointer", pointer}, {"found", std::string(word)}, {"known", std::string(known)}},
              pointer});
}

std::int64_t read_integer(const boost::json::value& json, const std::string& pointer,
                          std::int64_t low, std::int64_t high) {
  if (!json.is_int64()) refuse_type(json, pointer, "integer");
  const std::int64_t number = json.get_int64();
  if (number < low || number > high) {
    throw Refusal(RefusalKind::kInvalid, Message{"json.out_of_range",
                                                 {{"pointer", pointer},
                                                  {"found", std::to_string(number)},
                                                  {"low", std::to_string(low)},
                                                  {"high", std::to_string(high)}},
                                                 pointer});
  }
  return number;
}

std::string read_text(const boost::json::value& json, const std::string& pointer) {
  if (!json.is_string()) refuse_type(json, pointer, "text");
  return std::string(json.get_string());
}

bool read_bool(const boost::json::value& json, const std::string& pointer) {
  if (!json.is_bool()) refuse_type(json, pointer, "true/false");
  return json.get_bool();
}

const boost::json::object& read_object(const boost::json::value& json, const std::string& pointer) {
  if (!json.is_object()) refuse_type(json, pointer, "object");
  return json.get_object();
}

const boost::json::array& read_array(const boost::json::value& json, const std::string& pointer) {
  if (!json.is_array()) refuse_type(json, pointer, "array");
  return json.get_array();
}

}  // namespace json_detail

boost::json::value parse_json(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = 64;
  boost::json::stream_parser parser({}, options);
  boost::json::error_code error;
  std::size_t parsed = parser.write_some(text.data(), text.size(), error);
  if (!error && parsed != text.size()) error = boost::json::error::extra_data;
  if (!error) parser.finish(error);
  if (error) {
    throw Refusal(
        RefusalKind::kInvalid,
        Message{"json.syntax", {{"offset", std::to_string(parsed)}, {"why", error.message()}}, ""});
  }
  return parser.release();
}

}  // namespace pilah::catalogue
