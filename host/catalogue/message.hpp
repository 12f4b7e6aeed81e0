// What is said to a person, before it is put into words: a kind with arguments.
//
// The sentences of a kind, Indonesian and English, lie in
// registry-data/messages/*.json and are chosen at the edge (sentences.hpp);
// machines read the kind.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pilah::catalogue {

/// One statement, e.g. {"region.code_ambiguous", {{"code", "1311"}}, "/region"}.
/// A value; the arguments are texts as a person reads them, in their own script.
struct Message {
  /// Names the statement for machines: lower case, `room.what_is_wrong`.
  std::string kind;
  /// Fills the {name} places of the sentence.
  std::vector<std::pair<std::string, std::string>> arguments;
  /// Where: a JSON pointer (RFC 6901) into the document at fault; empty: the whole.
  std::string pointer;

  friend bool operator==(const Message&, const Message&) = default;
};

using Messages = std::vector<Message>;

}  // namespace pilah::catalogue
