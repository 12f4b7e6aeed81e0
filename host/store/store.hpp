// The catalogue in a database: one interface, whatever lies behind it.
//
// Reads happen in a Reader, a consistent view; writes in a function that gets a
// Writer. Such a function may be run again (after a conflict, or when a group of
// writes is split), so it must have no effect but through its Writer and the
// values that it assigns. No SQL, no row number, no collation and no clock of
// the database shows through: sort keys are made here and compared as bytes.
//
// Errors: catalogue::Refusal. kUnavailable when the database cannot take or
// give anything now (disk full, busy, newer version: the message says which);
// kConflict when a write contradicts what is stored. After any exception out of
// write() nothing of that function is stored; after its return all of it is,
// and survives a crash and, if so asked, a power cut.
//
// Threads: a Store may be used from any number of threads at once. A Reader or
// Writer belongs to the thread that got it and dies with the call.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pilah/catalogue/chain_head.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/store/accounts.hpp"
#include "pilah/store/aside.hpp"
#include "pilah/store/audit_chain.hpp"
#include "pilah/store/evidence_files.hpp"
#include "pilah/store/happenings.hpp"
#include "pilah/store/innovation_query.hpp"
#include "pilah/store/kept_request.hpp"
#include "pilah/store/record_kind.hpp"
#include "pilah/store/stored.hpp"
#include "pilah/store/webhooks.hpp"
#include "pilah/store/working_copy.hpp"

namespace pilah::store {

using catalogue::ChainHead;

/// A consistent view of the catalogue.
class Reader {
 public:
  virtual ~Reader() = default;

  /// Every region of this host, by code.
  virtual std::vector<catalogue::Region> regions() = 0;
  virtual std::optional<catalogue::Region> region(const catalogue::RegionCode& code) = 0;
  /// The number of the region's last accepted change; 0: none yet.
  virtual std::int64_t revision(const catalogue::RegionCode& region) = 0;
  /// The same of every region, by code.
  virtual std::vector<std::pair<catalogue::RegionCode, std::int64_t>> revisions() = 0;
  /// What the revisions behind number `after` changed, oldest first, `limit` at most.
  virtual std::vector<RecordChange> changes(const catalogue::RegionCode& region, std::int64_t after,
                                            std::size_t limit) = 0;

  template <class Record>
  std::optional<Stored<Record>> find(const catalogue::RegionCode& region,
                                     const decltype(Record::id)& id) {
    auto document = find_document(KindOf<Record>::value, region, id.uuid);
    if (!document) return std::nullopt;
    return read_record<Record>(*document);
  }

  /// The record's document as it is kept: its JSON, compact, for whoever passes it on unread.
  template <class Record>
  std::optional<Stored<std::string>> find_text(const catalogue::RegionCode& region,
                                               const decltype(Record::id)& id) {
    return find_document(KindOf<Record>::value, region, id.uuid);
  }

  /// Calls `take` for each record of the kind in the region, by id, until it answers false.
  template <class Record>
  void each(const catalogue::RegionCode& region,
            const std::function<bool(const Stored<Record>&)>& take) {
    visit<Record>(region, std::nullopt, take);
  }
  /// The same, but goes on behind the id `after`.
  template <class Record>
  void each_from(const catalogue::RegionCode& region, const decltype(Record::id)& after,
                 const std::function<bool(const Stored<Record>&)>& take) {
    visit<Record>(region, after.uuid, take);
  }

  /// The same of the records' documents as they are kept, compact JSON, for whoever takes a
  /// little of each of thousands.
  template <class Record>
  void each_text(const catalogue::RegionCode& region,
                 const std::function<bool(const Stored<std::string>&)>& take) {
    each_document(KindOf<Record>::value, region, std::nullopt, take);
  }
  template <class Record>
  void each_text_from(const catalogue::RegionCode& region, const decltype(Record::id)& after,
                      const std::function<bool(const Stored<std::string>&)>& take) {
    each_document(KindOf<Record>::value, region, after.uuid, take);
  }

  template <class Record>
  std::vector<Stored<Record>> all(const catalogue::RegionCode& region) {
    std::vector<Stored<Record>> records;
    each<Record>(region, [&](const Stored<Record>& stored) {
      records.push_back(stored);
      return true;
    });
    return records;
  }

  virtual InnovationPage innovations(const catalogue::RegionCode& region,
                                     const InnovationQuery& query) = 0;
  /// The innovations of that owner (none: ownerless) whose folded name is that
  /// of `name`, by id.
  virtual std::vector<catalogue::InnovationId> innovations_named(
      const catalogue::RegionCode& region, const std::optional<catalogue::OrganisationId>& owner,
      std::string_view name) = 0;
  /// Where an innovation with that id lies, whatever its region.
  virtual std::optional<catalogue::RegionCode> region_of(catalogue::InnovationId id) = 0;
  virtual std::optional<OriginRow> origin(const catalogue::RegionCode& region,
                                          std::string_view list, std::string_view key) = 0;
  /// The changes of one record, newest first.
  virtual std::vector<Revision> history(const catalogue::RegionCode& region, RecordKind kind,
                                        const catalogue::Uuid& id) = 0;
  /// The teams of all regions of which the account is a member.
  virtual std::vector<std::pair<catalogue::RegionCode, catalogue::TeamId>> teams_of(
      const catalogue::AccountId& account) = 0;
  virtual AccountReader& accounts() = 0;
  virtual HappeningReader& happenings() = 0;
  virtual WebhookReader& webhooks() = 0;

  // Beside the catalogue (aside.hpp)
  template <class Record>
  std::optional<Record> find_aside(const catalogue::RegionCode& region,
                                   const decltype(Record::id)& id) {
    return read_aside<Record>(aside_with_id(AsideKindOf<Record>::value, region, id.uuid));
  }
  /// Whatever its region.
  template <class Record>
  std::optional<Record> find_aside(const Digest& digest) {
    return read_aside<Record>(aside_with_digest(AsideKindOf<Record>::value, digest));
  }
  /// Calls `take` with each of the region behind the id `after`, by id, until it answers false.
  template <class Record>
  void each_aside(const catalogue::RegionCode& region, const decltype(Record::id)& after,
                  const std::function<bool(const Record&)>& take) {
    each_aside_document(
        AsideKindOf<Record>::value, region, after.uuid,
        [&](const std::string& document) { return take(*read_aside<Record>(document)); });
  }

  virtual std::optional<WorkingCopy> working_copy(const catalogue::RegionCode& region,
                                                  std::string_view account,
                                                  catalogue::InnovationId innovation) = 0;
  /// All of that account in the region, without their documents, the last first.
  virtual std::vector<WorkingCopy> working_copies(const catalogue::RegionCode& region,
                                                  std::string_view account) = 0;
  /// Where that account has one of that innovation.
  virtual std::optional<catalogue::RegionCode> region_of_working_copy(
      std::string_view account, catalogue::InnovationId innovation) = 0;
  /// The request that the caller sent under that key, within the last 24 hours.
  virtual std::optional<KeptRequest> kept_request(std::string_view caller,
                                                  std::string_view key) = 0;
  /// Whether an innovation of any region names the evidence file.
  virtual bool names_evidence(std::string_view sha256) = 0;

 protected:
  virtual std::optional<Stored<std::string>> find_document(RecordKind kind,
                                                           const catalogue::RegionCode& region,
                                                           const catalogue::Uuid& id) = 0;
  virtual void each_document(RecordKind kind, const catalogue::RegionCode& region,
                             const std::optional<catalogue::Uuid>& after,
                             const std::function<bool(const Stored<std::string>&)>& take) = 0;
  virtual std::optional<std::string> aside_with_id(AsideKind kind,
                                                   const catalogue::RegionCode& region,
                                                   const catalogue::Uuid& id) = 0;
  virtual std::optional<std::string> aside_with_digest(AsideKind kind, const Digest& digest) = 0;
  virtual void each_aside_document(AsideKind kind, const catalogue::RegionCode& region,
                                   const catalogue::Uuid& after,
                                   const std::function<bool(const std::string&)>& take) = 0;

 private:
  template <class Record>
  static std::optional<Record> read_aside(const std::optional<std::string>& document) {
    if (!document) return std::nullopt;
    return catalogue::from_json<Record>(catalogue::parse_json(*document));
  }
  template <class Record>
  void visit(const catalogue::RegionCode& region, const std::optional<catalogue::Uuid>& after,
             const std::function<bool(const Stored<Record>&)>& take) {
    each_document(KindOf<Record>::value, region, after, [&](const Stored<std::string>& document) {
      return take(read_record<Record>(document));
    });
  }
  template <class Record>
  static Stored<Record> read_record(const Stored<std::string>& document) {
    return {catalogue::from_json<Record>(catalogue::parse_json(document.record)),
            document.revision};
  }
};

/// A view that also changes. Sees its own changes.
class Writer : public Reader {
 public:
  /// Adds the region, or changes its name and time zone. No revision of its own.
  virtual void put_region(const catalogue::Region& region) = 0;

  /// Adds the record or replaces the one with its id; answers the new revision's
  /// number. An equal record is not stored again: the answer is its present
  /// revision. Throws Refusal(kConflict) when it names a record that is not
  /// there, or repeats what must be unique (an organisation's code), and
  /// Refusal(kNotFound) when its region is not of this host.
  template <class Record>
  std::int64_t put(const Record& record, std::string_view action) {
    return put_record(KindOf<Record>::value, record.region, record.id.uuid, &record, action);
  }

  virtual void put_origin(const OriginRow& origin) = 0;

  /// Adds a record beside the catalogue, found by its id and by that digest from then
  /// on; Refusal(kNotFound) when its region is not of this host.
  template <class Record>
  void add_aside(const Record& record, const Digest& digest) {
    add_aside_document(AsideKindOf<Record>::value, record.region, record.id.uuid, digest,
                       boost::json::serialize(catalogue::to_json(record)));
  }
  /// Replaces the one with its id. Requires: it is there.
  template <class Record>
  void change_aside(const Record& record) {
    change_aside_document(AsideKindOf<Record>::value, record.region, record.id.uuid,
                          boost::json::serialize(catalogue::to_json(record)));
  }

  /// Takes the record away; answers the new revision's number, under which history
  /// keeps what it was. Throws Refusal(kNotFound) when it is not there.
  template <class Record>
  requires(kRemovable<Record>) std::int64_t
      remove(const catalogue::RegionCode& region, const decltype(Record::id)& id,
             std::string_view action) {
    return remove_record(KindOf<Record>::value, region, id.uuid, action);
  }
  AccountWriter& accounts() override = 0;
  HappeningWriter& happenings() override = 0;
  WebhookWriter& webhooks() override = 0;
  /// An entry of the region's audit log that is no revision: what was done about the
  /// account. Whoever reads the log later reads `action`: no names in it.
  virtual void note(const catalogue::RegionCode& region, std::string_view action,
                    const catalogue::AccountId& account) = 0;

  /// Keeps it in the place of the one before; answers its new version. No revision.
  virtual std::int64_t put_working_copy(const WorkingCopy& copy) = 0;
  virtual void drop_working_copy(const catalogue::RegionCode& region, std::string_view account,
                                 catalogue::InnovationId innovation) = 0;
  /// What was answered to a request that was carried out; no longer than kLongestAnswer.
  virtual void keep_answer(const catalogue::RequestKey& request, std::string_view answer) = 0;

  /// Takes those fields' texts out of the record and out of all that its history
  /// tells, where they can never be read again; answers the new revision's number.
  /// The audit chain holds: an entry "erased" vouches for what is left. What an import
  /// and unsaved working copies kept of an innovation goes too. Once it is committed,
  /// Store::scrub() clears the files. Throws Refusal(kNotFound) without the record,
  /// Refusal(kInvalid) for a field that it must have.
  template <class Record>
  std::int64_t erase(const catalogue::RegionCode& region, const decltype(Record::id)& id,
                     const std::vector<std::string>& fields) {
    return erase_fields(KindOf<Record>::value, region, id.uuid, fields);
  }

 protected:
  virtual std::int64_t erase_fields(RecordKind kind, const catalogue::RegionCode& region,
                                    const catalogue::Uuid& id,
                                    const std::vector<std::string>& fields) = 0;
  /// `record` points at the catalogue type of `kind`.
  virtual std::int64_t put_record(RecordKind kind, const catalogue::RegionCode& region,
                                  const catalogue::Uuid& id, const void* record,
                                  std::string_view action) = 0;
  virtual void add_aside_document(AsideKind kind, const catalogue::RegionCode& region,
                                  const catalogue::Uuid& id, const Digest& digest,
                                  const std::string& document) = 0;
  virtual void change_aside_document(AsideKind kind, const catalogue::RegionCode& region,
                                     const catalogue::Uuid& id, const std::string& document) = 0;
  virtual std::int64_t remove_record(RecordKind kind, const catalogue::RegionCode& region,
                                     const catalogue::Uuid& id, std::string_view action) = 0;
};

/// Rows of an import that are validated but not applied yet: appended once,
/// sealed, then read in order, also after a restart.
class Staging {
 public:
  virtual ~Staging() = default;
  virtual void append(std::string_view row) = 0;
  /// From here on the rows survive a crash; no more are appended.
  virtual void seal() = 0;
  /// Calls `take` with the rows from number `first` (0 is the first) on until it answers false.
  virtual void read(std::int64_t first,
                    const std::function<bool(std::int64_t number, std::string_view row)>& take) = 0;
};

/// What `pilah verify` found in one region or in the database as a whole.
struct VerifyFinding {
  std::string region;  ///< empty: the whole database
  catalogue::Message message;
};

struct VerifyReport {
  std::int64_t regions = 0;
  std::int64_t records = 0;
  std::int64_t revisions = 0;
  std::int64_t audit_entries = 0;
  std::vector<VerifyFinding> findings;  ///< empty: all is well
  std::int64_t evidence_files = 0;
  std::vector<ChainHead> heads;  ///< of each region, by code
};

/// When a change must be on the disk.
enum class Durability {
  kNow,   ///< when write() returns
  kSoon,  ///< with the next change that must be there now, or some megabytes later; a
          ///< power cut before may take it, and all that came after it. For the slices of
          ///< work that goes on from what is stored.
};

class Store {
 public:
  virtual ~Store() = default;

  virtual void read(const std::function<void(Reader&)>& use) = 0;
  /// Runs `change`, stores what it did and returns once that is on the disk, or
  /// once it is sure to come there before any later change.
  /// Several threads' changes share one transaction, a savepoint each.
  virtual void write(const Actor& actor, const std::function<void(Writer&)>& change,
                     Durability durability) = 0;
  void write(const Actor& actor, const std::function<void(Writer&)>& change) {
    write(actor, change, Durability::kNow);
  }

  /// Opens the rows staged for `import`, new or of an earlier run. Throws
  /// Refusal(kConflict) while another process has them open. What was never
  /// sealed is gone when the store is opened next.
  virtual std::unique_ptr<Staging> staging(catalogue::ImportId import) = 0;
  virtual void drop_staging(catalogue::ImportId import) = 0;

  /// Checks the database's pages, every audit chain, every reference, and that
  /// each record is what its history says. `outside`: heads that were taken earlier;
  /// one that no chain holds any more is a finding.
  virtual VerifyReport verify(const std::vector<ChainHead>& outside) = 0;
  VerifyReport verify() { return verify({}); }

  /// Writes all that is stored, as of one moment, into `folder`, which is there
  /// and empty: what open_...() opens again. Synced, but for the folder's own
  /// names. Others may write meanwhile. Answers the heads of what was written.
  virtual std::vector<ChainHead> copy_to(const std::filesystem::path& folder) = 0;

  /// Moves finished changes out of the log into the database file, also while
  /// others write. A store does so by itself when much is to be moved.
  virtual void checkpoint() = 0;

  /// Clears the log of what was erased: after it the folder's files hold none of it.
  /// Waits for reads that are under way.
  virtual void scrub() = 0;

  /// The files that innovations name as evidence.
  virtual EvidenceFiles& evidence() = 0;
};

}  // namespace pilah::store
