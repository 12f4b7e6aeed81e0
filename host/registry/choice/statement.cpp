#include "pilah/registry/choice/statement.hpp"

#include <string>
#include <utility>
#include <vector>

#include <boost/json.hpp>

namespace pilah::registry {

namespace json = boost::json;

using catalogue::Language;
using catalogue::Sentences;

namespace {

constexpr int kDeepest = 8;  // statements within statements

std::string words_of(const json::value& argument, const Sentences& sentences, Language language,
                     int depth);

std::string sentence_of(const json::object& statement, const Sentences& sentences,
                        Language language, int depth) {
  catalogue::Message message;
  message.kind = statement.at("kind").as_string();
  if (const auto* arguments = statement.if_contains("arguments"); arguments && depth < kDeepest) {
    for (const auto& argument : arguments->as_object()) {
      message.arguments.emplace_back(argument.key(),
                                     words_of(argument.value(), sentences, language, depth + 1));
    }
  }
  return sentences.say(message, language);
}

std::string words_of(const json::object& argument, const Sentences& sentences, Language language,
                     int depth) {
  if (argument.contains("kind")) return sentence_of(argument, sentences, language, depth);
  const char* key = "name";
  if (argument.contains("en")) key = language == Language::kEnglish ? "en" : "id";
  const auto* words = argument.if_contains(key);
  return words ? words_of(*words, sentences, language, depth) : std::string();
}

/// With semicolons between them where one of them has a comma in it.
std::string joined(const json::array& list, const Sentences& sentences, Language language,
                   int depth) {
  std::vector<std::string> words;
  bool has_comma = false;
  for (const auto& element : list) {
    words.push_back(words_of(element, sentences, language, depth));
    has_comma = has_comma || words.back().find(", ") != std::string::npos;
  }
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    all += (i == 0 ? "" : has_comma ? "; " : ", ") + words[i];
  }
  return all;
}

std::string words_of(const json::value& argument, const Sentences& sentences, Language language,
                     int depth) {
  if (argument.is_object()) {
    return words_of(argument.get_object(), sentences, language, depth);
  }
  if (argument.is_array()) {
    return joined(argument.get_array(), sentences, language, depth);
  }
  if (argument.is_int64()) return grouped(argument.get_int64(), language);
  if (argument.is_string()) return std::string(argument.get_string());
  return json::serialize(argument);
}

}  // namespace

json::object statement(std::string_view kind, json::object arguments) {
  return {{"kind", kind}, {"arguments", std::move(arguments)}};
}

json::object both(const catalogue::Bilingual& words) {
  return both(words.indonesian, words.english);
}

json::object both(std::string_view indonesian, std::string_view english) {
  return {{"id", indonesian}, {"en", english}};
}

std::string say(const json::object& statement, const Sentences& sentences, Language language) {
  return sentence_of(statement, sentences, language, 0);
}

namespace {

json::object with_text(json::object one, const Sentences& sentences) {
  one["text"] =
      both(say(one, sentences, Language::kIndonesian), say(one, sentences, Language::kEnglish));
  return one;
}

}  // namespace

json::array with_texts(const json::array& statements, const Sentences& sentences) {
  json::array told;
  told.reserve(statements.size());
  for (const auto& each : statements) {
    json::object one = with_text(each.as_object(), sentences);
    if (auto* repair = one.if_contains("repair")) {
      *repair = with_text(repair->as_object(), sentences);
    }
    told.push_back(std::move(one));
  }
  return told;
}

}  // namespace pilah::registry
