// The Writer interface over one SQLite connection within a transaction.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/audit_chain.hpp"
#include "pilah/store/sqlite/columns.hpp"
#include "pilah/store/sqlite/view.hpp"

namespace pilah::store::sqlite {

/// Fills with random bytes.
using FillRandom = std::function<void(std::span<std::uint8_t>)>;

/// The writing half. Belongs to one change of one actor; `at` is its time.
/// finish() ends it; without that its savepoint has to be rolled back.
class SqliteWriter : public View<Writer> {
 public:
  SqliteWriter(Database& database, const Actor& actor, std::int64_t at, const FillRandom& random)
      : View<Writer>(database, at), actor_(actor), at_(at), random_(random) {}

  std::int64_t revision(const catalogue::RegionCode& region) override;
  std::vector<std::pair<catalogue::RegionCode, std::int64_t>> revisions() override;
  void put_region(const catalogue::Region& region) override;
  void put_origin(const OriginRow& origin) override;
  void note(const catalogue::RegionCode& region, std::string_view action,
            const catalogue::AccountId& account) override;
  std::int64_t put_working_copy(const WorkingCopy& copy) override;
  void drop_working_copy(const catalogue::RegionCode& region, std::string_view account,
                         catalogue::InnovationId innovation) override;
  void keep_answer(const catalogue::RequestKey& request, std::string_view answer) override;

  /// Writes down where each region's chain ends now. Throws Refusal(kUnavailable)
  /// when the database has failed within a put whose exception was swallowed.
  void finish();

 protected:
  std::int64_t put_record(RecordKind kind, const catalogue::RegionCode& region,
                          const catalogue::Uuid& id, const void* record,
                          std::string_view action) override;
  void add_aside_document(AsideKind kind, const catalogue::RegionCode& region,
                          const catalogue::Uuid& id, const Digest& digest,
                          const std::string& document) override;
  void change_aside_document(AsideKind kind, const catalogue::RegionCode& region,
                             const catalogue::Uuid& id, const std::string& document) override;
  std::int64_t remove_record(RecordKind kind, const catalogue::RegionCode& region,
                             const catalogue::Uuid& id, std::string_view action) override;
  std::int64_t erase_fields(RecordKind kind, const catalogue::RegionCode& region,
                            const catalogue::Uuid& id,
                            const std::vector<std::string>& fields) override;

 private:
  /// Where a region's revisions and its audit chain end.
  struct ChainEnd {
    std::int64_t revision = 0;
    std::int64_t sequence = 0;
    std::vector<std::uint8_t> head;
    std::int64_t at = 0;  ///< of the last entry: a clock that went back does not go before it
    bool moved = false;
  };
  /// A record as it is to be stored.
  struct Row {
    RecordKind kind;
    const catalogue::RegionCode& region;
    const catalogue::Uuid& id;
    const void* record;
    std::int64_t revision;
    std::string_view document;
    const Stored<std::string>* before;  ///< null: the record is new
  };
  /// Rows of (region, name, innovation), by which innovations are looked up.
  struct NameTable {
    const char* clear;
    const char* insert;
  };
  static const NameTable kAreas, kEvidence, kPendingEvidence;

  static catalogue::Refusal missing_reference(RecordKind kind, const catalogue::Uuid& id,
                                              const catalogue::RegionCode& region,
                                              const std::string& pointer);

  ChainEnd& chain_end(const catalogue::RegionCode& region);
  void require_references(RecordKind kind, const catalogue::RegionCode& region, const void* record);
  bool is_there(RecordKind kind, const catalogue::RegionCode& region, const catalogue::Uuid& id);
  void require_free_code(const catalogue::Organisation& organisation);
  void add_audit_entry(ChainEnd& end, const catalogue::RegionCode& region, AuditEntry entry,
                       std::string_view change);
  void store_row(const Row& row);
  void store_organisation(const Row& row);
  void store_person(const Row& row);
  void store_innovation(const Row& row);
  void store_pending_evidence(const Row& row);
  void drop_pending_evidence(const catalogue::RegionCode& region, const catalogue::Uuid& id,
                             const std::string& document);
  /// The innovation's rows in that table become those of `now`.
  void store_names(const NameTable& table, const catalogue::RegionCode& region,
                   const catalogue::Uuid& id, const std::vector<std::string>& before,
                   const std::vector<std::string>& now);
  void store_erased_row(RecordKind kind, const catalogue::RegionCode& region,
                        const catalogue::Uuid& id, std::int64_t revision,
                        const std::string& document, const Stored<std::string>& before);
  /// The newer versions of a verified innovation speak of the same.
  void erase_from_pending(const catalogue::RegionCode& region, const catalogue::Uuid& id,
                          const std::vector<std::string>& fields);
  std::vector<std::uint8_t> salt_of(const catalogue::RegionCode& region, const catalogue::Uuid& id);
  std::vector<std::uint8_t> new_salt(const catalogue::RegionCode& region,
                                     const catalogue::Uuid& id);

  const Actor& actor_;
  std::int64_t at_;
  const FillRandom& random_;
  std::map<std::string, ChainEnd, std::less<>> ends_;
  /// Records that were looked up and found: an import names few agencies often.
  std::set<std::tuple<RecordKind, std::string, catalogue::Uuid>> found_;
  bool within_put_ = false;
  catalogue::RegionCode changed_;  // the region of the last change ...
  std::int64_t revision_ = 0;      // ... and its number
};

}  // namespace pilah::store::sqlite
