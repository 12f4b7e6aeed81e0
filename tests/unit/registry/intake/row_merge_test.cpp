#include "pilah/registry/intake/row_merge.hpp"

#include "support/catch.hpp"

using pilah::catalogue::Innovation;
using pilah::registry::merge_row;

namespace {

Innovation entry(const char* name, const char* summary, const char* benefit = "") {
  Innovation innovation;
  innovation.region = *pilah::catalogue::RegionCode::parse("32.71");
  innovation.name = name;
  innovation.summary = summary;
  innovation.benefit = benefit;
  return innovation;
}

}  // namespace

TEST_CASE("a field that nobody edited takes what the list says anew") {
  const auto merged = merge_row(entry("a", "old"), entry("a", "old"), entry("a", "new"), {});
  CHECK(merged.innovation.summary == "new");
  CHECK(merged.pending.empty());
}

TEST_CASE("an edit stays when the list has nothing new to say") {
  const auto merged = merge_row(entry("a", "old"), entry("a", "edited"), entry("a", "old"), {});
  CHECK(merged.innovation.summary == "edited");
  CHECK(merged.pending.empty());
}

TEST_CASE("what both changed keeps the edit and is pending") {
  const auto merged = merge_row(entry("a", "old"), entry("a", "edited"), entry("a", "new"), {});
  CHECK(merged.innovation.summary == "edited");
  CHECK(merged.pending == std::vector<std::string>{"summary"});
}

TEST_CASE("both changed to the same: nothing waits") {
  const auto merged =
      merge_row(entry("a", "old"), entry("a", "new"), entry("a", "new"), {"summary"});
  CHECK(merged.pending.empty());
}

TEST_CASE("what waited goes on waiting while the list stays as it was") {
  const auto merged =
      merge_row(entry("a", "new"), entry("a", "edited"), entry("a", "new", "b"), {"summary"});
  CHECK(merged.innovation.summary == "edited");
  CHECK(merged.innovation.benefit == "b");
  CHECK(merged.pending == std::vector<std::string>{"summary"});
}

TEST_CASE("a field that a person emptied is not filled again") {
  const auto merged = merge_row(entry("a", "old"), entry("a", ""), entry("a", "new"), {});
  CHECK(merged.innovation.summary.empty());
  CHECK(merged.pending == std::vector<std::string>{"summary"});
}

TEST_CASE("an empty cell empties nothing") {
  const auto merged = merge_row(entry("a", "old"), entry("a", "old"), entry("a", ""), {});
  CHECK(merged.innovation.summary == "old");
  CHECK(merged.pending.empty());
}

TEST_CASE("status, id and region are the catalogue's") {
  auto current = entry("a", "old");
  current.status = pilah::catalogue::Status::kVerified;
  current.region = *pilah::catalogue::RegionCode::parse("13.11");
  auto fresh = entry("a", "new");
  fresh.status = pilah::catalogue::Status::kSubmitted;
  const auto merged = merge_row(entry("a", "old"), current, fresh, {});
  CHECK(merged.innovation.status == pilah::catalogue::Status::kVerified);
  CHECK(merged.innovation.region == current.region);
}

TEST_CASE("attributes merge one by one") {
  auto base = entry("a", "");
  base.attributes = {{"tags", "x"}, {"notes", "n"}};
  auto current = base;
  current.attributes["notes"] = "edited";
  current.attributes["own"] = "kept";
  auto fresh = base;
  fresh.attributes["tags"] = "y";
  fresh.attributes["notes"] = "m";
  const auto merged = merge_row(base, current, fresh, {});
  CHECK(merged.innovation.attributes.at("tags") == "y");
  CHECK(merged.innovation.attributes.at("notes") == "edited");
  CHECK(merged.innovation.attributes.at("own") == "kept");
  CHECK(merged.pending == std::vector<std::string>{"attributes/notes"});
}
