#include "pilah/store/sqlite/view.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::store::sqlite {

using catalogue::Innovation;
using catalogue::InnovationId;
using catalogue::Message;
using catalogue::OrganisationId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::Region;
using catalogue::RegionCode;
using catalogue::Uuid;

namespace {

constexpr std::size_t kSortKey = 120;  // bytes: enough to tell names apart on a page

std::span<const std::uint8_t> blob(std::string_view bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

Uuid uuid_of(std::span<const std::uint8_t> bytes) {
  Uuid uuid;
  std::copy_n(bytes.begin(), std::min(bytes.size(), uuid.bytes.size()), uuid.bytes.begin());
  return uuid;
}

Region region_of_row(const Statement& row) {
  Region region;
  region.code = *RegionCode::parse(row.text(0));
  region.name = row.text(1);
  region.kind = *catalogue::enum_named<catalogue::RegionKind>(row.text(2));
  region.time_zone = *catalogue::enum_named<catalogue::TimeZone>(row.text(3));
  return region;
}

/// Where a page ended: the last sort key and id, in hexadecimal.
struct Place {
  std::string key;
  std::string id;
};

std::string written(std::span<const std::uint8_t> key, std::span<const std::uint8_t> id) {
  return hexadecimal(key) + "-" + hexadecimal(id);
}

std::optional<std::string> bytes_of(std::string_view digits) {
  if (digits.size() % 2 != 0 || digits.size() > 2 * kSortKey) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    int value = 0;
    for (const char c : {digits[i], digits[i + 1]}) {
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
      if (digit < 0) return std::nullopt;
      value = value * 16 + digit;
    }
    bytes += static_cast<char>(value);
  }
  return bytes;
}

Place read_place(const std::string& after) {
  const std::size_t dash = after.find('-');
  const auto key = bytes_of(std::string_view(after).substr(0, dash));
  const auto id =
      dash == std::string::npos ? std::nullopt : bytes_of(std::string_view(after).substr(dash + 1));
  if (!key || !id || id->size() != 16) {
    throw Refusal(RefusalKind::kInvalid, Message{"store.bad_cursor", {{"after", after}}, "/after"});
  }
  return {*key, *id};
}

/// Gathers conditions with their values, in the order of the question marks.
class Conditions {
 public:
  explicit Conditions(std::string sql) : sql_(std::move(sql)) {}

  void numbers(const char* column, const std::vector<std::int64_t>& values) {
    if (values.empty()) return;
    sql_ += std::string(" AND ") + column + " IN (" + marks(values.size()) + ")";
    for (const auto value : values)
      binders_.push_back([value](Statement& s, int at) { s.bind(at, value); });
  }
  void blobs(const char* column, std::vector<std::string> values) {
    if (values.empty()) return;
    sql_ += std::string(" AND ") + column + " IN (" + marks(values.size()) + ")";
    for (auto& value : values) keep_blob(std::move(value));
  }
  void areas(const std::vector<std::string>& areas) {
    if (areas.empty()) return;
    sql_ +=
        " AND id IN (SELECT innovation FROM innovation_area WHERE region = i.region AND area IN (" +
        marks(areas.size()) + "))";
    for (const auto& area : areas) {
      binders_.push_back([&area](Statement& s, int at) { s.bind(at, std::string_view(area)); });
    }
  }
  void behind(const Place& place) {
    sql_ += " AND (sort_key, id) > (?, ?)";
    keep_blob(place.key);
    keep_blob(place.id);
  }
  void plain(const char* condition) { sql_ += condition; }
  void number(std::int64_t value) {
    binders_.push_back([value](Statement& s, int at) { s.bind(at, value); });
  }
  const std::string& sql() const { return sql_; }
  void bind(Statement& statement, int first) const {
    for (const auto& binder : binders_) binder(statement, first++);
  }

 private:
  static std::string marks(std::size_t count) {
    std::string text = "?";
    for (std::size_t i = 1; i < count; ++i) text += ", ?";
    return text;
  }
  void keep_blob(std::string value) {
    const auto kept = std::make_shared<std::string>(std::move(value));
    binders_.push_back([kept](Statement& s, int at) { s.bind(at, blob(*kept)); });
  }
  std::string sql_;
  std::vector<std::function<void(Statement&, int)>> binders_;
};

template <class Enum>
std::vector<std::int64_t> numbers_of(const std::vector<Enum>& values) {
  std::vector<std::int64_t> numbers;
  for (const auto value : values) numbers.push_back(static_cast<std::int64_t>(value));
  return numbers;
}

}  // namespace

std::string sort_key(std::string_view name) { return text::fold(name).substr(0, kSortKey); }

std::string identity(const std::optional<OrganisationId>& owner, std::string_view name) {
  const Uuid none{};
  const Uuid& id = owner ? owner->uuid : none;
  std::string bytes(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
  bytes += text::fold(name);
  const Digest digest = sha256(bytes);
  return {reinterpret_cast<const char*>(digest.data()), 16};
}

template <class Interface>
std::vector<Region> View<Interface>::regions() {
  std::vector<Region> all;
  Statement statement =
      database_.prepare("SELECT code, name, kind, time_zone FROM region ORDER BY code");
  while (statement.step()) all.push_back(region_of_row(statement));
  return all;
}

template <class Interface>
std::optional<Region> View<Interface>::region(const RegionCode& code) {
  Statement statement =
      database_.prepare("SELECT code, name, kind, time_zone FROM region WHERE code = ?");
  statement.bind(1, std::string_view(code.text()));
  if (!statement.step()) return std::nullopt;
  return region_of_row(statement);
}

template <class Interface>
std::int64_t View<Interface>::revision(const RegionCode& region) {
  Statement statement = database_.prepare("SELECT revision FROM region WHERE code = ?");
  statement.bind(1, std::string_view(region.text()));
  return statement.step() ? statement.integer(0) : 0;
}

template <class Interface>
std::optional<Stored<std::string>> View<Interface>::find_document(RecordKind kind,
                                                                  const RegionCode& region,
                                                                  const Uuid& id) {
  Statement statement = database_.prepare(std::string("SELECT document, revision FROM ") +
                                          kind_name(kind) + " WHERE region = ? AND id = ?");
  statement.bind(1, std::string_view(region.text())).bind(2, id.bytes);
  if (!statement.step()) return std::nullopt;
  return Stored<std::string>{std::string(statement.text(0)), statement.integer(1)};
}

template <class Interface>
void View<Interface>::each_document(RecordKind kind, const RegionCode& region,
                                    const std::function<bool(const Stored<std::string>&)>& take) {
  // By id, a piece at a time: `take` may use the store itself meanwhile.
  const std::string sql = std::string("SELECT document, revision, id FROM ") + kind_name(kind) +
                          " WHERE region = ? AND id > ? ORDER BY id LIMIT 256";
  std::string last;
  for (;;) {
    std::vector<Stored<std::string>> piece;
    {
      Statement statement = database_.prepare(sql);
      statement.bind(1, std::string_view(region.text())).bind(2, blob(last));
      while (statement.step()) {
        piece.push_back({std::string(statement.text(0)), statement.integer(1)});
        const auto id = statement.blob(2);
        last.assign(reinterpret_cast<const char*>(id.data()), id.size());
      }
    }
    if (piece.empty()) return;
    for (const auto& document : piece) {
      if (!take(document)) return;
    }
  }
}

template <class Interface>
InnovationPage View<Interface>::innovations(const RegionCode& region,
                                            const InnovationQuery& query) {
  const std::size_t limit = std::clamp<std::size_t>(query.limit, 1, 1000);
  Conditions conditions(
      "SELECT document, revision, sort_key, id FROM innovation i WHERE region = ?");
  conditions.numbers("status", numbers_of(query.statuses));
  conditions.numbers("entry_kind", numbers_of(query.entry_kinds));
  std::vector<std::string> owners;
  for (const auto& owner : query.owners) {
    owners.emplace_back(reinterpret_cast<const char*>(owner.uuid.bytes.data()),
                        owner.uuid.bytes.size());
  }
  conditions.blobs("owner", std::move(owners));
  conditions.areas(query.areas);
  if (query.has_owner) {
    conditions.plain(*query.has_owner ? " AND owner IS NOT NULL" : " AND owner IS NULL");
  }
  if (query.has_primary_area) {
    conditions.plain(*query.has_primary_area ? " AND mapped = 1" : " AND mapped = 0");
  }
  if (!query.after.empty()) conditions.behind(read_place(query.after));
  conditions.plain(" ORDER BY sort_key, id LIMIT ?");
  conditions.number(static_cast<std::int64_t>(limit) + 1);

  Statement statement = database_.prepare(conditions.sql());
  statement.bind(1, std::string_view(region.text()));
  conditions.bind(statement, 2);
  InnovationPage page;
  std::string last;
  while (statement.step()) {
    if (page.innovations.size() == limit) {
      page.next = last;
      break;
    }
    page.innovations.push_back(
        {catalogue::from_json<Innovation>(catalogue::parse_json(statement.text(0))),
         statement.integer(1)});
    last = written(statement.blob(2), statement.blob(3));
  }
  return page;
}

template <class Interface>
std::vector<InnovationId> View<Interface>::innovations_named(
    const RegionCode& region, const std::optional<OrganisationId>& owner, std::string_view name) {
  const std::string wanted = identity(owner, name);
  Statement statement =
      database_.prepare("SELECT id FROM innovation WHERE region = ? AND identity = ? ORDER BY id");
  statement.bind(1, std::string_view(region.text())).bind(2, blob(wanted));
  std::vector<InnovationId> ids;
  while (statement.step()) ids.push_back(InnovationId{uuid_of(statement.blob(0))});
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
  Statement statement = database_.prepare(
      "SELECT number, at, actor, action, coalesce(text, '') FROM audit "
      "LEFT JOIN change USING (region, sequence) "
      "WHERE region = ? AND record = ? AND kind = ? AND number IS NOT NULL "
      "ORDER BY sequence DESC");
  statement.bind(1, std::string_view(region.text())).bind(2, id.bytes);
  statement.bind(3, static_cast<std::int64_t>(kind));
  std::vector<Revision> revisions;
  while (statement.step()) {
    revisions.push_back({statement.integer(0), statement.integer(1), std::string(statement.text(2)),
                         std::string(statement.text(3)), kind, id, std::string(statement.text(4))});
  }
  return revisions;
}

template class View<Reader>;
template class View<Writer>;

}  // namespace pilah::store::sqlite
