#include "pilah/http/description/operation.hpp"
#include "pilah/http/description/operations.hpp"

namespace pilah::http {

void describe_inbox(RouteTable& table) {
  const auto add = [&table](const char* method, const std::string& path, Operation operation) {
    operation.group = "inbox";
    operation.access = Access::kSigned;
    table.describe(method, "/api/v1" + path, std::move(operation));
  };
  const std::string place = "/regions/{code}/inbox";
  add("GET", "/me/inbox", {.id = "listUnread", .group = {}, .answers = {gives("UnreadList")}});
  add("GET", place,
      {.id = "getInbox",
       .group = {},
       .query = {{"unread", schema::yes_no()},
                 {"before", schema::count(57)},
                 {"limit", schema::count(50)}},
       .answers = {gives("Inbox")}});
  add("PUT", place + "/read",
      {.id = "readInbox", .group = {}, .takes = "ReadUntil", .answers = {gives_nothing()}});
  add("POST", place + "/{number}/read",
      {.id = "readNotification", .group = {}, .answers = {gives_nothing()}});
}

}  // namespace pilah::http
