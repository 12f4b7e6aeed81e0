// The Reader and Writer interfaces over one SQLite connection within a transaction.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "pilah/store/audit_chain.hpp"
#include "pilah/store/sqlite/database.hpp"
#include "pilah/store/store.hpp"

namespace pilah::store::sqlite {

/// The reading half, for both: Reader and Writer inherit the interface from it.
template <class Interface>
class View : public Interface {
 public:
  explicit View(Database& database) : database_(database) {}

  std::vector<catalogue::Region> regions() override;
  std::optional<catalogue::Region> region(const catalogue::RegionCode& code) override;
  std::int64_t revision(const catalogue::RegionCode& region) override;
  InnovationPage innovations(const catalogue::RegionCode& region,
                             const InnovationQuery& query) override;
  std::vector<catalogue::InnovationId> innovations_named(
      const catalogue::RegionCode& region, const std::optional<catalogue::OrganisationId>& owner,
      std::string_view name) override;
  std::optional<catalogue::RegionCode> region_of(catalogue::InnovationId id) override;
  std::optional<OriginRow> origin(const catalogue::RegionCode& region, std::string_view list,
                                  std::string_view key) override;
  std::vector<Revision> history(const catalogue::RegionCode& region, RecordKind kind,
                                const catalogue::Uuid& id) override;

 protected:
  std::optional<Stored<std::string>> find_document(RecordKind kind,
                                                   const catalogue::RegionCode& region,
                                                   const catalogue::Uuid& id) override;
  void each_document(RecordKind kind, const catalogue::RegionCode& region,
                     const std::function<bool(const Stored<std::string>&)>& take) override;

  Database& database_;
};

extern template class View<Reader>;
extern template class View<Writer>;

using SqliteReader = View<Reader>;

/// The writing half. Belongs to one change of one actor; `at` is its time.
class SqliteWriter : public View<Writer> {
 public:
  SqliteWriter(Database& database, std::string_view actor, std::int64_t at)
      : View<Writer>(database), actor_(actor), at_(at) {}

  void put_region(const catalogue::Region& region) override;
  void put_origin(const OriginRow& origin) override;

 protected:
  std::int64_t put_record(RecordKind kind, const catalogue::RegionCode& region,
                          const catalogue::Uuid& id, const void* record,
                          std::string_view action) override;

 private:
  void require_references(RecordKind kind, const catalogue::RegionCode& region, const void* record);
  void require_free_code(const catalogue::RegionCode& region,
                         const catalogue::Organisation& organisation);
  std::int64_t add_audit_entry(RecordKind kind, const catalogue::RegionCode& region,
                               const catalogue::Uuid& id, std::string_view action,
                               const Digest& digest, std::string_view change);
  void store_record(RecordKind kind, const catalogue::RegionCode& region, const catalogue::Uuid& id,
                    const void* record, std::int64_t revision, std::string_view document,
                    bool is_new);
  void store_innovation(const catalogue::Innovation& innovation, std::int64_t revision,
                        std::string_view document, bool is_new);
  void store_areas(const catalogue::Innovation& innovation, bool is_new);

  std::string_view actor_;
  std::int64_t at_;
};

/// What the store looks an innovation up by, made here and compared as bytes.
std::string sort_key(std::string_view name);
std::string identity(const std::optional<catalogue::OrganisationId>& owner, std::string_view name);

}  // namespace pilah::store::sqlite
