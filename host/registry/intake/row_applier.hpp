// Stores the staged rows of one import in short slices, or tells what would happen.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "pilah/catalogue/import_record.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/intake/likely_duplicates.hpp"
#include "pilah/registry/intake/list_header.hpp"
#include "pilah/registry/intake/prepared_rows.hpp"
#include "pilah/registry/intake/stored_owners.hpp"

namespace pilah::registry {

/// Who listens to an import. All of it may be empty.
struct ImportListener {
  const std::map<std::string, ListHeader>* headers = nullptr;  ///< by sheet, to name columns
  std::function<void(const ImportedRow&)> each_row;
  std::function<void(std::int64_t rows)> progress;
};

/// One thread at a time.
class RowApplier {
 public:
  /// `record` tells where the import stands; run() goes on from there.
  RowApplier(const Environment& environment, store::Actor actor, catalogue::ImportRecord record,
             ImportListener listener, LikelyDuplicates* duplicates);

  /// Stores every row that is left. After an exception the rows of finished
  /// slices stay, and the record in the store tells where to go on.
  void run(PreparedRows& rows);
  /// Decides every row as run() would and stores nothing.
  void preview(PreparedRows& rows);

  const catalogue::ImportRecord& record() const { return record_; }

 private:
  void write_slice(PreparedRows::Chunk& chunk, std::size_t& at);
  RowDecision apply_row(store::Writer& writer, PreparedRow& row);
  std::vector<StagedOwner> supporters_of(store::Writer& writer, PreparedRow& row);
  const catalogue::Region& region_of(store::Writer& writer, const catalogue::RegionCode& code);
  void tell(const PreparedRow& row, RowDecision decision);
  std::string column_of(const PreparedRow& row, Field field) const;

  const Environment& environment_;
  store::Actor actor_;
  catalogue::ImportRecord record_;
  ImportListener listener_;
  LikelyDuplicates* duplicates_;
  StoredOwners owners_;
  std::map<catalogue::RegionCode, catalogue::Region> regions_;  // known to be in the store
  bool uncommitted_ = false;  // a write began and has not returned
  bool previewing_ = false;
};

}  // namespace pilah::registry
