#include "pilah/registry/intake/row_applier.hpp"

#include <algorithm>

#include "pilah/registry/intake/row_region.hpp"
#include "pilah/registry/notifications/tell.hpp"

namespace pilah::registry {

using catalogue::ImportRecord;
using catalogue::ImportState;
using catalogue::Message;
using catalogue::Region;
using catalogue::RegionCode;

namespace {

/// Other writers wait for the slice in hand, for its commit, and for what must
/// go to the disk before theirs: with slices of 5 ms that came to at most 50.
constexpr std::int64_t kSliceMilliseconds = 5;

void count(ImportRecord& record, RowFate fate) {
  switch (fate) {
    case RowFate::kAdded:
      ++record.added;
      return;
    case RowFate::kUpdated:
      ++record.updated;
      return;
    case RowFate::kUnchanged:
      ++record.unchanged;
      return;
    case RowFate::kRejected:
      ++record.rejected;
      return;
  }
}

RowDecision decision_of(store::Reader& reader, const PreparedRow& row, const std::string& list) {
  if (row.staged.kind != StagedRow::Kind::kRejected) return decide(reader, row, list);
  RowDecision rejected;
  rejected.fate = RowFate::kRejected;
  return rejected;
}

}  // namespace

RowApplier::RowApplier(const Environment& environment, store::Actor actor, ImportRecord record,
                       ImportListener listener, LikelyDuplicates* duplicates)
    : environment_(environment),
      actor_(std::move(actor)),
      record_(std::move(record)),
      listener_(std::move(listener)),
      duplicates_(duplicates),
      owners_(environment.list_words) {}

void RowApplier::run(PreparedRows& rows) {
  for (auto chunk = rows.next(); !chunk.empty(); chunk = rows.next()) {
    for (std::size_t at = 0; at < chunk.size();) write_slice(chunk, at);
  }
  ImportRecord done = record_;
  done.state = ImportState::kDone;
  environment_.store.write(actor_, [&](store::Writer& writer) {
    writer.put(done, "imported");
    tell_imported(writer, done.region, done.id, actor_.text);
  });
  record_ = done;
}

void RowApplier::preview(PreparedRows& rows) {
  previewing_ = true;
  for (auto chunk = rows.next(); !chunk.empty(); chunk = rows.next()) {
    std::vector<RowDecision> decisions;
    environment_.store.read([&](store::Reader& reader) {
      decisions.clear();
      for (const auto& row : chunk) decisions.push_back(decision_of(reader, row, record_.list));
    });
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      count(record_, decisions[i].fate);
      ++record_.rows_applied;
      tell(chunk[i], std::move(decisions[i]));
    }
    if (listener_.progress) listener_.progress(record_.rows_applied);
  }
}

void RowApplier::write_slice(PreparedRows::Chunk& chunk, std::size_t& at) {
  std::vector<RowDecision> decisions;
  ImportRecord record;
  const auto slice = [&](store::Writer& writer) {
    // May run again: everything it leaves behind is set anew.
    decisions.clear();
    if (uncommitted_) regions_.clear();
    uncommitted_ = true;
    record = record_;
    owners_.begin();
    const std::int64_t begin = environment_.steady_milliseconds();
    for (std::size_t i = at; i < chunk.size(); ++i) {
      decisions.push_back(apply_row(writer, chunk[i]));
      count(record, decisions.back().fate);
      if (environment_.steady_milliseconds() - begin >= kSliceMilliseconds) break;
    }
    owners_.end(writer);
    record.rows_applied += static_cast<std::int64_t>(decisions.size());
    writer.put(record, "importing");
  };
  // The rows lie in the staging: after a power cut those of the last slices are
  // applied again. The last write of the import makes all of them last.
  environment_.store.write(actor_, slice, store::Durability::kSoon);
  uncommitted_ = false;
  owners_.committed();
  record_ = std::move(record);
  for (auto& decision : decisions) tell(chunk[at++], std::move(decision));
  if (listener_.progress) listener_.progress(record_.rows_applied);
}

const Region& RowApplier::region_of(store::Writer& writer, const RegionCode& code) {
  const auto known = regions_.find(code);
  if (known != regions_.end()) return known->second;
  auto region = writer.region(code);
  if (!region) {
    const Region* listed = environment_.directory.find(code);
    region = listed ? *listed : holding_region();
    writer.put_region(*region);
  }
  return regions_.emplace(code, *region).first->second;
}

/// The supporting organisations under the ids that they are kept under. One of
/// them may be new, as the owner of a row that comes only later.
std::vector<StagedOwner> RowApplier::supporters_of(store::Writer& writer, PreparedRow& row) {
  std::vector<StagedOwner> supporters;
  for (auto& supporter : row.innovation.supporting_organisations) {
    const auto* named = row.context.organisations->find(supporter);
    if (!named) continue;
    StagedOwner staged{named->id, named->code, named->name};
    staged.id = owners_.id_of(writer, region_of(writer, row.staged.region), staged);
    supporter = staged.id;
    supporters.push_back(std::move(staged));
  }
  return supporters;
}

RowDecision RowApplier::apply_row(store::Writer& writer, PreparedRow& row) {
  const auto& owner = row.staged.owner;
  if (row.staged.kind == StagedRow::Kind::kEntry && owner && !row.refused) {
    row.innovation.owner = owners_.id_of(writer, region_of(writer, row.staged.region), *owner);
  }
  const auto supporters = supporters_of(writer, row);
  RowDecision decision = decision_of(writer, row, record_.list);
  const catalogue::Innovation* put = decision.merged ? &*decision.merged : nullptr;
  if (decision.fate == RowFate::kAdded) put = &row.innovation;
  if (put) {
    const Region& region = region_of(writer, row.staged.region);
    if (owner && put->owner == row.innovation.owner) {
      owners_.add_if_new(writer, region, *owner, *put->owner);
    }
    for (const auto& supporter : supporters) {
      owners_.add_if_new(writer, region, supporter, supporter.id);
    }
    writer.put(*put, decision.fate == RowFate::kAdded ? "imported" : "updated by import");
  }
  if (decision.origin) writer.put_origin(*decision.origin);
  return decision;
}

std::string RowApplier::column_of(const PreparedRow& row, Field field) const {
  if (listener_.headers) {
    const auto header = listener_.headers->find(row.staged.sheet);
    if (header != listener_.headers->end()) {
      if (const auto* column = header->second.column_of(name_of(field))) return column->header;
    }
  }
  return std::string(name_of(field));
}

void RowApplier::tell(const PreparedRow& row, RowDecision decision) {
  if (!listener_.each_row) return;
  ImportedRow told;
  told.row = row.staged.row;
  told.sheet = row.staged.sheet;
  told.fate = decision.fate;
  if (!previewing_ || decision.fate != RowFate::kAdded) told.id = decision.id;
  const auto with_column = [&](const FieldMessage& message) {
    Message named = message.message;
    named.arguments.emplace_back("column", column_of(row, message.field));
    return named;
  };
  if (decision.fate == RowFate::kRejected) {
    if (row.staged.kind == StagedRow::Kind::kRejected) {
      told.column = row.staged.column;
      told.reason = row.staged.reason;
    } else if (decision.refused) {
      told.column = column_of(row, decision.refused->field);
      told.reason = with_column(*decision.refused);
    }
  } else if (row.staged.kind == StagedRow::Kind::kEntry) {
    told.warnings = std::move(decision.warnings);
    if (decision.fate != RowFate::kUnchanged) {
      for (const auto& warning : row.warnings) told.warnings.push_back(with_column(warning));
    }
    if (duplicates_ && decision.id) {
      if (auto alike = duplicates_->find(row, *decision.id, decision.fate)) {
        told.warnings.push_back(std::move(*alike));
      }
    }
  }
  listener_.each_row(told);
}

}  // namespace pilah::registry
