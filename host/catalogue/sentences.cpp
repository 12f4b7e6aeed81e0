#include "pilah/catalogue/sentences.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include <boost/json.hpp>

namespace pilah::catalogue {
namespace {

/// What stands for a kind; null: nothing does.
using Lookup = std::function<const std::string*(const std::string& kind)>;

/// Words within words within a sentence: it cannot go round in circles.
constexpr int kDeepestWord = 2;

const std::string* argument_of(const Message& message, std::string_view name) {
  for (const auto& [argument, value] : message.arguments) {
    if (argument == name) return &value;
  }
  return nullptr;
}

std::string word(std::string_view place, const Message& message, const Lookup& lookup, int depth);

std::string filled(const std::string& sentence, const Message& message, const Lookup& lookup,
                   int depth) {
  std::string text;
  text.reserve(sentence.size() + 32);
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t close = sentence[at] == '{' ? sentence.find('}', at) : std::string::npos;
    if (close == std::string::npos) {
      text += sentence[at++];
      continue;
    }
    const auto place = std::string_view(sentence).substr(at + 1, close - at - 1);
    text += word(place, message, lookup, depth);
    at = close + 1;
  }
  return text;
}

/// A place {row} takes the argument's value. {type@json.type} takes what stands for the kind
/// "json.type." with the value behind it, filled likewise; of a value that is a list ("draft,
/// returned") for each of its parts; and what nothing stands for as it is. So no value need be
/// an English word in an Indonesian sentence.
std::string word(std::string_view place, const Message& message, const Lookup& lookup, int depth) {
  constexpr std::string_view kBetween = ", ";
  const auto mark = place.find('@');
  const auto* value = argument_of(message, place.substr(0, mark));
  if (!value) return {};
  if (mark == std::string_view::npos || depth == kDeepestWord) return *value;
  const std::string prefix = std::string(place.substr(mark + 1)) + ".";
  std::string words;
  for (std::size_t at = 0; at <= value->size();) {
    const auto end = std::min(value->find(kBetween, at), value->size());
    const auto part = value->substr(at, end - at);
    const auto* found = lookup(prefix + part);
    if (at > 0) words += kBetween;
    words += found ? filled(*found, message, lookup, depth + 1) : part;
    at = end + kBetween.size();
  }
  return words;
}

std::string without_sentence(const Message& message) {
  std::string text = message.kind;
  const char* separator = ": ";
  for (const auto& [name, value] : message.arguments) {
    text += separator + name + " = " + value;
    separator = ", ";
  }
  return text;
}

}  // namespace

Language language_of(std::string_view tag) {
  // The first of the two languages that is named wins: "en-GB,id;q=0.8" is
  // English, "fr,id" Indonesian. Quality values are written in falling order
  // by every client we know of.
  std::size_t start = 0;
  while (start < tag.size()) {
    const std::size_t end = std::min(tag.find(',', start), tag.size());
    std::string_view item = tag.substr(start, end - start);
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    const std::string_view primary = item.substr(0, item.find_first_of("-_.;@ "));
    if (primary == "en") return Language::kEnglish;
    if (primary == "id" || primary == "in") return Language::kIndonesian;
    start = end + 1;
  }
  return Language::kIndonesian;
}

void Sentences::add(std::string_view json) {
  const boost::json::value document = boost::json::parse(json);
  for (const auto& member : document.as_object()) {
    const std::string kind(member.key());
    const auto* texts = member.value().if_object();
    const auto* indonesian = texts ? texts->if_contains("id") : nullptr;
    const auto* english = texts ? texts->if_contains("en") : nullptr;
    if (!indonesian || !indonesian->is_string() || !english || !english->is_string()) {
      throw std::invalid_argument("message " + kind + " needs the texts \"id\" and \"en\"");
    }
    const auto added = by_kind_.emplace(
        kind, Pair{std::string(indonesian->as_string()), std::string(english->as_string())});
    if (!added.second) throw std::invalid_argument("message " + kind + " is given twice");
  }
}

std::string Sentences::say(const Message& message, Language language) const {
  const Lookup lookup = [&](const std::string& kind) -> const std::string* {
    const auto found = by_kind_.find(kind);
    if (found == by_kind_.end()) return nullptr;
    return language == Language::kEnglish ? &found->second.english : &found->second.indonesian;
  };
  const auto* sentence = lookup(message.kind);
  return sentence ? filled(*sentence, message, lookup, 0) : without_sentence(message);
}

std::string grouped(std::int64_t number, Language language) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  const char* separator = language == Language::kEnglish ? "," : ".";
  for (std::size_t at = digits.size(); at > sign + 3;) {
    at -= 3;
    digits.insert(at, separator);
  }
  return digits;
}

}  // namespace pilah::catalogue
