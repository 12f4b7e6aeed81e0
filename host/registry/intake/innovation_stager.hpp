// The rows of a list of innovations, validated and staged one by one.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/likely_duplicates.hpp"
#include "pilah/registry/intake/list_sheets.hpp"
#include "pilah/registry/intake/region_indexes.hpp"
#include "pilah/registry/intake/row_identity.hpp"
#include "pilah/registry/intake/row_region.hpp"
#include "pilah/registry/intake/staged_row.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

/// Reads cells, region, owner and identity of each row; changes nothing but the
/// staging. One thread at a time.
class InnovationStager : public ListSheets::Listener {
 public:
  /// `region`: of every row; nothing: each row tells its own.
  InnovationStager(const Environment& environment, RegionIndexes& indexes,
                   LikelyDuplicates& duplicates, std::optional<catalogue::RegionCode> region,
                   store::Staging& staging)
      : environment_(environment),
        indexes_(indexes),
        duplicates_(duplicates),
        given_(std::move(region)),
        staging_(staging),
        regions_(environment.directory) {}

  void header(const std::string& sheet, const ListHeader& header) override;
  void entry(const ListRow& row) override;
  void unreadable(std::int64_t row, std::uint32_t column, std::string_view why) override;

  std::int64_t rows() const { return rows_; }

 private:
  struct FieldColumn {
    std::size_t index;
    std::optional<Field> field;
    std::string attribute;  ///< when it is no field
  };
  void read_cells(const ListRow& row);
  bool find_region();
  std::string find_owner();
  bool refuse(Field field, catalogue::Message message);
  bool check_sizes();
  void append();
  std::string column_of(Field field) const;

  const Environment& environment_;
  RegionIndexes& indexes_;
  LikelyDuplicates& duplicates_;
  std::optional<catalogue::RegionCode> given_;
  store::Staging& staging_;
  RegionReader regions_;
  RowIdentities identities_;
  std::unordered_set<catalogue::OrganisationId> new_owners_;
  ListHeader header_;
  std::vector<FieldColumn> columns_;
  StagedRow row_;
  std::string bytes_;
  std::int64_t rows_ = 0;
};

}  // namespace pilah::registry
