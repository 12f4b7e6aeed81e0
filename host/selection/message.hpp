// What the selector has to say: a kind with arguments, and the same as an
// English sentence. Sentences in other languages are found by the kind
// (registry-data/messages/selection.json holds both of Pilah's).
//
// A Refusal is a message about one place of a document, named by a JSON
// pointer (RFC 6901).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pilah::selection {

struct Message {
  std::string kind;
  std::vector<std::pair<std::string, std::string>> arguments;

  // The English sentence of the kind with the arguments in their places.
  std::string text() const;

  bool operator==(const Message&) const = default;
};

struct Refusal {
  std::string pointer;
  Message message;

  bool operator==(const Refusal&) const = default;
};

// Every kind with its English sentence, in the order of their names.
const std::vector<std::pair<std::string_view, std::string_view>>& english_sentences();

// One step of a JSON pointer: "~" and "/" written as RFC 6901 demands.
std::string pointer_step(std::string_view key);

}  // namespace pilah::selection
