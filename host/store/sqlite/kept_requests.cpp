#include "pilah/store/sqlite/kept_requests.hpp"

#include "pilah/catalogue/refusal.hpp"

namespace pilah::store::sqlite {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::RequestKey;

std::optional<KeptRequest> find_request(Database& database, std::string_view caller,
                                        std::string_view key) {
  Statement statement = database.prepare(
      "SELECT digest, at, region, revision, answer FROM kept_request WHERE caller = ? AND key = ?");
  if (!statement.bind(1, caller).bind(2, key).step()) return std::nullopt;
  KeptRequest kept;
  kept.request = {std::string(caller), std::string(key), std::string(statement.text(0))};
  kept.at = statement.integer(1);
  if (const auto region = RegionCode::parse(statement.text(2))) kept.region = *region;
  kept.revision = statement.integer(3);
  if (!statement.is_null(4)) kept.answer = std::string(statement.text(4));
  return kept;
}

void store_request(Database& database, const KeptRequest& kept) {
  const RequestKey& request = kept.request;
  {
    Statement old = database.prepare("DELETE FROM kept_request WHERE at <= ?");
    old.bind(1, kept.at - kRequestsKeptMilliseconds).run();
  }
  {
    Statement surplus = database.prepare(
        "DELETE FROM kept_request WHERE caller = ?1 AND at <= (SELECT at FROM kept_request "
        "WHERE caller = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2)");
    surplus.bind(1, std::string_view(request.caller)).bind(2, kMostRequestsOfCaller - 1).run();
  }
  if (find_request(database, request.caller, request.key)) {
    throw Refusal(RefusalKind::kConflict,
                  Message{"store.request_done", {{"key", request.key}}, ""});
  }
  Statement statement = database.prepare(
      "INSERT INTO kept_request (caller, key, digest, at, region, revision) "
      "VALUES (?, ?, ?, ?, ?, ?)");
  statement.bind(1, std::string_view(request.caller)).bind(2, std::string_view(request.key));
  statement.bind(3, std::string_view(request.digest)).bind(4, kept.at);
  statement.bind(5, std::string_view(kept.region.text())).bind(6, kept.revision).run();
}

void store_answer(Database& database, const RequestKey& request, std::string_view answer) {
  Statement statement =
      database.prepare("UPDATE kept_request SET answer = ? WHERE caller = ? AND key = ?");
  statement.bind(1, answer).bind(2, std::string_view(request.caller));
  statement.bind(3, std::string_view(request.key)).run();
}

void delete_answers_of(Database& database, const RegionCode& region) {
  Statement statement = database.prepare("UPDATE kept_request SET answer = NULL WHERE region = ?");
  statement.bind(1, std::string_view(region.text())).run();
}

}  // namespace pilah::store::sqlite
