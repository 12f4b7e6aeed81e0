// What becomes of one row, given what the catalogue holds at this moment.
//
// Decided against a Reader, so that a dry run and a real run decide alike; the
// real one then stores what the decision says, within the same transaction.
#pragma once

#include <optional>
#include <string>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/intake/row_innovation.hpp"
#include "pilah/registry/intake/staged_row.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

/// A staged row read as far as that is possible without the catalogue.
struct PreparedRow {
  StagedRow staged;
  std::string source;                ///< of its cells
  catalogue::Innovation innovation;  ///< with id, region and origin
  FieldMessages warnings;            ///< of staging and reading
  std::optional<FieldMessage> refused;
  RowContext context;
};

/// Reads the cells of `row.staged`, whose list is `list`.
void prepare(PreparedRow& row, const std::string& list);

struct RowDecision {
  RowFate fate = RowFate::kUnchanged;
  std::optional<catalogue::InnovationId> id;
  std::optional<catalogue::Innovation> merged;  ///< to be stored in place of what is there
  std::optional<store::OriginRow> origin;
  std::optional<FieldMessage> refused;
  catalogue::Messages warnings;  ///< on edits that the list contradicts
};

/// Requires: the row is an entry or a repeated one; its owner is final.
/// kAdded: `row.innovation` itself is to be stored. Changes nothing.
RowDecision decide(store::Reader& reader, const PreparedRow& row, const std::string& list);

}  // namespace pilah::registry
