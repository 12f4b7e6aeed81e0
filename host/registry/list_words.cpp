#include "pilah/registry/list_words.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/catalogue/words.hpp"

namespace pilah::registry {
namespace {

/// The plain words of `text`; what has none ("-", "#") stays as it is, without blanks around.
std::string folded(std::string_view text) {
  std::string words = catalogue::plain_words(text);
  if (!words.empty()) return words;
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

using Words = std::map<std::string, std::string, std::less<>>;

void add_word(Words& words, std::string_view set, std::string_view word, std::string_view meaning) {
  const auto [entry, added] = words.emplace(folded(word), meaning);
  if (!added && entry->second != meaning) {
    throw std::invalid_argument("the word \"" + std::string(word) + "\" of \"" + std::string(set) +
                                "\" means both " + entry->second + " and " + std::string(meaning));
  }
}

/// {"meaning": ["word", ...], ...}
Words meanings(std::string_view set, const boost::json::object& object) {
  Words words;
  for (const auto& member : object) {
    for (const auto& word : member.value().as_array()) {
      add_word(words, set, word.as_string(), member.key());
    }
  }
  return words;
}

/// ["word", ...], all of them with one meaning.
Words listed(std::string_view set, const boost::json::array& array, std::string_view meaning) {
  Words words;
  for (const auto& word : array) add_word(words, set, word.as_string(), meaning);
  return words;
}

std::string_view find_word(const Words& words, std::string_view text) {
  const auto found = words.find(folded(text));
  return found == words.end() ? std::string_view() : std::string_view(found->second);
}

boost::json::object parsed(std::string_view json, const char* file) {
  boost::json::error_code error;
  auto value = boost::json::parse(json, error);
  if (error || !value.is_object()) {
    throw std::invalid_argument(std::string(file) + " is no JSON object");
  }
  return std::move(value.as_object());
}

}  // namespace

ListWords ListWords::read(std::string_view header_aliases_json, std::string_view value_aliases_json,
                          std::string_view number_words_json) {
  const auto headers = parsed(header_aliases_json, "header_aliases.json");
  const auto values = parsed(value_aliases_json, "value_aliases.json");
  const auto numbers = parsed(number_words_json, "number_words.json");
  ListWords words;
  for (const auto& [set, name] : {std::pair{HeaderSet::kInnovations, "innovations"},
                                  std::pair{HeaderSet::kOrganisations, "organisations"},
                                  std::pair{HeaderSet::kAccounts, "accounts"}}) {
    const auto& fields = headers.at(name).as_object();
    const auto index = static_cast<std::size_t>(set);
    words.headers_[index] = meanings(name, fields);
    for (const auto& field : fields) {
      words.fields_[index].emplace_back(field.key());
      add_word(words.headers_[index], name, field.key(), field.key());
    }
    std::sort(words.fields_[index].begin(), words.fields_[index].end());
  }
  words.sets_["ignored"] = listed("ignored", headers.at("ignored").as_array(), "ignored");
  words.sets_["attributes"] =
      listed("attributes", headers.at("attributes").as_array(), "attribute");
  for (const auto& member : values) {
    if (member.key() == "unknown") {
      words.sets_["unknown"] = listed("unknown", member.value().as_array(), "unknown");
    } else if (member.value().is_object() && member.key() != "notes") {
      auto& set = words.sets_[std::string(member.key())];
      set = meanings(member.key(), member.value().as_object());
      for (const auto& value : member.value().as_object()) {
        add_word(set, member.key(), value.key(), value.key());  // the model's own word
      }
    }
  }
  for (const char* set : {"multipliers", "months", "durations"}) {
    words.sets_[set] = meanings(set, numbers.at(set).as_object());
  }
  words.sets_["units"] = listed("units", numbers.at("units").as_array(), "unit");
  words.sets_["weekdays"] = listed("weekdays", numbers.at("weekdays").as_array(), "weekday");
  words.sets_["totals"] = listed("totals", numbers.at("totals").as_array(), "total");
  return words;
}

std::string_view ListWords::field_of(HeaderSet set, std::string_view header) const {
  return find_word(headers_[static_cast<std::size_t>(set)], header);
}

bool ListWords::is_ignored(std::string_view header) const {
  return !value_word("ignored", header).empty();
}

const std::vector<std::string>& ListWords::fields(HeaderSet set) const {
  return fields_[static_cast<std::size_t>(set)];
}

bool ListWords::is_attribute(std::string_view field) const {
  return !value_word("attributes", field).empty();
}

bool ListWords::means_unknown(std::string_view text) const {
  // Most cells are sentences: no word for "unknown" is that long.
  constexpr std::size_t kLongestWord = 40;
  if (text.size() > kLongestWord) return false;
  return text.find_first_not_of(' ') == std::string_view::npos ||
         !value_word("unknown", text).empty();
}

std::optional<bool> ListWords::yes_or_no(std::string_view text) const {
  const auto word = value_word("digital", text);
  if (word == "yes") return true;
  if (word == "no") return false;
  return std::nullopt;
}

bool ListWords::means_total(std::string_view text) const {
  return !value_word("totals", text).empty();
}

int ListWords::month(std::string_view word) const {
  return static_cast<int>(number("months", word));
}

bool ListWords::is_weekday(std::string_view word) const {
  return !value_word("weekdays", word).empty();
}

std::int64_t ListWords::multiplier(std::string_view word) const {
  return number("multipliers", word);
}

int ListWords::months_of_unit(std::string_view word) const {
  return static_cast<int>(number("durations", word));
}

bool ListWords::is_count_unit(std::string_view word) const {
  return !value_word("units", word).empty();
}

std::string_view ListWords::value_word(std::string_view set, std::string_view text) const {
  const auto words = sets_.find(set);
  return words == sets_.end() ? std::string_view() : find_word(words->second, text);
}

std::int64_t ListWords::number(std::string_view set, std::string_view word) const {
  const auto text = value_word(set, word);
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace pilah::registry
