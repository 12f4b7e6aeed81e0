#include "pilah/store/sqlite/view.hpp"

#include "pilah/store/change.hpp"
#include "pilah/store/sqlite/columns.hpp"
#include "pilah/store/sqlite/erasure.hpp"
#include "pilah/store/sqlite/innovation_page.hpp"
#include "pilah/store/sqlite/kept_requests.hpp"
#include "pilah/store/sqlite/record_sql.hpp"
#include "pilah/store/sqlite/verify_evidence.hpp"
#include "pilah/store/sqlite/working_copies.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::store::sqlite {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::OrganisationId;
using catalogue::Region;
using catalogue::RegionCode;
using catalogue::Uuid;

namespace {

Region region_in(std::string_view document) {
  return catalogue::from_json<Region>(catalogue::parse_json(document));
}

/// Whether the innovation with that document bears that name. The sort key has
/// told so already unless the name is longer.
bool bears_name(std::string_view document, const std::string& folded) {
  if (folded.size() < text::kSortKeyBytes) return true;
  const auto innovation = catalogue::from_json<Innovation>(catalogue::parse_json(document));
  return text::fold(innovation.name) == folded;
}

}  // namespace

template <class Interface>
std::vector<Region> View<Interface>::regions() {
  std::vector<Region> all;
  Statement statement = database_.prepare("SELECT document FROM region ORDER BY code");
  while (statement.step()) all.push_back(region_in(statement.text(0)));
  return all;
}

template <class Interface>
std::optional<Region> View<Interface>::region(const RegionCode& code) {
  Statement statement = database_.prepare("SELECT document FROM region WHERE code = ?");
  statement.bind(1, std::string_view(code.text()));
  if (!statement.step()) return std::nullopt;
  return region_in(statement.text(0));
}

template <class Interface>
std::int64_t View<Interface>::revision(const RegionCode& region) {
  Statement statement = database_.prepare("SELECT revision FROM region WHERE code = ?");
  statement.bind(1, std::string_view(region.text()));
  return statement.step() ? statement.integer(0) : 0;
}

template <class Interface>
std::vector<std::pair<RegionCode, std::int64_t>> View<Interface>::revisions() {
  std::vector<std::pair<RegionCode, std::int64_t>> all;
  Statement statement = database_.prepare("SELECT code, revision FROM region ORDER BY code");
  while (statement.step()) {
    if (auto code = RegionCode::parse(statement.text(0))) {
      all.emplace_back(*std::move(code), statement.integer(1));
    }
  }
  return all;
}

template <class Interface>
std::vector<RecordChange> View<Interface>::changes(const RegionCode& region, std::int64_t after,
                                                   std::size_t limit) {
  // A revision's number is never greater than its place in the audit log, whose
  // key leads to it.
  Statement statement = database_.prepare(
      "SELECT number, kind, record FROM audit WHERE region = ?1 AND sequence > ?2 "
      "AND number > ?2 ORDER BY sequence LIMIT ?3");
  statement.bind(1, std::string_view(region.text())).bind(2, after);
  statement.bind(3, static_cast<std::int64_t>(limit));
  std::vector<RecordChange> changes;
  while (statement.step()) {
    changes.push_back({statement.integer(0), static_cast<RecordKind>(statement.integer(1)),
                       uuid_of(statement.blob(2))});
  }
  return changes;
}

template <class Interface>
std::optional<Stored<std::string>> View<Interface>::find_document(RecordKind kind,
                                                                  const RegionCode& region,
                                                                  const Uuid& id) {
  Statement statement = database_.prepare(record_sql(kind).find);
  statement.bind(1, std::string_view(region.text())).bind(2, id.bytes);
  if (!statement.step()) return std::nullopt;
  return Stored<std::string>{std::string(statement.text(0)), statement.integer(1)};
}

template <class Interface>
void View<Interface>::each_document(RecordKind kind, const RegionCode& region,
                                    const std::optional<Uuid>& after,
                                    const std::function<bool(const Stored<std::string>&)>& take) {
  Statement statement =
      database_.prepare(after ? record_sql(kind).each_from : record_sql(kind).each);
  statement.bind(1, std::string_view(region.text()));
  if (after) statement.bind(2, after->bytes);
  while (statement.step() && take({std::string(statement.text(0)), statement.integer(1)})) {
  }
}

template <class Interface>
InnovationPage View<Interface>::innovations(const RegionCode& region,
                                            const InnovationQuery& query) {
  return innovation_page(database_, region, query);
}

template <class Interface>
std::vector<InnovationId> View<Interface>::innovations_named(
    const RegionCode& region, const std::optional<OrganisationId>& owner, std::string_view name) {
  const std::string folded = text::fold(name);
  const std::string key = text::sort_key(folded);
  Statement statement = database_.prepare(
      "SELECT id, document FROM innovation INDEXED BY innovation_sorted "
      "WHERE region = ? AND sort_key = ? AND owner IS ? ORDER BY id");
  statement.bind(1, std::string_view(region.text())).bind(2, blob(key));
  if (owner) {
    statement.bind(3, owner->uuid.bytes);
  } else {
    statement.bind_null(3);
  }
  std::vector<InnovationId> ids;
  while (statement.step()) {
    if (bears_name(statement.text(1), folded)) {
      ids.push_back(InnovationId{uuid_of(statement.blob(0))});
    }
  }
  return ids;
}

template <class Interface>
std::optional<RegionCode> View<Interface>::region_of(InnovationId id) {
  Statement statement = database_.prepare(
      "SELECT code FROM region WHERE EXISTS "
      "(SELECT 1 FROM innovation WHERE innovation.region = code AND id = ?)");
  statement.bind(1, id.uuid.bytes);
  if (!statement.step()) return std::nullopt;
  return RegionCode::parse(statement.text(0));
}

template <class Interface>
std::vector<std::pair<RegionCode, catalogue::TeamId>> View<Interface>::teams_of(
    const catalogue::AccountId& account) {
  Statement statement =
      database_.prepare("SELECT region, team FROM team_account WHERE account = ?");
  statement.bind(1, account.uuid.bytes);
  std::vector<std::pair<RegionCode, catalogue::TeamId>> teams;
  while (statement.step()) {
    if (const auto code = RegionCode::parse(statement.text(0))) {
      teams.emplace_back(*code, catalogue::TeamId{uuid_of(statement.blob(1))});
    }
  }
  return teams;
}

template <class Interface>
std::optional<OriginRow> View<Interface>::origin(const RegionCode& region, std::string_view list,
                                                 std::string_view key) {
  Statement statement = database_.prepare(
      "SELECT innovation, source FROM origin WHERE region = ? AND list = ? AND key = ?");
  statement.bind(1, std::string_view(region.text())).bind(2, list).bind(3, key);
  if (!statement.step()) return std::nullopt;
  return OriginRow{region, std::string(list), std::string(key),
                   InnovationId{uuid_of(statement.blob(0))}, std::string(statement.text(1))};
}

template <class Interface>
std::vector<Revision> View<Interface>::history(const RegionCode& region, RecordKind kind,
                                               const Uuid& id) {
  // Left to itself the planner walks the whole log of the region, which is in order already.
  Statement statement = database_.prepare(
      "SELECT number, at, actor, action, coalesce(text, '') FROM audit INDEXED BY audit_of_record "
      "LEFT JOIN change USING (region, sequence) "
      "WHERE region = ? AND record = ? AND kind = ? AND number IS NOT NULL "
      "ORDER BY sequence DESC");
  statement.bind(1, std::string_view(region.text())).bind(2, id.bytes);
  statement.bind(3, static_cast<std::int64_t>(kind));
  std::vector<Revision> revisions;
  const auto present = find_document(kind, region, id);
  // A change is told in full from what came of it; one that took the record away, from nothing.
  UnrolledDocument unrolled(present ? std::string_view(present->record) : kNoFields);
  while (statement.step()) {
    std::string change(statement.text(4));
    if (!change.empty()) {
      change = unrolled.undo(change);
    } else if (statement.text(3) != kErased) {
      unrolled = UnrolledDocument(kNoFields);  // it was new here: before, it was away
    }
    revisions.push_back({statement.integer(0), statement.integer(1), std::string(statement.text(2)),
                         std::string(statement.text(3)), kind, id, std::move(change)});
  }
  return revisions;
}

template <class Interface>
std::optional<std::string> View<Interface>::aside_with_id(AsideKind kind, const RegionCode& region,
                                                          const Uuid& id) {
  Statement statement =
      database_.prepare("SELECT document FROM aside WHERE region = ? AND kind = ? AND id = ?");
  statement.bind(1, std::string_view(region.text())).bind(2, static_cast<std::int64_t>(kind));
  if (!statement.bind(3, id.bytes).step()) return std::nullopt;
  return std::string(statement.text(0));
}

template <class Interface>
std::optional<std::string> View<Interface>::aside_with_digest(AsideKind kind,
                                                              const Digest& digest) {
  Statement statement =
      database_.prepare("SELECT document FROM aside WHERE kind = ? AND digest = ?");
  statement.bind(1, static_cast<std::int64_t>(kind));
  if (!statement.bind(2, digest).step()) return std::nullopt;
  return std::string(statement.text(0));
}

template <class Interface>
void View<Interface>::each_aside_document(AsideKind kind, const RegionCode& region,
                                          const Uuid& after,
                                          const std::function<bool(const std::string&)>& take) {
  Statement statement = database_.prepare(
      "SELECT document FROM aside WHERE region = ? AND kind = ? AND id > ? ORDER BY id");
  statement.bind(1, std::string_view(region.text())).bind(2, static_cast<std::int64_t>(kind));
  statement.bind(3, after.bytes);
  while (statement.step() && take(std::string(statement.text(0)))) {
  }
}

template <class Interface>
std::optional<WorkingCopy> View<Interface>::working_copy(const RegionCode& region,
                                                         std::string_view account,
                                                         InnovationId innovation) {
  return find_working_copy(database_, region, account, innovation);
}

template <class Interface>
std::vector<WorkingCopy> View<Interface>::working_copies(const RegionCode& region,
                                                         std::string_view account) {
  return list_working_copies(database_, region, account);
}

template <class Interface>
std::optional<RegionCode> View<Interface>::region_of_working_copy(std::string_view account,
                                                                  InnovationId innovation) {
  return find_region_of_working_copy(database_, account, innovation);
}

template <class Interface>
std::optional<KeptRequest> View<Interface>::kept_request(std::string_view caller,
                                                         std::string_view key) {
  auto kept = find_request(database_, caller, key);
  if (kept && kept->at <= now_ - kRequestsKeptMilliseconds) return std::nullopt;
  return kept;
}

template <class Interface>
bool View<Interface>::names_evidence(std::string_view sha256) {
  return is_named_evidence(database_, sha256);
}

template class View<Reader>;
template class View<Writer>;

}  // namespace pilah::store::sqlite
