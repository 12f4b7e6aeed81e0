#include "pilah/text/stemming.hpp"

#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/text/fold.hpp"

namespace pilah::text {
namespace {

void read_words(const boost::json::object& file, const char* key,
                std::set<std::string, std::less<>>& words) {
  for (const auto& word : file.at(key).as_array()) words.insert(fold(word.as_string()));
}

}  // namespace

Stemming Stemming::read(std::string_view json) {
  Stemming stemming;
  try {
    const boost::json::value parsed = boost::json::parse(json);
    const boost::json::object& file = parsed.as_object();
    read_words(file, "stop_words", stemming.stop_words_);
    read_words(file, "light_words", stemming.light_words_);
    for (const auto& member : file.at("exceptions").as_object()) {
      for (const auto& word : member.value().as_array()) {
        const std::string folded = fold(word.as_string());
        const auto [entry, added] = stemming.exceptions_.emplace(folded, member.key());
        if (!added && entry->second != member.key()) {
          throw std::invalid_argument("the word \"" + folded + "\" has the stems " + entry->second +
                                      " and " + std::string(member.key()));
        }
      }
    }
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(std::string("stemming.json: ") + error.what());
  } catch (const std::exception& error) {
    throw std::invalid_argument(std::string("stemming.json has another shape: ") + error.what());
  }
  return stemming;
}

bool Stemming::is_stop_word(std::string_view word) const { return stop_words_.contains(word); }

bool Stemming::is_light_word(std::string_view word) const { return light_words_.contains(word); }

const std::string* Stemming::exception(std::string_view word) const {
  const auto found = exceptions_.find(std::string(word));
  return found == exceptions_.end() ? nullptr : &found->second;
}

}  // namespace pilah::text
