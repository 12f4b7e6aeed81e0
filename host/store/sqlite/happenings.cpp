#include "pilah/store/sqlite/happenings.hpp"

#include "pilah/store/sqlite/columns.hpp"

namespace pilah::store::sqlite {

using catalogue::Happening;
using catalogue::HappeningKind;
using catalogue::RegionCode;

namespace {

/// The newest numbers told to one address: a walk down one end of an index.
void add_numbers(Database& database, const RegionCode& region, const std::string& address,
                 std::int64_t before, std::size_t limit, std::set<std::int64_t>& numbers) {
  Statement row = database.prepare(
      "SELECT number FROM happening_address WHERE region = ? AND address = ? AND number < ? "
      "ORDER BY number DESC LIMIT ?");
  row.bind(1, std::string_view(region.text())).bind(2, std::string_view(address));
  row.bind(3, before).bind(4, static_cast<std::int64_t>(limit));
  while (row.step()) numbers.insert(row.integer(0));
}

}  // namespace

std::vector<Happening> SqliteHappenings::told(const RegionCode& region, const Addresses& addresses,
                                              std::int64_t before, std::size_t limit) {
  std::set<std::int64_t> numbers;
  for (const auto& address : addresses) {
    add_numbers(database_, region, address, before, limit, numbers);
  }
  std::vector<Happening> all;
  for (auto number = numbers.rbegin(); number != numbers.rend() && all.size() < limit; ++number) {
    if (auto found = happening(region, *number)) all.push_back(*std::move(found));
  }
  return all;
}

std::optional<Happening> SqliteHappenings::happening(const RegionCode& region,
                                                     std::int64_t number) {
  Statement row = database_.prepare(
      "SELECT kind, subject, revision, at, actor FROM happening WHERE region = ? AND number = ?");
  if (!row.bind(1, std::string_view(region.text())).bind(2, number).step()) return std::nullopt;
  return Happening{region,
                   number,
                   static_cast<HappeningKind>(row.integer(0)),
                   uuid_of(row.blob(1)),
                   row.integer(2),
                   row.integer(3),
                   std::string(row.text(4))};
}

ReadMark SqliteHappenings::read_mark(const RegionCode& region, std::string_view account) {
  ReadMark mark;
  {
    Statement row =
        database_.prepare("SELECT until FROM read_until WHERE account = ? AND region = ?");
    row.bind(1, account).bind(2, std::string_view(region.text()));
    if (row.step()) mark.until = row.integer(0);
  }
  Statement row =
      database_.prepare("SELECT number FROM read_beyond WHERE account = ? AND region = ?");
  row.bind(1, account).bind(2, std::string_view(region.text()));
  while (row.step()) mark.beyond.insert(row.integer(0));
  return mark;
}

std::int64_t SqliteHappenings::tell(const Happening& happening, const Addresses& addresses) {
  const std::string_view region = happening.region.text();
  std::int64_t number = 1;
  {
    Statement last = database_.prepare("SELECT max(number) FROM happening WHERE region = ?");
    if (last.bind(1, region).step()) number = last.integer(0) + 1;
  }
  Statement insert = database_.prepare(
      "INSERT INTO happening (region, number, kind, subject, revision, at, actor) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, region).bind(2, number).bind(3, static_cast<std::int64_t>(happening.kind));
  insert.bind(4, happening.subject.bytes).bind(5, happening.revision).bind(6, now_);
  insert.bind(7, std::string_view(happening.by)).run();
  for (const auto& address : addresses) {
    Statement to = database_.prepare(
        "INSERT OR IGNORE INTO happening_address (region, address, number) VALUES (?, ?, ?)");
    to.bind(1, region).bind(2, std::string_view(address)).bind(3, number).run();
  }
  return number;
}

void SqliteHappenings::mark_read(const RegionCode& region, std::string_view account,
                                 std::int64_t number) {
  Statement mark = database_.prepare(
      "INSERT OR IGNORE INTO read_beyond (account, region, number) SELECT ?1, ?2, ?3 WHERE NOT "
      "EXISTS (SELECT 1 FROM read_until WHERE account = ?1 AND region = ?2 AND until >= ?3)");
  mark.bind(1, account).bind(2, std::string_view(region.text())).bind(3, number).run();
}

void SqliteHappenings::mark_all_read(const RegionCode& region, std::string_view account,
                                     std::int64_t until) {
  {
    Statement mark = database_.prepare(
        "INSERT INTO read_until (account, region, until) VALUES (?, ?, ?) "
        "ON CONFLICT (account, region) DO UPDATE SET until = max(until, excluded.until)");
    mark.bind(1, account).bind(2, std::string_view(region.text())).bind(3, until).run();
  }
  Statement drop =
      database_.prepare("DELETE FROM read_beyond WHERE account = ? AND region = ? AND number <= ?");
  drop.bind(1, account).bind(2, std::string_view(region.text())).bind(3, until).run();
}

void SqliteHappenings::drop_happenings(const RegionCode& region, std::int64_t at) {
  const std::string_view code = region.text();
  std::int64_t end = 0;
  {
    Statement last = database_.prepare(
        "SELECT min(coalesce((SELECT min(number) FROM happening WHERE region = ?1 AND at >= ?2), "
        "max(number)), max(number)) FROM happening WHERE region = ?1");
    if (last.bind(1, code).bind(2, at).step()) end = last.integer(0);
  }
  for (const char* sql : {"DELETE FROM happening_address WHERE region = ? AND number < ?",
                          "DELETE FROM read_beyond WHERE region = ? AND number < ?",
                          "DELETE FROM happening WHERE region = ? AND number < ?"}) {
    database_.prepare(sql).bind(1, code).bind(2, end).run();
  }
}

void SqliteHappenings::drop_read_marks(std::string_view account) {
  for (const char* sql :
       {"DELETE FROM read_until WHERE account = ?", "DELETE FROM read_beyond WHERE account = ?"}) {
    database_.prepare(sql).bind(1, account).run();
  }
}

}  // namespace pilah::store::sqlite
