#include "pilah/store/sqlite/innovation_page.hpp"

#include <bit>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/audit_chain.hpp"
#include "pilah/store/sqlite/columns.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::store::sqlite {
namespace {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;

constexpr std::size_t kLargestPage = 1'000;
constexpr std::size_t kMostValues = 1'024;

/// Where a page ended: the last sort key and id.
struct Place {
  std::string key;
  std::string id;
};

std::string written(std::span<const std::uint8_t> key, std::span<const std::uint8_t> id) {
  return hexadecimal(key) + "-" + hexadecimal(id);
}

std::optional<std::string> bytes_of(std::string_view digits) {
  if (digits.size() % 2 != 0 || digits.size() > 2 * text::kSortKeyBytes) return std::nullopt;
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

Place read_place(std::string_view after) {
  const std::size_t dash = after.find('-');
  const auto key = bytes_of(after.substr(0, dash));
  const auto id = dash == after.npos ? std::nullopt : bytes_of(after.substr(dash + 1));
  if (!key || !id || id->size() != 16) {
    throw Refusal(
        RefusalKind::kInvalid,
        Message{"store.bad_cursor", {{"after", std::string(after.substr(0, 80))}}, "/after"});
  }
  return {*key, *id};
}

void require_bounds(const InnovationQuery& query) {
  if (query.limit < 1 || query.limit > kLargestPage) {
    throw Refusal(RefusalKind::kInvalid, Message{"store.bad_limit",
                                                 {{"found", std::to_string(query.limit)},
                                                  {"largest", std::to_string(kLargestPage)}},
                                                 "/limit"});
  }
  const auto bounded = [](std::size_t count, const char* pointer) {
    if (count <= kMostValues) return;
    throw Refusal(RefusalKind::kInvalid, Message{"store.too_many_values",
                                                 {{"found", std::to_string(count)},
                                                  {"largest", std::to_string(kMostValues)}},
                                                 pointer});
  };
  bounded(query.owners.size(), "/owners");
  bounded(query.areas.size(), "/areas");
}

/// One bit for each value: a single condition whatever their number.
template <class Enum>
std::int64_t bits(const std::vector<Enum>& values) {
  std::int64_t set = 0;
  for (const Enum value : values) set |= std::int64_t{1} << static_cast<int>(value);
  return set;
}

/// As many question marks as the next power of two, so that few texts of SQL
/// serve all numbers of owners; the last owner fills up.
std::size_t places_for(std::size_t count) { return std::bit_ceil(count); }

std::string page_sql(const InnovationQuery& query) {
  std::string sql =
      "WITH page AS (SELECT i.rowid AS place FROM innovation i WHERE region = ?1"
      " AND (1 << status) & ?2 AND (1 << entry_kind) & ?3";
  if (query.has_owner) sql += *query.has_owner ? " AND owner IS NOT NULL" : " AND owner IS NULL";
  if (query.has_primary_area) {
    sql += *query.has_primary_area ? " AND mapped = 1" : " AND mapped = 0";
  }
  if (!query.areas.empty()) {
    sql +=
        " AND id IN (SELECT innovation FROM innovation_area WHERE region = ?1"
        " AND area IN (SELECT value FROM json_each(?5)))";
  }
  if (!query.after.empty()) sql += " AND (sort_key, id) > (?6, ?7)";
  if (!query.owners.empty()) {
    sql += " AND owner IN (?8";
    const std::size_t places = places_for(query.owners.size());
    for (std::size_t i = 1; i < places; ++i) sql += ",?" + std::to_string(8 + i);
    sql += ")";
  }
  // Sorted as places alone: documents are read for the page only.
  sql +=
      " ORDER BY sort_key, id LIMIT ?4) SELECT document, revision, sort_key, id FROM page"
      " CROSS JOIN innovation ON innovation.rowid = place ORDER BY sort_key, id";
  return sql;
}

}  // namespace

InnovationPage innovation_page(Database& database, const RegionCode& region,
                               const InnovationQuery& query) {
  require_bounds(query);
  const Place place = query.after.empty() ? Place{} : read_place(query.after);
  boost::json::array areas;
  for (const auto& area : query.areas) areas.emplace_back(area);
  const std::string area_list = boost::json::serialize(areas);

  Statement statement = database.prepare(page_sql(query));
  statement.bind(1, std::string_view(region.text()));
  statement.bind(2, query.statuses.empty() ? ~std::int64_t{0} : bits(query.statuses));
  statement.bind(3, query.entry_kinds.empty() ? ~std::int64_t{0} : bits(query.entry_kinds));
  statement.bind(4, static_cast<std::int64_t>(query.limit) + 1);
  if (!query.areas.empty()) statement.bind(5, std::string_view(area_list));
  if (!query.after.empty()) statement.bind(6, blob(place.key)).bind(7, blob(place.id));
  if (!query.owners.empty()) {
    const std::size_t places = places_for(query.owners.size());
    for (std::size_t i = 0; i < places; ++i) {
      const auto& owner = query.owners[std::min(i, query.owners.size() - 1)];
      statement.bind(static_cast<int>(8 + i), owner.uuid.bytes);
    }
  }

  InnovationPage page;
  std::string last;
  while (statement.step()) {
    if (page.innovations.size() == query.limit) {
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

}  // namespace pilah::store::sqlite
