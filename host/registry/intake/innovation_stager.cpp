#include "pilah/registry/intake/innovation_stager.hpp"

#include <algorithm>

#include "pilah/registry/intake/cells.hpp"
#include "pilah/registry/intake/plain_text.hpp"
#include "pilah/registry/intake/row_innovation.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::OrganisationId;

namespace {

constexpr std::size_t kMaxName = 500;  // bytes, as catalogue::validate has it
constexpr std::size_t kMaxLine = 2000;
constexpr std::size_t kMaxText = std::size_t{64} * 1024;
constexpr std::size_t kMaxKey = 200;

std::size_t limit_of(Field field) {
  if (field == Field::kKey) return kMaxKey;
  if (field == Field::kName || field == Field::kShortName || field == Field::kOwner) {
    return kMaxName;
  }
  return has_lines(field) ? kMaxText : kMaxLine;
}

/// Programs write the whole numbers of a column with gaps as "8.0".
void tidy_key(std::string& key) {
  if (key.size() > 2 && key.ends_with(".0") &&
      key.find_first_not_of("0123456789") == key.size() - 2) {
    key.resize(key.size() - 2);
  }
}

}  // namespace

void InnovationStager::header(const std::string& sheet, const ListHeader& header) {
  header_ = header;
  row_.sheet = sheet;
  columns_.clear();
  for (const auto& column : header.columns) {
    columns_.push_back({column.index, field_named(column.field), column.field});
  }
}

void InnovationStager::read_cells(const ListRow& row) {
  row_.kind = StagedRow::Kind::kEntry;
  row_.row = row.row;
  row_.warnings.clear();
  row_.owner.reset();
  row_.key.clear();
  row_.cells.clear();
  for (const auto& column : columns_) {
    if (column.index >= row.cells.size()) continue;
    const std::string_view cell = row.cells[column.index];
    const bool lines = !column.field || has_lines(*column.field);
    std::string text = lines ? plain_text(cell) : plain_line(cell);
    if (environment_.list_words.means_unknown(text)) continue;
    if (column.field) {
      row_.cells[*column.field] = std::move(text);
    } else {
      row_.cells.attributes.emplace_back(column.attribute, std::move(text));
    }
  }
  std::sort(row_.cells.attributes.begin(), row_.cells.attributes.end());
  tidy_key(row_.cells[Field::kKey]);
}

std::string InnovationStager::column_of(Field field) const {
  const auto* column = header_.column_of(name_of(field));
  return column ? column->header : std::string(name_of(field));
}

bool InnovationStager::refuse(Field field, Message message) {
  row_.kind = StagedRow::Kind::kRejected;
  row_.column = column_of(field);
  row_.reason = std::move(message);
  row_.reason.arguments.emplace_back("column", row_.column);
  return false;
}

bool InnovationStager::check_sizes() {
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    const std::size_t size = row_.cells[field].size();
    if (size <= limit_of(field)) continue;
    return refuse(field,
                  {"intake.cell_too_long",
                   {{"size", std::to_string(size)}, {"limit", std::to_string(limit_of(field))}},
                   ""});
  }
  for (const auto& [name, text] : row_.cells.attributes) {
    if (text.size() <= kMaxText) continue;
    const auto* column = header_.column_of(name);
    refuse(Field::kName,
           {"intake.cell_too_long",
            {{"size", std::to_string(text.size())}, {"limit", std::to_string(kMaxText)}},
            ""});
    row_.column = column ? column->header : name;
    row_.reason.arguments.back().second = row_.column;
    return false;
  }
  return true;
}

bool InnovationStager::find_region() {
  if (given_) {
    row_.region = *given_;
    row_.warnings = regions_.disagreements(row_.cells, *given_);
    return true;
  }
  RowRegion found = regions_.region_of(row_.cells);
  if (found.refused) return refuse(found.refused->field, std::move(found.refused->message));
  row_.region = found.code;
  row_.warnings = std::move(found.warnings);
  return true;
}

/// The owner's name; empty when the row has none.
std::string InnovationStager::find_owner() {
  auto& cells = row_.cells;
  const auto* institution = environment_.directory.by_name(cells[Field::kInstitution]);
  auto names = read_parts(owner_text(cells, institution != nullptr), environment_.list_words);
  if (names.empty()) {
    row_.warnings.push_back({Field::kOwner, {"intake.owner_missing", {}, ""}});
    return {};
  }
  for (std::size_t i = 1; i < names.size(); ++i) {  // a second owner supports the first
    auto& supporting = cells[Field::kSupportingOrganisations];
    supporting += (supporting.empty() ? "" : "; ") + names[i];
  }
  const std::string& name = names.front();
  auto& organisations = indexes_.organisations(row_.region);
  const auto found = organisations.find(name);
  if (found.several) {
    row_.warnings.push_back({Field::kOwner, {"intake.owner_ambiguous", {{"read", name}}, ""}});
    return {};
  }
  if (found.organisation) {
    row_.owner = StagedOwner{found.organisation->id, "", ""};
    if (new_owners_.contains(found.organisation->id)) {
      row_.owner->new_code = found.organisation->code;
      row_.owner->new_name = found.organisation->name;
    }
    return found.organisation->name;
  }
  auto made =
      organisations.make(OrganisationId{environment_.new_uuid()}, name, environment_.list_words);
  new_owners_.insert(made.id);
  row_.owner = StagedOwner{made.id, made.code, made.name};
  row_.warnings.push_back(
      {Field::kOwner, {"intake.owner_added", {{"read", name}, {"code", made.code}}, ""}});
  organisations.add(std::move(made));
  return name;
}

void InnovationStager::append() {
  write_staged(row_, bytes_);
  staging_.append(bytes_);
  ++rows_;
}

void InnovationStager::entry(const ListRow& row) {
  read_cells(row);
  const bool has_name = row_.cells.has(Field::kName);
  if (!has_name) refuse(Field::kName, {"intake.name_missing", {}, ""});
  if (has_name && check_sizes() && find_region()) {
    const std::string owner = find_owner();
    row_.keyed = row_.cells.has(Field::kKey);
    row_.key = row_.cells[Field::kKey];
    row_.id.uuid = environment_.new_uuid();
    const RowRepeat repeat = identities_.enter(row_, row_.cells.source());
    if (repeat.first_row != 0 && repeat.equal) {
      row_.kind = StagedRow::Kind::kRepeated;
    } else if (repeat.first_row != 0) {
      refuse(row_.keyed ? Field::kKey : Field::kName,
             {"intake.repeated", {{"first", std::to_string(repeat.first_row)}}, ""});
    } else {
      duplicates_.hear(row_, owner);
    }
  }
  append();
}

void InnovationStager::unreadable(std::int64_t row, std::uint32_t column, std::string_view why) {
  row_.kind = StagedRow::Kind::kRejected;
  row_.row = row;
  row_.column.clear();
  if (column > 0) {
    const auto named = std::find_if(header_.columns.begin(), header_.columns.end(),
                                    [&](const ListColumn& c) { return c.index + 1 == column; });
    row_.column = named == header_.columns.end() ? std::to_string(column) : named->header;
  }
  row_.reason = {"intake.row_unreadable", {{"why", std::string(why)}, {"column", row_.column}}, ""};
  append();
}

}  // namespace pilah::registry
