// What a selection says of itself: a kind with arguments, kept as JSON, put into
// words of both languages only when it is shown.
//
//   {"kind": "choice.out.lacks", "arguments": {"points": 12345, "leave": [...]}}
//
// An argument is a text, an integer (written with the language's separators),
// {"id", "en"} (a text in both languages, from a rule or the taxonomy),
// {"id", "name"} (a candidate: its name is said), a statement, or a list of
// these. The sentences of the kinds lie in registry-data/messages/choice.json.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/catalogue/taxonomy.hpp"

namespace pilah::registry {

boost::json::object statement(std::string_view kind, boost::json::object arguments = {});

boost::json::object both(const catalogue::Bilingual& words);
boost::json::object both(std::string_view indonesian, std::string_view english);

/// The statement as a sentence.
std::string say(const boost::json::object& statement, const catalogue::Sentences& sentences,
                catalogue::Language language);

/// The statements, each with its "text": {"id", "en"}; so is the "repair" that one has.
boost::json::array with_texts(const boost::json::array& statements,
                              const catalogue::Sentences& sentences);

}  // namespace pilah::registry
