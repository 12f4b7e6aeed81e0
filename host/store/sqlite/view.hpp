// The Reader interface over one SQLite connection within a transaction.
#pragma once

#include <functional>
#include <string>

#include "pilah/store/sqlite/accounts.hpp"
#include "pilah/store/sqlite/database.hpp"
#include "pilah/store/sqlite/happenings.hpp"
#include "pilah/store/sqlite/webhooks.hpp"
#include "pilah/store/store.hpp"

namespace pilah::store::sqlite {

/// The reading half, for both: Reader and Writer inherit the interface from it.
template <class Interface>
class View : public Interface {
 public:
  /// `now`: milliseconds since 1970.
  View(Database& database, std::int64_t now)
      : database_(database),
        now_(now),
        accounts_(database),
        happenings_(database, now),
        webhooks_(database) {}

  std::vector<catalogue::Region> regions() override;
  std::optional<catalogue::Region> region(const catalogue::RegionCode& code) override;
  std::int64_t revision(const catalogue::RegionCode& region) override;
  std::vector<std::pair<catalogue::RegionCode, std::int64_t>> revisions() override;
  std::vector<RecordChange> changes(const catalogue::RegionCode& region, std::int64_t after,
                                    std::size_t limit) override;
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
  std::vector<std::pair<catalogue::RegionCode, catalogue::TeamId>> teams_of(
      const catalogue::AccountId& account) override;
  SqliteAccounts& accounts() override { return accounts_; }
  SqliteHappenings& happenings() override { return happenings_; }
  SqliteWebhooks& webhooks() override { return webhooks_; }
  std::optional<WorkingCopy> working_copy(const catalogue::RegionCode& region,
                                          std::string_view account,
                                          catalogue::InnovationId innovation) override;
  std::vector<WorkingCopy> working_copies(const catalogue::RegionCode& region,
                                          std::string_view account) override;
  std::optional<catalogue::RegionCode> region_of_working_copy(
      std::string_view account, catalogue::InnovationId innovation) override;
  std::optional<KeptRequest> kept_request(std::string_view caller, std::string_view key) override;
  bool names_evidence(std::string_view sha256) override;

 protected:
  std::optional<Stored<std::string>> find_document(RecordKind kind,
                                                   const catalogue::RegionCode& region,
                                                   const catalogue::Uuid& id) override;
  void each_document(RecordKind kind, const catalogue::RegionCode& region,
                     const std::optional<catalogue::Uuid>& after,
                     const std::function<bool(const Stored<std::string>&)>& take) override;
  std::optional<std::string> aside_with_id(AsideKind kind, const catalogue::RegionCode& region,
                                           const catalogue::Uuid& id) override;
  std::optional<std::string> aside_with_digest(AsideKind kind, const Digest& digest) override;
  void each_aside_document(AsideKind kind, const catalogue::RegionCode& region,
                           const catalogue::Uuid& after,
                           const std::function<bool(const std::string&)>& take) override;

  Database& database_;
  std::int64_t now_;

 private:
  SqliteAccounts accounts_;
  SqliteHappenings happenings_;
  SqliteWebhooks webhooks_;
};

extern template class View<Reader>;
extern template class View<Writer>;

using SqliteReader = View<Reader>;

}  // namespace pilah::store::sqlite
