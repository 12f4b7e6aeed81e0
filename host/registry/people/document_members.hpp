// The members of a stored document, found without parsing it: for whoever passes
// most of it on as it is.
#pragma once

#include <string_view>

namespace pilah::registry {

/// Views into the document.
struct DocumentMember {
  std::string_view key;
  std::string_view value;  ///< its JSON text; of a text with the quotes
  std::string_view text;   ///< key and value as they stand: "key":value
};

/// The first member of `rest`, which begins behind the brace or comma before it;
/// `rest` goes on behind it. False: there is none left.
bool take_member(std::string_view& rest, DocumentMember& member);

/// Requires: `document` is a compact JSON object whose keys need no escapes, which
/// is how the store keeps every record.
template <class Use>
void each_member(std::string_view document, Use use) {
  document.remove_prefix(1);
  DocumentMember member;
  while (take_member(document, member)) use(member);
}

}  // namespace pilah::registry
