// The region that a row of a list belongs to, told by the row itself.
//
// A dotted code is Kemendagri's; a bare one counts when its column names the
// scheme (kabkota_id is BPS's) or a name in the row agrees. Where the code and a
// full name ("Kota Sukabumi") disagree the name wins: names are typed, codes
// are picked from lists. What names no region goes to the holding list "00".
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "pilah/catalogue/region.hpp"
#include "pilah/registry/intake/field_message.hpp"

namespace pilah::registry {

/// "00", where innovations wait until a person assigns them.
catalogue::Region holding_region();

struct RowRegion {
  catalogue::RegionCode code;
  FieldMessages warnings;
  std::optional<FieldMessage> refused;  ///< the row cannot be taken
};

/// Reads the rows of one list; keeps what it looked up. One thread at a time.
class RegionReader {
 public:
  explicit RegionReader(const catalogue::RegionDirectory& directory) : directory_(directory) {}

  RowRegion region_of(const RowCells& cells);
  /// The row says another region than `given`: a warning, the given one holds.
  FieldMessages disagreements(const RowCells& cells, const catalogue::RegionCode& given);

  /// The region whose name the text is ("Surabaya") or contains in full; null: none or several.
  const catalogue::Region* named(const std::string& text);

 private:
  struct Named {
    const catalogue::Region* region = nullptr;
    Field field = Field::kRegionName;
  };
  Named by_name(const RowCells& cells);
  struct Coded {
    const catalogue::Region* region = nullptr;
    Field field = Field::kRegionCode;
    std::optional<catalogue::Message> problem;
  };
  Coded by_code(const RowCells& cells, const catalogue::Region* named);
  Coded province_of(const RowCells& cells);

  const catalogue::Region* named_within(const std::string& text);

  const catalogue::RegionDirectory& directory_;
  std::unordered_map<std::string, const catalogue::Region*> within_;
};

}  // namespace pilah::registry
