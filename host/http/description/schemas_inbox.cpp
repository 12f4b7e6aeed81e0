// What somebody is told of.
#include <boost/json.hpp>

#include "pilah/catalogue/happening_names.hpp"
#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {

using namespace schema;

void add_inbox_schemas(boost::json::object& all) {
  all["Notification"] =
      object({{"number", count(57)},
              {"kind", word_of<catalogue::HappeningKind>()},
              {"subject", object({{"kind", words({"innovation", "account", "proposal", "import",
                                                  "monitoring_period", "follow_up"})},
                                  {"id", uuid()}})},
              {"revision", count(812)},
              {"at", text("2026-02-01T08:00:00Z")},
              {"by", text("command-line")},
              {"read", yes_no()},
              {"text", named("Bilingual")}});
  all["Inbox"] = object({{"notifications", list(named("Notification"))},
                         {"unread", count(3)},
                         {"duties", list(named("Bilingual"))},
                         maybe("deadline", named("Bilingual")),
                         maybe("next", count(41))});
  all["ReadUntil"] = object({{"until", count(57)}});
  all["UnreadList"] =
      object({{"regions", list(object({{"region", region_code()}, {"unread", count(3)}}))}});
}

}  // namespace pilah::http
