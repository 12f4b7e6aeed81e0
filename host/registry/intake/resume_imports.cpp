#include <algorithm>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/import_list.hpp"
#include "pilah/registry/intake/row_applier.hpp"
#include "pilah/registry/notifications/tell.hpp"

namespace pilah::registry {

using catalogue::ImportRecord;
using catalogue::ImportState;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

std::vector<ImportRecord> open_imports(const Environment& environment) {
  std::vector<ImportRecord> open;
  environment.store.read([&](store::Reader& reader) {
    open.clear();
    for (const auto& region : reader.regions()) {
      for (auto& stored : reader.all<ImportRecord>(region.code)) {
        if (stored.record.state == ImportState::kApplying) open.push_back(std::move(stored.record));
      }
    }
  });
  return open;
}

/// The record as it is now that its staging is ours, and who asked for the import.
struct OpenImport {
  std::optional<ImportRecord> record;
  std::string actor = "import";
};

OpenImport look_again(const Environment& environment, const ImportRecord& seen) {
  OpenImport open;
  environment.store.read([&](store::Reader& reader) {
    open = {};
    const auto stored = reader.find<ImportRecord>(seen.region, seen.id);
    if (!stored || stored->record.state != ImportState::kApplying) return;
    open.record = stored->record;
    const auto history = reader.history(seen.region, store::RecordKind::kImport, seen.id.uuid);
    if (!history.empty()) open.actor = history.back().actor;
  });
  return open;
}

void resume(const Environment& environment, const ImportRecord& seen) {
  {
    const auto staging = environment.store.staging(seen.id);
    const OpenImport open = look_again(environment, seen);
    if (open.record) {
      RegionIndexes indexes(environment);
      RowApplier applier(environment, {open.actor}, *open.record, {}, nullptr);
      PreparedRows rows(environment, indexes, *staging, open.record->list,
                        open.record->rows_applied);
      applier.run(rows);
    }
  }
  environment.store.drop_staging(seen.id);
}

/// The staged rows are gone or damaged: there is nothing to go on with.
bool is_lost(const Message& why) {
  return why.kind == "store.staging_torn" || why.kind == "intake.staging_damaged";
}

/// Ends an import that cannot be finished; its record keeps how far it came.
void give_up(const Environment& environment, const ImportRecord& seen) {
  environment.store.write({"import"}, [&](store::Writer& writer) {
    auto stored = writer.find<ImportRecord>(seen.region, seen.id);
    if (!stored) return;
    stored->record.state = ImportState::kDone;
    const auto history = writer.history(seen.region, store::RecordKind::kImport, seen.id.uuid);
    writer.put(stored->record, "given up");
    tell_imported(writer, seen.region, seen.id, history.empty() ? "import" : history.back().actor);
  });
  environment.store.drop_staging(seen.id);
}

}  // namespace

catalogue::Messages resume_imports(const Environment& environment) {
  catalogue::Messages unfinished;
  for (const auto& record : open_imports(environment)) {
    try {
      resume(environment, record);
    } catch (const Refusal& refusal) {
      // Another process has the staging open: it is the one that imports.
      if (refusal.kind() == RefusalKind::kConflict) continue;
      unfinished.push_back(refusal.messages().front());
      unfinished.push_back({"intake.not_resumed",
                            {{"list", record.list},
                             {"applied", std::to_string(record.rows_applied)},
                             {"staged", std::to_string(record.rows_staged)}},
                            ""});
      if (is_lost(refusal.messages().front())) give_up(environment, record);
    }
  }
  return unfinished;
}

}  // namespace pilah::registry
