#include "pilah/registry/intake/row_decision.hpp"

#include <algorithm>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/intake/row_merge.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Innovation;
using catalogue::InnovationId;
using store::OriginRow;

namespace {

constexpr std::string_view kPending = "pending";

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

/// The source with the fields whose new value waits for a person.
std::string with_pending(const std::string& source, const std::vector<std::string>& pending) {
  if (pending.empty()) return source;
  auto document = boost::json::parse(source).as_object();
  boost::json::array fields;
  for (const auto& field : pending) fields.emplace_back(field);
  document[kPending] = std::move(fields);
  return boost::json::serialize(document);
}

std::vector<std::string> pending_of(const std::string& source) {
  std::vector<std::string> pending;
  if (source.find("\"pending\":[") == std::string::npos) return pending;
  const auto document = catalogue::parse_json(source);
  if (const auto* fields = document.as_object().if_contains(kPending);
      fields && fields->is_array()) {
    for (const auto& field : fields->get_array()) {
      if (field.is_string()) pending.emplace_back(field.get_string());
    }
  }
  return pending;
}

void warn_of_pending(RowDecision& decision, const std::vector<std::string>& pending) {
  if (pending.empty()) return;
  decision.warnings.push_back({"intake.edited_since", {{"fields", joined(pending)}}, ""});
}

/// The field of a list that fills the innovation's field at `pointer` ("/name").
Field field_at(std::string_view pointer) {
  const std::string_view name = pointer.substr(pointer.empty() ? 0 : 1);
  const std::string_view first = name.substr(0, name.find('/'));
  if (const auto field = field_named(first)) return *field;
  if (first == "budgets") return Field::kBudget;
  if (first == "mappings") return Field::kArea;
  if (first == "links") return Field::kLink;
  if (first == "affairs") return Field::kAffairsOther;
  if (first == "plan_links") return Field::kPlanRpjmd;
  return Field::kName;
}

std::optional<FieldMessage> refusal_of(const Innovation& innovation,
                                       const catalogue::Taxonomy& taxonomy) {
  auto messages = catalogue::validate(innovation, taxonomy);
  if (messages.empty()) return std::nullopt;
  return FieldMessage{field_at(messages.front().pointer), std::move(messages.front())};
}

Innovation read_source(const RowCells& cells, const PreparedRow& row) {
  const auto* organisations = row.context.organisations;
  const auto* owner =
      organisations ? organisations->find(owner_text(cells, cells.has(Field::kUnit))).organisation
                    : nullptr;
  std::optional<catalogue::OrganisationId> id;
  if (owner) id = owner->id;
  return read_innovation(cells, id, row.context).innovation;
}

/// A number of the list that named something else last time: two agencies count
/// from 1 in files of the same name.
bool is_other_entry(const RowCells& before, const PreparedRow& row) {
  const RowCells& now = row.staged.cells;
  const auto owner = [](const RowCells& cells) {
    return text::fold(owner_text(cells, cells.has(Field::kUnit)));
  };
  return text::fold(before[Field::kName]) != text::fold(now[Field::kName]) &&
         owner(before) != owner(now);
}

RowDecision merge_into(const store::Stored<Innovation>& stored, const Innovation& base,
                       const std::vector<std::string>& still_pending, const PreparedRow& row,
                       const std::string& list) {
  RowDecision decision;
  decision.id = stored.record.id;
  auto merged = merge_row(base, stored.record, row.innovation, still_pending);
  if (merged.innovation != stored.record) {
    decision.refused = refusal_of(merged.innovation, row.context.taxonomy);
    if (decision.refused) {
      decision.fate = RowFate::kRejected;
      decision.id.reset();
      return decision;
    }
    decision.fate = RowFate::kUpdated;
    decision.merged = std::move(merged.innovation);
  }
  decision.origin = OriginRow{row.staged.region, list, row.staged.key, *decision.id,
                              with_pending(row.source, merged.pending)};
  warn_of_pending(decision, merged.pending);
  return decision;
}

/// An entry that is there already though this list has not brought it yet: the
/// same name, owner and region, and not told apart by a key of this very list.
std::optional<store::Stored<Innovation>> of_same_name(store::Reader& reader, const PreparedRow& row,
                                                      const std::string& list) {
  if (!row.staged.first_of_name) return std::nullopt;
  const auto& region = row.staged.region;
  for (const InnovationId id :
       reader.innovations_named(region, row.innovation.owner, row.innovation.name)) {
    auto stored = reader.find<Innovation>(region, id);
    if (!stored || stored->record.status == catalogue::Status::kArchived) continue;
    const auto& origin = stored->record.origin;
    const bool told_apart = origin && origin->list == list && !origin->key.empty() &&
                            row.staged.keyed && origin->key != row.staged.key;
    if (!told_apart) return stored;
  }
  return std::nullopt;
}

/// What another list, or this one in its former shape, said of the entry last.
Innovation base_of(store::Reader& reader, const Innovation& innovation, const PreparedRow& row) {
  if (!innovation.origin || innovation.origin->key.empty()) return {};
  const auto origin =
      reader.origin(innovation.region, innovation.origin->list, innovation.origin->key);
  return origin ? read_source(RowCells::from_source(origin->source), row) : Innovation{};
}

RowDecision decide_known(store::Reader& reader, const OriginRow& origin, const PreparedRow& row,
                         const std::string& list) {
  RowDecision decision;
  decision.id = origin.innovation;
  if (origin.source == row.source) return decision;
  const RowCells before = RowCells::from_source(origin.source);
  if (before == row.staged.cells) {
    warn_of_pending(decision, pending_of(origin.source));
    return decision;
  }
  if (row.staged.keyed && is_other_entry(before, row)) {
    decision.fate = RowFate::kRejected;
    decision.id.reset();
    decision.refused = FieldMessage{Field::kKey,
                                    {"intake.key_of_another",
                                     {{"key", row.staged.key},
                                      {"list", list},
                                      {"before", before[Field::kName]},
                                      {"now", row.staged.cells[Field::kName]}},
                                     ""}};
    return decision;
  }
  const auto stored = reader.find<Innovation>(row.staged.region, origin.innovation);
  if (!stored) return decision;
  return merge_into(*stored, read_source(before, row), pending_of(origin.source), row, list);
}

}  // namespace

void prepare(PreparedRow& row, const std::string& list) {
  const StagedRow& staged = row.staged;
  row.source = staged.cells.source();
  std::optional<catalogue::OrganisationId> owner;
  if (staged.owner) owner = staged.owner->id;
  auto read = read_innovation(staged.cells, owner, row.context);
  row.innovation = std::move(read.innovation);
  row.innovation.id = staged.id;
  row.innovation.region = staged.region;
  row.innovation.origin = catalogue::Origin{list, staged.key, staged.sheet, staged.row};
  row.warnings = staged.warnings;
  std::move(read.warnings.begin(), read.warnings.end(), std::back_inserter(row.warnings));
  row.refused = refusal_of(row.innovation, row.context.taxonomy);
}

RowDecision decide(store::Reader& reader, const PreparedRow& row, const std::string& list) {
  const StagedRow& staged = row.staged;
  const auto origin = reader.origin(staged.region, list, staged.key);
  if (staged.kind == StagedRow::Kind::kRepeated) {
    RowDecision decision;
    if (origin) decision.id = origin->innovation;
    return decision;
  }
  if (row.refused) {
    RowDecision decision;
    decision.fate = RowFate::kRejected;
    decision.refused = row.refused;
    return decision;
  }
  if (origin) return decide_known(reader, *origin, row, list);
  if (const auto stored = of_same_name(reader, row, list)) {
    return merge_into(*stored, base_of(reader, stored->record, row), {}, row, list);
  }
  RowDecision decision;
  decision.fate = RowFate::kAdded;
  decision.id = row.innovation.id;
  decision.origin = OriginRow{staged.region, list, staged.key, staged.id, row.source};
  return decision;
}

}  // namespace pilah::registry
