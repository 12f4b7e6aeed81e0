#include "pilah/cli/commands/quick_win_arguments.hpp"

#include <charconv>

namespace pilah::cli {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

[[noreturn]] void refuse(const char* kind, const std::string& text) {
  throw Refusal(RefusalKind::kInvalid, Message{kind, {{"found", text}}, ""});
}

/// The whole of `text` as a number.
template <class Number>
Number number_of(const std::string& text, const std::string& argument) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.empty() || read.ec != std::errc() || read.ptr != end) {
    refuse("commitment.bad_cost", argument);
  }
  return number;
}

}  // namespace

registry::UsualPlacing usual_of_argument(const std::string& text) {
  const auto equals = text.find('=');
  const auto placing = catalogue::enum_named<catalogue::Placing>(text.substr(0, equals));
  if (!placing || equals == std::string::npos) refuse("commitment.bad_placing", text);
  return {*placing, text.substr(equals + 1)};
}

catalogue::PlacedCandidate placed_of_argument(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) refuse("commitment.bad_placing", text);
  auto usual = usual_of_argument(text.substr(equals + 1));
  return {text.substr(0, equals), usual.placing, std::move(usual.reason)};
}

catalogue::Budget cost_of_argument(const std::string& text) {
  const auto first = text.find('=');
  if (first == std::string::npos) refuse("commitment.bad_cost", text);
  const auto second = text.find('=', first + 1);
  catalogue::Budget cost;
  cost.year = number_of<std::int32_t>(text.substr(0, first), text);
  const auto amount =
      text.substr(first + 1, second == std::string::npos ? second : second - first - 1);
  cost.amount = catalogue::Rupiah{number_of<std::int64_t>(amount, text)};
  if (second != std::string::npos) {
    cost.source = word_of_argument<catalogue::FundingSource>(text.substr(second + 1));
  }
  return cost;
}

}  // namespace pilah::cli
