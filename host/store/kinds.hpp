// What is done with a record whose kind is known only when the program runs.
#pragma once

#include <string>
#include <vector>

#include <boost/json/value.hpp>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/store/record_kind.hpp"

namespace pilah::store {

/// The kind's name, which is also its table's.
const char* kind_name(RecordKind kind);
const std::vector<RecordKind>& all_kinds();

/// The record's document: its JSON as catalogue::to_json makes it, compact.
/// `record` points at the type of `kind`.
std::string document_of(RecordKind kind, const void* record);
/// The names of the record's fields, in the order of the document.
const std::vector<std::string>& fields_of(RecordKind kind);

/// One record that another names.
struct Reference {
  RecordKind kind = RecordKind::kInnovation;
  catalogue::Uuid id;
  std::string pointer;  ///< where it is named
};

/// All records of the same region that the record names. Items of plans are
/// named by their own ids and are not among them.
std::vector<Reference> references_of(RecordKind kind, const void* record);
/// The same for a document that was read from the store.
/// Throws Refusal(kInvalid) when it is no document of that kind.
std::vector<Reference> references_in(RecordKind kind, const boost::json::value& document);

}  // namespace pilah::store
