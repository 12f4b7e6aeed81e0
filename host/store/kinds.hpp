// What is done with a record whose kind is known only when the program runs.
#pragma once

#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/store/record_kind.hpp"

namespace pilah::store {

/// The kind's name, which is also its table's.
const char* kind_name(RecordKind kind);
const std::vector<RecordKind>& all_kinds();

/// The canonical JSON of the record; `record` points at the type of `kind`.
boost::json::object document_of(RecordKind kind, const void* record);
/// The same document with its members in canonical order, whatever the order
/// they come in. Throws Refusal(kInvalid) when it is no document of that kind.
boost::json::object canonical(RecordKind kind, const boost::json::object& document);

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
std::vector<Reference> references_in(RecordKind kind, const boost::json::object& document);

}  // namespace pilah::store
