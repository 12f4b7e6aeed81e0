// The difference between two versions of a document, readable in both directions.
//
// Documents are taken as the texts that the store keeps: compact JSON objects
// whose members stand in the order of the record's fields. Members are compared
// and moved as texts, so that unrolling gives back the very bytes that once
// were stored, fractions with their last digit included.
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
  /// {"field": [old, new]} for each member that differs, in the order of the
  /// newer document, then of the older; a missing member is null. Empty: equal.
  std::string change;
};

/// Throws std::invalid_argument when either is no such document.
Replacement replace(std::string_view older, std::string_view newer);

/// A document on the way back through its history. A value; one thread.
class UnrolledDocument {
 public:
  /// Throws std::invalid_argument when `document` is none.
  explicit UnrolledDocument(std::string_view document);

  /// Goes back behind `change`. Throws std::invalid_argument when it is none
  /// that led to the present state.
  void undo(std::string_view change);
  /// As it was stored then; `fields` are the record's, in their order.
  std::string text(const std::vector<std::string>& fields) const;

 private:
  std::map<std::string, std::string, std::less<>> members_;
};

}  // namespace pilah::store
