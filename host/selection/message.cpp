#include "pilah/selection/message.hpp"

#include <algorithm>

namespace pilah::selection {

const std::vector<std::pair<std::string_view, std::string_view>>& english_sentences() {
  static const std::vector<std::pair<std::string_view, std::string_view>> sentences = {
      {"selection.bound_max", "at most {max} of group {group}"},
      {"selection.bound_max_each", "at most {max} of each group {groups}"},
      {"selection.bound_min", "at least {min} of group {group}"},
      {"selection.bound_min_each", "at least {min} of each group {groups}"},
      {"selection.byte_order_mark",
       "The document begins with a byte order mark (BOM); save it as UTF-8 without one."},
      {"selection.certificate_candidate",
       "The problem has no candidate \"{name}\"; the certificate is of another problem."},
      {"selection.certificate_digits",
       "Here must stand an integer in quotation marks, of at most {most} digits, such as \"-12\"."},
      {"selection.certificate_group",
       "The problem has no group \"{name}\"; the certificate is of another problem."},
      {"selection.certificate_integer", "Here must stand an integer from 0 to 4294967295."},
      {"selection.certificate_no_json",
       "The certificate is not JSON in UTF-8; write it again with pilah solve --certificate."},
      {"selection.certificate_resource",
       "The problem has no resource \"{name}\"; the certificate is of another problem."},
      {"selection.certificate_row",
       "Here must stand a list of {length}: a row of the problem and its multiplier."},
      {"selection.certificate_version",
       "This certificate has another version than 1; read it with the pilah that wrote it."},
      {"selection.certificate_word", "Here must stand one of: {known}."},
      {"selection.count_max", "at most {max} candidates"},
      {"selection.count_min", "at least {min} candidates"},
      {"selection.coverage", "at least {min} of the groups {groups} have a chosen member"},
      {"selection.coverage_pattern",
       "\"{groups}\" names no family of groups; write a prefix with :* such as \"area:*\"."},
      {"selection.duplicate_id",
       "The id \"{id}\" stands already at {first}; give each candidate an id of its own."},
      {"selection.duplicate_key", "The key \"{key}\" stands here twice; keep one."},
      {"selection.exclude", "{candidate} is excluded"},
      {"selection.excludes", "not both {candidate} and {other}"},
      {"selection.group_pattern",
       "\"{group}\" ends in :*, which stands for a family of groups; name one group."},
      {"selection.include", "{candidate} is included"},
      {"selection.incomplete",
       "The document ends before it is complete, at line {line}; send all of it."},
      {"selection.limit", "the total of {resource} is at most {max}"},
      {"selection.missing_key", "The key \"{key}\" is missing; it is required here."},
      {"selection.must_be_integer",
       "Here must stand an integer without quotation marks, such as 12."},
      {"selection.must_be_list", "Here must stand a list in square brackets, such as [ ... ]."},
      {"selection.must_be_object",
       "Here must stand an object in curly brackets, with keys and values."},
      {"selection.must_be_pair",
       "Here must stand a list of two ids, such as [\"a\", \"b\"]; this one has {found}."},
      {"selection.must_be_text", "Here must stand a text in quotation marks, such as \"a\"."},
      {"selection.negative_use",
       "A use may not be negative; write 0 or the amount that the candidate uses."},
      {"selection.not_an_integer",
       "This number must be written as an integer, without a point or exponent."},
      {"selection.out_of_range", "This number lies outside -2^53 to 2^53; use a larger unit."},
      {"selection.overflow_score",
       "The scores up to here add up to more than 2^63 - 1; use a larger unit."},
      {"selection.overflow_use",
       "The uses of {resource} up to here add up to more than 2^63 - 1; use a larger unit."},
      {"selection.repair_fewer",
       "{value} of the groups {groups} can have the minimum; give it up for {given_up}."},
      {"selection.repair_left_out", "Leave it out."},
      {"selection.repair_not_alone",
       "Even without it nothing satisfies the rest; another conflict remains."},
      {"selection.repair_number", "With {value} instead of {demanded} there is a set."},
      {"selection.repair_unknown", "A limit came before the smallest change was found."},
      {"selection.requires", "{candidate} requires {other}"},
      {"selection.syntax",
       "This is not JSON in UTF-8 at line {line}, column {column}; correct it there."},
      {"selection.too_large", "The document has more than {limit} bytes; split the problem."},
      {"selection.too_long", "This text has more than {limit} bytes; shorten it."},
      {"selection.too_many", "There are more than {limit} entries here; split the problem."},
      {"selection.trailing", "Nothing may follow the document, but something does at line {line}."},
      {"selection.unknown_candidate",
       "No candidate has the id \"{id}\"; correct it or add the candidate."},
      {"selection.unknown_key", "The key \"{key}\" is not known here; known are {known}."},
      {"selection.unknown_resource",
       "No candidate uses the resource \"{resource}\"; correct the name or add the uses."},
  };
  return sentences;
}

std::string Message::text() const {
  const auto& sentences = english_sentences();
  const auto found = std::lower_bound(
      sentences.begin(), sentences.end(), kind,
      [](const auto& sentence, const std::string& wanted) { return sentence.first < wanted; });
  if (found == sentences.end() || found->first != kind) return kind;
  std::string result;
  std::string_view rest = found->second;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    result.append(rest.substr(0, open));
    if (open == std::string_view::npos) break;
    const std::size_t close = rest.find('}', open);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    for (const auto& [argument, value] : arguments) {
      if (argument == name) result += value;
    }
    rest.remove_prefix(close + 1);
  }
  return result;
}

std::string pointer_step(std::string_view key) {
  std::string step = "/";
  for (const char character : key) {
    if (character == '~') {
      step += "~0";
    } else if (character == '/') {
      step += "~1";
    } else {
      step += character;
    }
  }
  return step;
}

}  // namespace pilah::selection
