#include "pilah/registry/intake/row_region.hpp"

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {

using catalogue::CodeScheme;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::Region;
using catalogue::RegionCode;

namespace {

/// A spreadsheet turns 3271 into "3271.0" and "32.71" into "32,71".
std::string tidied_code(std::string code) {
  if (code.size() > 2 && code.ends_with(".0")) code.resize(code.size() - 2);
  if (code.size() == 5 && code[2] == ',') code[2] = '.';
  return code;
}

/// Whether `inner` is `outer` or lies within the province `outer`.
bool lies_within(const RegionCode& inner, const RegionCode& outer) {
  return inner == outer || (outer.is_province() && inner.text().starts_with(outer.text()));
}

Message disagreement(const Region& kept, const Region& other) {
  return {"intake.region_disagrees",
          {{"kept", kept.name}, {"kept_code", kept.code.text()}, {"other", other.name}},
          ""};
}

}  // namespace

Region holding_region() {
  return {RegionCode::unknown(), "Daerah belum diketahui", catalogue::RegionKind::kUnknown,
          catalogue::TimeZone::kWib};
}

const Region* RegionReader::named_within(const std::string& text) {
  if (text.empty() || text.size() > 500) return nullptr;
  constexpr std::size_t kKept = 4096;
  if (const auto known = within_.find(text); known != within_.end()) return known->second;
  const Region* region = directory_.named_within(text);
  if (within_.size() < kKept) within_.emplace(text, region);
  return region;
}

const Region* RegionReader::named(const std::string& text) {
  if (const Region* region = named_within(text)) return region;
  return text.empty() || text.size() > 500 ? nullptr : directory_.by_name(text);
}

RegionReader::Named RegionReader::by_name(const RowCells& cells) {
  for (const Field field : {Field::kRegionName, Field::kInstitution}) {
    if (const Region* region = named(cells[field])) return {region, field};
  }
  // An agency's name tells its region only in full: "... Kota Surabaya".
  for (const Field field : {Field::kOwner, Field::kUnit}) {
    if (const Region* region = named_within(cells[field])) return {region, field};
  }
  return {};
}

RegionReader::Coded RegionReader::by_code(const RowCells& cells, const Region* named) {
  for (const Field field : {Field::kRegionCode, Field::kRegionCodeBps}) {
    if (!cells.has(field)) continue;
    const auto scheme =
        field == Field::kRegionCodeBps ? std::optional(CodeScheme::kBps) : std::nullopt;
    try {
      const auto& region = directory_.resolve(tidied_code(cells[field]), scheme,
                                              named ? std::string_view(named->name) : "");
      return {&region, field, std::nullopt};
    } catch (const Refusal& refusal) {
      return {nullptr, field, refusal.messages().front()};
    }
  }
  return {};
}

RegionReader::Coded RegionReader::province_of(const RowCells& cells) {
  if (const Region* region = named(cells[Field::kProvinceName])) {
    return {region, Field::kProvinceName, std::nullopt};
  }
  for (const Field field : {Field::kProvinceCode, Field::kProvinceCodeBps}) {
    const auto code = RegionCode::parse(tidied_code(cells[field]));
    const Region* region = code && code->is_province() ? directory_.find(*code) : nullptr;
    if (region) return {region, field, std::nullopt};
  }
  return {};
}

RowRegion RegionReader::region_of(const RowCells& cells) {
  RowRegion result;
  const Named name = by_name(cells);
  const Coded code = by_code(cells, name.region);
  if (code.problem && !name.region) {
    result.refused = FieldMessage{code.field, *code.problem};
    return result;
  }
  if (code.problem) result.warnings.push_back({code.field, *code.problem});
  const Region* region = name.region ? name.region : code.region;
  if (name.region && code.region && name.region != code.region) {
    if (lies_within(code.region->code, name.region->code)) {
      region = code.region;  // the name is only that of its province
    } else if (!lies_within(name.region->code, code.region->code)) {
      result.warnings.push_back({code.field, disagreement(*name.region, *code.region)});
    }
  }
  if (!region) region = province_of(cells).region;
  result.code = region ? region->code : RegionCode::unknown();
  if (!region) result.warnings.push_back({Field::kRegionName, {"intake.region_unknown", {}, ""}});
  return result;
}

FieldMessages RegionReader::disagreements(const RowCells& cells, const RegionCode& given) {
  const Region* kept = directory_.find(given);
  if (!kept) return {};  // the holding list takes rows of every region
  Named said{named(cells[Field::kRegionName]), Field::kRegionName};
  if (!said.region) {
    const Coded code = by_code(cells, nullptr);
    said = {code.region, code.field};
  }
  if (!said.region || lies_within(said.region->code, given) ||
      lies_within(given, said.region->code)) {
    return {};
  }
  return {{said.field, disagreement(*kept, *said.region)}};
}

}  // namespace pilah::registry
