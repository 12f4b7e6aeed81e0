#include "pilah/registry/intake/import_list.hpp"

#include <algorithm>
#include <fstream>
#include <future>
#include <set>
#include <sstream>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/run/import_run.hpp"
#include "pilah/registry/intake/file_digest.hpp"
#include "pilah/registry/intake/innovation_stager.hpp"
#include "pilah/registry/intake/list_file.hpp"
#include "pilah/registry/intake/organisation_list.hpp"
#include "pilah/registry/intake/row_applier.hpp"
#include "pilah/registry/intake/row_region.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::registry {

using catalogue::ImportId;
using catalogue::ImportRecord;
using catalogue::RegionCode;

namespace {

/// Drops the staging unless the import has come so far that it can be resumed.
class StagingGuard {
 public:
  StagingGuard(store::Store& store, ImportId import) : store_(store), import_(import) {}
  ~StagingGuard() {
    if (kept_) return;
    try {
      store_.drop_staging(import_);
    } catch (const std::exception&) {
      // The store drops at its next start what was never sealed or recorded.
    }
  }
  StagingGuard(const StagingGuard&) = delete;
  StagingGuard& operator=(const StagingGuard&) = delete;
  void keep() { kept_ = true; }

 private:
  store::Store& store_;
  ImportId import_;
  bool kept_ = false;
};

/// Where the import's record lies: the region asked for; for rows that tell
/// their regions themselves the holding list.
RegionCode region_of_record(const std::optional<RegionCode>& given) {
  return given ? *given : RegionCode::unknown();
}

void put_record(const Environment& environment, const Caller& caller, const ImportRecord& record) {
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    if (!writer.region(record.region)) writer.put_region(holding_region());
    writer.put(record, "importing");
  });
}

/// A failure that cut the import off: what is done stays, and how it goes on.
catalogue::Refusal interrupted(const catalogue::Refusal& cause, const ImportRecord& record) {
  catalogue::Messages messages{{"intake.interrupted",
                                {{"list", record.list},
                                 {"done", std::to_string(record.rows_applied)},
                                 {"rows", std::to_string(record.rows_staged)}},
                                ""}};
  messages.insert(messages.end(), cause.messages().begin(), cause.messages().end());
  return {cause.kind(), std::move(messages)};
}

void count_into(ImportReport& report, const ImportRecord& record) {
  report.added = record.added;
  report.updated = record.updated;
  report.unchanged = record.unchanged;
  report.rejected = record.rejected;
}

ImportReport import_innovations(const Environment& environment, const Caller& caller,
                                const ImportRequest& request, const ListFile& list,
                                const std::function<void(const ImportedRow&)>& each_row,
                                const std::function<void(std::int64_t rows)>& progress) {
  std::optional<RegionCode> region;
  if (request.region != "auto") region = chosen_region(environment, request.region);

  ImportReport report;
  report.import = ImportId{environment.new_uuid()};
  report.list = list.name;
  report.dry_run = request.dry_run;
  const auto staging = environment.store.staging(report.import);
  StagingGuard guard(environment.store, report.import);
  auto digest = std::async(std::launch::async, [&list] { return file_digest(list.file); });

  RegionIndexes indexes(environment);
  LikelyDuplicates duplicates(environment, caller);
  InnovationStager stager(environment, indexes, duplicates, region, *staging);
  ListSheets sheets(HeaderSet::kInnovations, environment.list_words, list.map, stager);
  read_list(list, sheets, report);
  staging->seal();
  duplicates.look_up_catalogue();

  ImportRecord record;
  record.id = report.import;
  record.region = region_of_record(region);
  record.list = list.name;
  record.sha256 = digest.get();
  record.importer = {list.importer->manifest.id, list.importer->manifest.version,
                     list.importer->manifest.sha256};
  record.rows_staged = stager.rows();
  if (!request.dry_run) {
    put_record(environment, caller, record);
    guard.keep();
  }
  RowApplier applier(environment, {caller.actor}, record, {&sheets.headers(), each_row, progress},
                     &duplicates);
  {
    PreparedRows rows(environment, indexes, *staging, list.name, 0);
    if (request.dry_run) {
      applier.preview(rows);
    } else {
      try {
        applier.run(rows);
      } catch (const catalogue::Refusal& cause) {
        throw interrupted(cause, applier.record());
      }
    }
  }
  if (!request.dry_run) environment.store.drop_staging(report.import);
  count_into(report, applier.record());
  return report;
}

}  // namespace

void require_import(const Environment& environment, const Caller& caller,
                    const ImportRequest& request) {
  const bool of_innovations = request.kind == ListKind::kInnovations;
  if (of_innovations && request.region == "auto") {
    require(caller, Deed::kAdministerHost, {});
    return;
  }
  const auto region = chosen_region(environment, request.region);
  require(caller, of_innovations ? Deed::kImport : Deed::kAdministerRegion, {region, {}});
}

ImportReport import_list(const Environment& environment, const Caller& caller,
                         const ImportRequest& request,
                         const std::function<void(const ImportedRow&)>& each_row,
                         const std::function<void(std::int64_t rows)>& progress) {
  require_import(environment, caller, request);
  const ListFile list = open_list(environment, request);
  if (request.kind == ListKind::kOrganisations) {
    return import_organisations(environment, caller, request, list, each_row, progress);
  }
  return import_innovations(environment, caller, request, list, each_row, progress);
}

}  // namespace pilah::registry
