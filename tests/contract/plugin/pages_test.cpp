// The pages for plugin authors say all that there is, and nothing that there is not.
#include <fstream>
#include <iterator>
#include <set>

#include <boost/json.hpp>

#include "pilah/columns.h"
#include "support/catch.hpp"

namespace {

std::string file(const std::string& name) {
  std::ifstream in(PILAH_SOURCE "/" + name, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Every text between `begin` and `end` on the page.
std::set<std::string> between(const std::string& page, const std::string& begin,
                              const std::string& end) {
  std::set<std::string> found;
  for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
    const auto from = at + begin.size();
    found.insert(page.substr(from, page.find(end, from) - from));
  }
  return found;
}

}  // namespace

TEST_CASE("docs/plugin-columns.md lists every column as columns.h has it") {
  const char* const kTypes[] = {"", "number", "integer", "yes/no", "text"};
  const std::string page = file("docs/plugin-columns.md");
  std::set<std::string> known;
  for (const auto& column : pilah_innovation_columns) {
    known.insert(column.id);
    const std::string row = std::string("| `") + column.id + "` | " + kTypes[column.layout] +
                            " | " + column.unit + " | " + column.meaning;
    CAPTURE(row);
    CHECK(page.find(row) != std::string::npos);
  }
  for (const auto& named : between(page, "\n| `", "`")) CHECK(known.count(named) == 1);
}

TEST_CASE("docs/plugin-check.md has cause and cure of every finding") {
  const std::string page = file("docs/plugin-check.md");
  const auto messages = boost::json::parse(file("registry-data/messages/check.json"));
  for (const auto& message : messages.as_object()) {
    const std::string kind = "`" + std::string(message.key()) + "`";
    CAPTURE(kind);
    CHECK(page.find(kind) != std::string::npos);
  }
  for (const auto& named : between(page, "`check.", "`")) {
    CHECK(messages.as_object().contains("check." + named));
  }
}
