// The difference between two versions of a document, as small as it can be told,
// and the way back through it.
//
// Documents are taken as the texts that the store keeps: compact JSON objects
// whose members stand in the order of the record's fields. Members are compared
// and moved as texts, so that unrolling gives back the very bytes that once
// were stored, fractions with their last digit included.
//
// A change is an object with a member for each field that differs. Its value is one of
//   [old, new]                               a missing member is null
//   {"at": n, "old": "...", "new": "..."}    a part of a text, behind n bytes as written
//   {"parts": [[n, "old", "new"], ...]}      several of them; n counts in the newer text
//   {"at": n, "old": [...], "new": [...]}    elements of a list, behind n others
//   {"at": n, "in": DIFFERENCE}              within element n of a list
//   {"in": {"member": DIFFERENCE, ...}}      within an object; "added": [key, ...] and
//     "lost": [[index, key, value], ...] beside it where one has members that the other has not
// so a word that is mended in a long text costs the word, not the text twice.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pilah::store {

/// The document of a record that was taken away.
inline constexpr std::string_view kNoFields = "{}";

/// A document that replaces an older one.
struct Replacement {
  std::string document;  ///< the newer one; members of equal value as the older one wrote them
  std::string change;    ///< in the order of the newer document, then of the older; empty: equal
};

/// Throws std::invalid_argument when either is no such document.
Replacement replace(std::string_view older, std::string_view newer);

/// The document, or the change, without those members. Throws std::invalid_argument
/// when it is none.
std::string without_fields(std::string_view object, const std::vector<std::string>& fields);

/// A document on the way back through its history. A value; one thread.
class UnrolledDocument {
 public:
  /// Throws std::invalid_argument when `document` is none.
  explicit UnrolledDocument(std::string_view document);

  /// Goes back behind `change`; answers it in full: {"field": [old, new]}. Throws
  /// std::invalid_argument when it is none that led to the present state.
  std::string undo(std::string_view change);
  /// As it was stored then; `fields` are the record's, in their order.
  std::string text(const std::vector<std::string>& fields) const;

 private:
  std::map<std::string, std::string, std::less<>> members_;
};

}  // namespace pilah::store
